/* The floor for a reader on libxml2: its SAX2 push parser with callbacks that only count. No tree, no strings made, no
   value looked at.

     bench_sax2 FILE        prints the counts; exit code 1 if the file is not well formed, 2 if it cannot be read

   bench.py builds it: cc -O2 bench_sax2.c -o bench_sax2 $(pkg-config --cflags --libs libxml-2.0) */

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <string.h>

struct counts {
  unsigned long elements, attributes, attribute_bytes, text_bytes;
};

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes) {
  (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
  struct counts *counts = context;
  counts->elements += 1;
  counts->attributes += (unsigned long)attribute_count;
  /* Five pointers an attribute: name, prefix, namespace, and where its value begins and ends. */
  for (int i = 0; i < attribute_count; i++)
    counts->attribute_bytes += (unsigned long)(attributes[5 * i + 4] - attributes[5 * i + 3]);
}

static void characters(void *context, const xmlChar *text, int length) {
  (void)text;
  struct counts *counts = context;
  counts->text_bytes += (unsigned long)length;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: bench_sax2 FILE\n");
    return 64;
  }
  FILE *file = fopen(argv[1], "rb");
  if (file == NULL) {
    perror(argv[1]);
    return 2;
  }

  struct counts counts = {0};
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start_element;
  handler.characters = characters;

  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &counts, NULL, 0, argv[1]);
  if (parser == NULL) return 2;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);

  static char buffer[1 << 16];
  size_t length;
  while ((length = fread(buffer, 1, sizeof buffer, file)) > 0)
    if (xmlParseChunk(parser, buffer, (int)length, 0) != 0) break;
  int unreadable = ferror(file);
  xmlParseChunk(parser, NULL, 0, 1);
  int well_formed = parser->wellFormed;
  xmlFreeParserCtxt(parser);
  xmlCleanupParser();
  fclose(file);

  printf("elements %lu attributes %lu attribute bytes %lu text bytes %lu\n", counts.elements, counts.attributes,
         counts.attribute_bytes, counts.text_bytes);
  if (unreadable) return 2;
  if (!well_formed) fprintf(stderr, "%s: not well formed\n", argv[1]);
  return well_formed ? 0 : 1;
}
