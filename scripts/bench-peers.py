#!/usr/bin/env python3
"""Pages a second of other extractors on a folder of saved pages, one process, processor time.

    bench-peers.py FOLDER

An extractor whose package is not installed is named and left out.
"""
import gzip
import os
import sys
import time


def load(folder):
    pages = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith((".html.gz", ".htm.gz")):
            with gzip.open(path) as file:
                pages.append(file.read())
        elif name.endswith((".html", ".htm")):
            with open(path, "rb") as file:
                pages.append(file.read())
    return pages


def trafilatura():
    from trafilatura import extract

    return lambda page: extract(page, include_comments=False)


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return lambda page: extract_plain_text(
        bytes_to_str(page, detect_encoding(page)), main_content=True
    )


def main():
    pages = load(sys.argv[1])
    if not pages:
        return
    for make in (trafilatura, resiliparse):
        name = make.__name__
        try:
            extract = make()
        except ImportError:
            print(f"{name:<26}not installed (TILIK_BENCH_PYTHON names a Python that has it)")
            continue
        for page in pages[:3]:
            extract(page)
        start = time.process_time()
        for page in pages:
            try:
                extract(page)
            except Exception:
                pass
        print(f"{name:<26}{len(pages) / (time.process_time() - start):.0f} pages/s")


if __name__ == "__main__":
    main()
