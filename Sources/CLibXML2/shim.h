#pragma once
#include <libxml/xmlversion.h>
/* Debian's headers of libxml2 2.9.14 include ICU's, whose names clash with those of Foundation's own
   ICU as soon as two C modules include them. Nothing here needs them. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

/* glibc's; its header shows it only to those who ask for all of GNU's. */
#include <string.h>
extern void *memrchr(const void *, int, size_t);

/* What the parser still holds that it has not read: a tag or comment whose end has not come yet. */
static inline size_t holdfast_pending(xmlParserCtxtPtr context) {
  return context->input == NULL ? 0 : (size_t)(context->input->end - context->input->cur);
}

/* The offset in the source of a place in the parser's buffer; of the current place where the pointer
   is not in the buffer. */
static inline long holdfast_offset(xmlParserCtxtPtr context, const xmlChar *place) {
  xmlParserInputPtr input = context->input;
  if (input == NULL) return -1;
  if (place == NULL || place < input->base || place > input->end) place = input->cur;
  return (long)input->consumed + (long)(place - input->base);
}

/* The offset of the '<' of the tag that ends at the current place. */
static inline long holdfast_tag_offset(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  if (input == NULL) return -1;
  size_t length = (size_t)(input->cur - input->base);
  const xmlChar *place = (const xmlChar *)memrchr(input->base, '<', length);
  return (long)input->consumed + (place == NULL ? 0 : (long)(place - input->base));
}

/* Whether the tag whose attributes were read ends where the parser is; it does not in a document that
   was cut off. */
static inline int holdfast_tag_is_closed(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  return input != NULL && input->cur < input->end && (*input->cur == '>' || *input->cur == '/');
}
