#include "parse_floor.h"

#include <libxml/HTMLparser.h>

int parse_floor(const char *page, size_t count) {
    htmlDocPtr document = htmlReadMemory(
        page, (int)count, NULL, NULL,
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    if (!document) return 0;
    xmlFreeDoc(document);
    return 1;
}
