#!/usr/bin/env python3
"""Scale and correctness together: a crawl of any size with known answers, and whether all are found.

  scripts/load-test.py make PAGES FILE.warc.gz ANSWERS.csv [--relevant 0.01] [--kilobytes 24]
  scripts/load-test.py check ANSWERS.csv DATASET
  scripts/load-test.py measure TILIK PAGES… [--relevant 0.01] [--work FOLDER]
  scripts/load-test.py bench TILIK

make      writes a WARC file of news pages made up from templates. Of these, the given share reports who got
          which score and zone in which year; the others say nothing of it. ANSWERS.csv holds what a reader
          of the pages knows. The same numbers give the same bytes.
check     whether every answer is a claim of its own page; ends with status 1 when one is missing.
measure   for each number of pages: makes them, runs TILIK over them, checks, runs it again with nothing
          changed, and once more with one page added. Prints a table of time and memory.
bench     the rows of `make bench`: a crawl of which 1 % is ours against gunzip alone, and refreshes of pages
          that all are ours against a full run; ratios of elapsed time in one run.

Needs nothing but Python. Names of regions come from the pipeline's table.
"""

import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
YEARS = (2022, 2023, 2024)

REPORTS = (
    (
        "{region} Masuk Zona Hijau Pelayanan Publik {year}",
        "Ombudsman RI menyampaikan hasil penilaian kepatuhan penyelenggaraan pelayanan publik tahun {year}. "
        "{region} memperoleh nilai {score} dan masuk zona hijau.",
    ),
    (
        "Nilai {score} untuk {region}",
        "Pada {year}, {region} meraih nilai {score} dalam penilaian kepatuhan Ombudsman RI. Dengan nilai itu "
        "{region} berada di zona hijau.",
    ),
    (
        "Rapor Pelayanan {region} Diumumkan",
        "{region} mendapat zona hijau dengan skor {score} dari Ombudsman untuk penilaian kepatuhan pelayanan "
        "publik {year}.",
    ),
)
TOPICS = (
    "Jadwal Pasar Malam", "Harga Cabai Turun", "Lomba Layang-layang", "Jembatan Gantung Diperbaiki",
    "Panen Padi", "Hujan Sepekan", "Turnamen Voli Antarkampung", "Festival Kopi", "Kereta Tambahan",
)
WORDS = (
    "warga pagi pasar jalan hujan sawah kebun sekolah guru anak ibu bapak nelayan perahu pantai gunung kopi "
    "teh beras ikan sayur panen musim angin siang malam lampu rumah kursi meja buku pena sepeda motor bus "
    "kereta tiket loket taman bunga pohon sungai jembatan kampung desa gotong royong lomba juara peserta "
    "panitia acara tari musik gamelan layang tali kain batik penjahit benang pedagang pembeli harga murah "
    "mahal ramai sepi berjalan membawa menjual membeli menanam memetik menyapu menunggu berangkat pulang"
).split()


def regions():
    """Regions that have had one code all along, with their full names."""
    path = os.path.join(ROOT, "pipelines/compliance/lexicon/regions.csv")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    followed = {row["successor_code"] for row in rows}
    return [
        (row["code"], row["full_name"] or row["level"].capitalize() + " " + row["name"])
        for row in rows
        if row["level"] != "provinsi"
        and not row["valid_from"] and not row["valid_to"] and row["code"] not in followed
    ]


def score_of(code, year):
    """Hundredths from 88.00 to 98.99, the same wherever it is asked for."""
    number = zlib.crc32(f"{code} {year}".encode()) % 1099
    return f"{88 + number // 100}.{number % 100:02d}"


class Pages:
    def __init__(self, seed, kilobytes):
        self.random = random.Random(seed)
        self.regions = regions()
        self.paragraphs = [self.sentence() + " " + self.sentence() for _ in range(400)]
        # What pages are full of beside their text.
        script = "".join(
            f"window.d{n}={{'k':{self.random.random()},'s':'{self.random.choice(WORDS)}'}};" for n in range(40))
        menu = "".join(f'<li class="m{n}"><a href="/{w}/{n}">{w}</a></li>' for n, w in enumerate(WORDS))
        self.furniture = f"<nav><ul>{menu}</ul></nav>", f"<script>{script}</script>"
        size = len(menu) + len(script) + 2500
        self.repeats = max(1, (kilobytes * 1000 - size) // max(1, len(script)))

    def sentence(self):
        words = [self.random.choice(WORDS) for _ in range(self.random.randint(9, 16))]
        return " ".join(words).capitalize() + "."

    def page(self, number, is_relevant):
        """The page's address and bytes, and its answer: code, year, score."""
        choose = self.random.choice
        answer = None
        text = [choose(self.paragraphs) for _ in range(self.random.randint(4, 9))]
        if is_relevant:
            code, region = choose(self.regions)
            year = choose(YEARS)
            score = score_of(code, year)
            title, report = choose(REPORTS)
            fields = {"region": region, "year": year, "score": score.replace(".", ",")}
            title = title.format(**fields)
            text.insert(0, report.format(**fields))
            answer = (code, year, score)
        else:
            title = f"{choose(TOPICS)} {number}"
        host = f"kabar{number % 50}.example"
        url = f"https://{host}/berita/{number}/halaman"
        menu, script = self.furniture
        body = "".join(f"<p>{paragraph}</p>\n" for paragraph in text)
        html = (
            f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>'
            f'<link rel="canonical" href="{url}">{script * self.repeats}</head><body>{menu}'
            f'<article><h1>{title}</h1><time datetime="2025-03-04">4 Maret 2025</time>\n{body}</article>'
            f"<footer>kabar{number % 50}</footer></body></html>")
        return url, html.encode(), answer


def record(url, html):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-05T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n")
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(head.encode() + http + b"\r\n\r\n") + packer.flush()


def make(pages, path, answers, relevant, kilobytes, seed=1):
    source = Pages(seed, kilobytes)
    size = 0
    with open(path, "wb") as file, open(answers, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("url", "region_code", "year", "score"))
        due = 0.0
        for number in range(pages):
            due += relevant
            is_relevant = due >= 1 - 1e-9
            due -= is_relevant
            url, html, answer = source.page(number, is_relevant)
            if answer:
                writer.writerow((url,) + answer)
            size += len(html)
            file.write(record(url, html))
    return size


def check(answers, dataset):
    """The answers that are no claim of their page, and how many there are in all."""
    documents = {}
    with open(os.path.join(dataset, "documents.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            documents[row["document"]] = row["url"]
    found = set()
    with open(os.path.join(dataset, "claims.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["status"] == "achieved":
                about = (documents[row["document"]], row["region_code"], row["year"])
                # Score and zone may stand in two sentences, and are two claims then.
                found.update((about + (row["score"],), about + (row["zone"],)))
    missing, count = [], 0
    with open(answers, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            count += 1
            about = (row["url"], row["region_code"], row["year"])
            missing += [about + (value,) for value in (row["score"], "hijau")
                        if about + (value,) not in found][:1]
    return missing, count


def run(tilik, corpus, output):
    """Seconds and the most memory, in MB, of a run."""
    start = time.monotonic()
    process = subprocess.Popen(
        [tilik, "run", "--quiet", "--corpus", corpus, "--output", output], cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{tilik} run ended with status {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_maxrss / 1000


def trial(tilik, pages, relevant, kilobytes, work):
    """Makes a crawl and runs over it, again with nothing changed, and with one page more."""
    folder = tempfile.mkdtemp(prefix="load-", dir=work)
    try:
        corpus, output = os.path.join(folder, "corpus"), os.path.join(folder, "out")
        os.mkdir(corpus)
        crawl, answers = os.path.join(corpus, "crawl.warc.gz"), os.path.join(folder, "answers.csv")
        size = make(pages, crawl, answers, relevant, kilobytes)
        start = time.monotonic()
        subprocess.run(["gzip", "-dc", crawl], stdout=subprocess.DEVNULL, check=True)
        gunzip = time.monotonic() - start
        full, peak = run(tilik, corpus, output)
        missing, count = check(answers, output)
        for answer in missing[:5]:
            print("missing:", *answer, file=sys.stderr)
        again, again_peak = run(tilik, corpus, output)
        _, html, _ = Pages(2, kilobytes).page(0, True)
        with open(os.path.join(corpus, "baru.html"), "wb") as file:
            file.write(html)
        added, added_peak = run(tilik, corpus, output)
        return {
            "pages": pages, "MB": size / 1e6, "found": count - len(missing), "answers": count,
            "gunzip": gunzip, "full": full, "again": again, "added": added,
            "peaks": (peak, again_peak, added_peak)}
    finally:
        shutil.rmtree(folder)


def measure(tilik, sizes, relevant, kilobytes, work):
    head = (
        "pages", "MB", "found", "gunzip s", "run s", "ms/page", "peak MB", "no change s", "peak MB", "one page s",
        "peak MB")
    print("".join(f"{name:>12}" for name in head), flush=True)
    failed = False
    for pages in sizes:
        got = trial(tilik, pages, relevant, kilobytes, work)
        failed = failed or got["found"] < got["answers"]
        full, again, added = (round(peak) for peak in got["peaks"])
        cells = (
            pages, round(got["MB"]), f"{got['found']}/{got['answers']}", f"{got['gunzip']:.1f}",
            f"{got['full']:.1f}", f"{1000 * got['full'] / pages:.2f}", full, f"{got['again']:.1f}", again,
            f"{got['added']:.1f}", added)
        print("".join(f"{cell:>12}" for cell in cells), flush=True)
    return 1 if failed else 0


def bench(tilik):
    def row(name, value, aim, note):
        verdict = f"aim at most {aim}, {'met' if value <= aim else 'missed'}"
        print(f"{name:<26}{value:<16.3f}{verdict:<28}{note}", flush=True)

    crawl = trial(tilik, 20_000, 0.01, 24, None)
    row(
        "crawl, 1 % ours / gunzip", crawl["full"] / crawl["gunzip"], 1.5,
        f"{crawl['pages']} pages, {crawl['found']} of {crawl['answers']} answers found")
    ours = trial(tilik, 3_000, 1, 24, None)
    note = f"{ours['pages']} pages, all ours, {ours['full']:.1f} s"
    row("no change / full run", ours["again"] / ours["full"], 0.02, note)
    row("one page / full run", ours["added"] / ours["full"], 0.03, note)
    missing = crawl["answers"] + ours["answers"] - crawl["found"] - ours["found"]
    return 1 if missing else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("pages", type=int)
    making.add_argument("file")
    making.add_argument("answers")
    checking = commands.add_parser("check")
    checking.add_argument("answers")
    checking.add_argument("dataset")
    measuring = commands.add_parser("measure")
    measuring.add_argument("tilik")
    measuring.add_argument("pages", type=int, nargs="+")
    benching = commands.add_parser("bench")
    benching.add_argument("tilik")
    measuring.add_argument("--work", help="folder for the corpora; several GB for a million pages")
    for command in (making, measuring):
        command.add_argument("--relevant", type=float, default=0.01, help="share of pages that report")
        command.add_argument("--kilobytes", type=int, default=24, help="size of a page, about")
    given = parser.parse_args()
    if given.command == "make":
        make(given.pages, given.file, given.answers, given.relevant, given.kilobytes)
        return 0
    if given.command == "check":
        missing, count = check(given.answers, given.dataset)
        for answer in missing:
            print("missing:", *answer)
        print(f"{count - len(missing)} of {count} answers found")
        return 1 if missing else 0
    if given.command == "bench":
        return bench(os.path.abspath(given.tilik))
    return measure(
        os.path.abspath(given.tilik), given.pages, given.relevant, given.kilobytes, given.work)


if __name__ == "__main__":
    sys.exit(main())
