#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

/// Names in archives come through the C library's locale, of which a program that sets none has only
/// ASCII. This one holds for a single call on a single thread.
static inline int tilik_archive_next(struct archive *archive, struct archive_entry **entry) {
  static locale_t utf8;
  if (!utf8) {
    locale_t made = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!__sync_bool_compare_and_swap(&utf8, (locale_t)0, made) && made) freelocale(made);
  }
  locale_t old = utf8 ? uselocale(utf8) : (locale_t)0;
  int result = archive_read_next_header(archive, entry);
  if (result >= ARCHIVE_WARN) (void)archive_entry_pathname(*entry);
  if (old) uselocale(old);
  return result;
}

/// `archive_set_error` takes a format, which Swift does not import.
static inline void tilik_archive_fail(struct archive *archive, const char *reason) {
  archive_set_error(archive, EIO, "%s", reason);
}
