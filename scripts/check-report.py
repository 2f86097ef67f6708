#!/usr/bin/env python3
"""Opens every page of a report in headless Chromium, at desktop and at phone width.

    scripts/check-report.py [output/report] [--screenshots DIR] [--download DIR] [--pages N] [--no-axe]

Checked on each page: no error on the console, no request but for files of the report, no fault of the impact
"serious" or "critical" in axe-core's eyes, nothing wider than the window, no script of the data's own that ran.
On the table of results: sorting, filtering, turning pages. On the others: the map's year, bodies side by side, and
the file that the review writes.

Needs Debian's `chromium`, and from PyPI `playwright` and `axe-playwright-python` (which carries axe-core):

    python3 -m venv .venv && .venv/bin/pip install playwright==1.65.2 axe-playwright-python==0.1.8

Status 0: all well (without axe-playwright-python everything else is checked, and it says so). 1: faults, a line
each. 2: the arguments are wrong. 77: chromium or playwright is absent, nothing was checked.
"""
import argparse
import csv
import io
import os
import pathlib
import shutil
import sys

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
SLOW = 3.0  # seconds of processor time in the page's own thread until it is drawn: other load does not count


def skip(reason):
    print(f"check-report: skipped: {reason}")
    sys.exit(77)


def pages_of(report, limit):
    """All pages; of those in a folder of pages that are alike only so many, the largest first."""
    single, alike = [], {}
    for path in sorted(report.rglob("*.html")):
        if path.parent.name in ("region", "compare", "unknown"):
            alike.setdefault(path.parent, []).append(path)
        else:
            single.append(path)
    for paths in alike.values():
        paths.sort(key=lambda path: (-path.stat().st_size, str(path)))
    return single + [path for paths in alike.values() for path in paths[:limit]]


class Checker:
    def __init__(self, report, axe, screenshots, download):
        self.download, self.report, self.axe, self.screenshots, self.session = download, report, axe, screenshots, None
        self.faults, self.opened, self.slowest = [], 0, (0.0, "")

    def fault(self, page, text):
        self.faults.append(f"{page}: {text}")

    def watch(self, tab, name):
        """Notes errors and requests of a tab. Names what it is about through the list `name`."""
        root = self.report.as_uri() + "/"
        tab.on("console", lambda m: m.type in ("error", "warning") and self.fault(name[0], f"console: {m.text}"))
        tab.on("pageerror", lambda e: self.fault(name[0], f"error: {e}"))
        tab.on("request", lambda r: r.url.startswith((root, "blob:")) or self.fault(name[0], f"request: {r.url}"))
        tab.on("dialog", lambda d: (self.fault(name[0], f"dialog: {d.message}"), d.dismiss()))

    def open(self, tab, path):
        tab.goto(path.as_uri())
        tab.evaluate("document.body.offsetHeight")
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        seconds = next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
        self.opened += 1
        self.slowest = max(self.slowest, (seconds, str(path.relative_to(self.report))))
        return seconds

    def page(self, tab, path, width, name):
        name[0] = f"{path.relative_to(self.report)} ({width})"
        seconds = self.open(tab, path)
        if seconds > SLOW:
            self.fault(name[0], f"took {seconds:.1f} s of processor time to open")
        wide = tab.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            self.fault(name[0], f"{wide} px wider than the window")
        if tab.evaluate("window.tilikHostile"):
            self.fault(name[0], "a script of the data ran")
        unnamed = tab.evaluate(
            "[...document.querySelectorAll('svg[role=img]')]"
            ".filter(s => !s.querySelector('title') || !s.querySelector('desc').textContent.trim()).length")
        if unnamed:
            self.fault(name[0], f"{unnamed} pictures without a title and a description")
        if self.axe:
            # Without preload axe does not fetch the style sheet anew, which the policy of the page forbids.
            for violation in self.axe.run(tab, options={"preload": False}).response["violations"]:
                if violation["impact"] in ("serious", "critical"):
                    nodes = "; ".join(" ".join(node["target"]) if all(isinstance(t, str) for t in node["target"])
                                      else str(node["target"]) for node in violation["nodes"][:3])
                    self.fault(name[0], f"axe {violation['id']} ({violation['impact']}): {nodes}")
        if self.screenshots:
            file = str(path.relative_to(self.report)).replace("/", "_").removesuffix(".html")
            tab.screenshot(path=str(self.screenshots / f"{file}-{width}.png"), full_page=False)

    def results(self, tab, path, name):
        """Sorting, filtering and turning pages."""
        name[0] = f"{path.relative_to(self.report)} (results)"
        self.open(tab, path)

        def column(number):
            return tab.evaluate(
                "n => [...document.querySelectorAll('#rows tbody tr')].map(r => "
                "r.cells[n].dataset.sort ?? r.cells[n].textContent.trim())", number)

        rows = len(column(0))
        if rows < 2:
            return
        header = tab.locator("#rows thead th").nth(2).locator("button")
        for order in ("ascending", "descending"):
            header.click()
            numbers = [float(cell) for cell in column(2) if cell]
            if numbers != sorted(numbers, reverse=order == "descending"):
                self.fault(name[0], f"scores are not {order}: {numbers[:8]}")
            if tab.locator("#rows thead th").nth(2).get_attribute("aria-sort") != order:
                self.fault(name[0], f"aria-sort is not {order}")
        select = tab.locator(".filters select").first
        year = select.locator("option").nth(1).inner_text()
        select.select_option(year)
        if set(column(1)) != {year}:
            self.fault(name[0], f"the filter {year} shows {set(column(1))}")
        select.select_option("")
        word = column(0)[0]
        tab.locator(".filters input[type=search]").fill(word)
        found = tab.evaluate("[...document.querySelectorAll('#rows tbody tr')].map(r => r.textContent.toLowerCase())")
        if not found or not all(part in row for row in found for part in word.lower().split()):
            self.fault(name[0], f"the search for {word!r} does not fit")
        tab.locator(".filters input[type=search]").fill("tidak-ada-yang-begini")
        if column(0):
            self.fault(name[0], "a search without a hit shows rows")
        tab.locator(".filters input[type=search]").fill("")
        if len(column(0)) != rows:
            self.fault(name[0], "rows are missing after the filter was cleared")
        following = tab.locator(".pager button").nth(1)
        if following.is_visible() and following.is_enabled():
            before = column(0)
            following.click()
            if column(0) == before and column(1) == before:
                self.fault(name[0], "the next page is the same page")

    def overview(self, tab, path, name):
        """The slider shows one map at a time."""
        name[0] = f"{path.relative_to(self.report)} (map)"
        self.open(tab, path)
        if not tab.locator("#map-year").count():
            return
        shown = tab.locator("#maps figure:visible")
        if shown.count() != 1:
            self.fault(name[0], f"{shown.count()} maps are shown at once")
        first = tab.locator("#map-shown").inner_text()
        if tab.locator("#map-year").is_enabled():
            tab.locator("#map-year").focus()
            tab.keyboard.press("Home")
            if tab.locator("#map-shown").inner_text() == first:
                self.fault(name[0], "the slider does not change the year")
            if shown.get_attribute("data-year") != tab.locator("#map-shown").inner_text():
                self.fault(name[0], "the map is not of the year that is named")

    def compare(self, tab, path, name):
        name[0] = f"{path.relative_to(self.report)} (side by side)"
        self.open(tab, path)
        if not tab.locator("#chooser select").count():
            return
        if not tab.locator("#compared table").count():
            self.fault(name[0], "nothing is compared")
        scales = tab.evaluate(
            "[...document.querySelectorAll('#compared tbody')].every(body => { let last = null; "
            "for (const row of body.rows) { if (row.querySelector('.scale-break')) { last = null; continue; } "
            "const scale = row.cells[1].textContent; if (last !== null && scale !== last) return false; last = scale; } "
            "return true; })")
        if not scales:
            self.fault(name[0], "two scales follow each other without a break")

    def review(self, tab, path, name):
        """The file that is downloaded holds the decision."""
        name[0] = f"{path.relative_to(self.report)} (review)"
        self.open(tab, path)
        if not tab.locator("#review-download").count():
            return
        claims = tab.locator("article[data-number]")
        decisions = ["reject", "accept", "change"][:claims.count()]
        for number, decision in enumerate(decisions):
            claim = claims.nth(number)
            claim.locator(f"input[type=radio][value={decision}]").check()
            claim.locator("[data-note]").fill('=1+1; "dilihat, ' + decision + '"')
            if decision == "change":
                claim.locator("select").select_option("year")
                claim.locator("[data-value]").fill(" 2019 ")
        tab.locator("#review-who").fill('Sari, "penguji"')
        with tab.expect_download() as download:
            tab.locator("#review-download").click()
        text = pathlib.Path(download.value.path()).read_text(encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(text)))
        if self.download:
            (self.download / ("en-" * (path.parent != self.report) + "corrections.csv")).write_text(text, encoding="utf-8")
        if [row["action"] for row in rows] != decisions or any(row["who"] != 'Sari, "penguji"' for row in rows):
            self.fault(name[0], f"corrections.csv is not what was decided: {text[:200]!r}")
        elif not all(row["quote"] and row["document"] for row in rows):
            self.fault(name[0], "a correction has no anchor")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("report", nargs="?", default="output/report")
    arguments.add_argument("--screenshots", help="folder for a picture of each page")
    arguments.add_argument("--download", help="folder for the files that the review writes")
    arguments.add_argument("--pages", type=int, default=40, help="pages of regions, seasons and maps that are opened in each folder (default 40)")
    arguments.add_argument("--no-axe", action="store_true", help="leave accessibility out, which takes most of the time")
    options = arguments.parse_args()
    report = pathlib.Path(options.report).resolve()
    if not (report / "index.html").is_file():
        print(f"check-report: {report}: no report here (index.html is missing)", file=sys.stderr)
        return 2
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        skip("chromium is not installed (Debian: apt-get install chromium)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        skip("playwright is not installed (pip install playwright==1.65.2 axe-playwright-python==0.1.8)")
    axe = None
    try:
        from axe_playwright_python.sync_playwright import Axe
        axe = None if options.no_axe else Axe()
    except ImportError:
        print("check-report: axe-playwright-python is absent; accessibility is not checked")
    screenshots = pathlib.Path(options.screenshots) if options.screenshots else None
    download = pathlib.Path(options.download) if options.download else None
    for folder in (screenshots, download):
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    checker = Checker(report, axe, screenshots, download)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for width, (x, y) in WIDTHS.items():
            name = [""]
            tab = browser.new_context(viewport={"width": x, "height": y}).new_page()
            checker.watch(tab, name)
            checker.session = tab.context.new_cdp_session(tab)
            checker.session.send("Performance.enable", {"timeDomain": "threadTicks"})
            for path in pages_of(report, options.pages):
                checker.page(tab, path, width, name)
            for language in ("", "en/"):
                checker.results(tab, report / f"{language}results.html", name)
                checker.overview(tab, report / f"{language}index.html", name)
                checker.compare(tab, report / f"{language}compare.html", name)
                checker.review(tab, report / f"{language}review.html", name)
        browser.close()
    for fault in checker.faults:
        print(fault)
    seconds, slowest = checker.slowest
    print(f"check-report: {checker.opened} pages opened, {len(checker.faults)} faults; "
          f"slowest {slowest} with {seconds:.2f} s of processor time{'' if axe else '; without axe-core'}")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
