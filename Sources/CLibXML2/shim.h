// Debian builds libxml2 with ICU, whose headers clash with Foundation's own copy.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stddef.h>

// Not visible without _GNU_SOURCE, which a Swift module cannot define.
void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

static inline void tilik_silence(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

// Encoding errors are printed on stderr in spite of HTML_PARSE_NOERROR; the handler is per thread.
static inline void tilik_silence_errors(void) { xmlSetStructuredErrorFunc(NULL, tilik_silence); }

// How far the parser has read, in bytes of the memory it was given.
static inline ptrdiff_t tilik_position(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  return input == NULL ? 0 : (input->cur - input->base) + (ptrdiff_t)input->consumed;
}
