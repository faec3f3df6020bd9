/* Two things the portable binary carries itself. dist.sh links this file into it; no other build does. */

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

#define hidden __attribute__((visibility("hidden")))

/* libstdc++ of Debian 12 calls arc4random, which glibc has had since 2.36. With one of our own the binary also runs
   on glibc 2.35, that of Ubuntu 22.04. Few numbers are ever asked for, so each may cost a system call. */
hidden uint32_t arc4random(void) {
  uint32_t value;
  size_t done = 0;
  while (done < sizeof value) {
    ssize_t got = getrandom((char *)&value + done, sizeof value - done, 0);
    if (got < 0 && errno != EINTR) abort();
    if (got > 0) done += (size_t)got;
  }
  return value;
}

#ifdef ICU_DATA
/* libxml2 of Debian can ask ICU for the encodings that neither it nor iconv knows, and ICU brings 30 MB of tables for
   them. The reader accepts none of those encodings, so the binary carries an empty table of contents in their place:
   the header of an ICU data package (format "CmnD", version 1) that lists no item. ICU_DATA is the name that ICU's
   version gives it, such as icudt72_dat. */
hidden const struct {
  uint16_t header_size;
  uint8_t magic1, magic2;
  uint16_t info_size, reserved1;
  uint8_t is_big_endian, charset_family, char_size, reserved2;
  uint8_t format[4], format_version[4], data_version[4];
  uint8_t padding[8];
  int32_t item_count, reserved3;
} ICU_DATA __attribute__((aligned(16))) = {
    .header_size = 32, .magic1 = 0xda, .magic2 = 0x27, .info_size = 20,
    .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__, .char_size = 2,
    .format = {'C', 'm', 'n', 'D'}, .format_version = {1}, .item_count = 0};
_Static_assert(offsetof(__typeof__(ICU_DATA), item_count) == 32, "the items begin where the header ends");
#endif
