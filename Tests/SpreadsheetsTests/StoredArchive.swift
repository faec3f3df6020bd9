/// A zip archive whose parts are not packed, made without a zip library.
enum StoredArchive {
  static func bytes(_ parts: KeyValuePairs<String, String>) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in parts {
      let content = Array(text.utf8)
      let start = archive.count
      let common =
        [0, 0, 0, 0, 0, 0, 0x21, 0] + word(crc32(content)) + word(UInt32(content.count))
        + word(UInt32(content.count)) + half(name.utf8.count) + [0, 0]
      archive += [0x50, 0x4B, 3, 4, 20, 0] + common + Array(name.utf8) + content
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        + word(UInt32(start)) + Array(name.utf8)
    }
    let end =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + half(parts.count) + half(parts.count)
      + word(UInt32(directory.count)) + word(UInt32(archive.count)) + [0, 0]
    return archive + directory + end
  }

  private static func word(_ value: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(value >> $0 & 255) }
  }

  private static func half(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
