#!/usr/bin/env python3
"""seeds.py TARGET FOLDER: what a fuzz target begins with, made from the sample corpus and the pipeline."""
import gzip, io, pathlib, string, sys, tarfile, zipfile

target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
root = pathlib.Path(__file__).resolve().parent.parent
SMALL = 20_000  # bytes; short inputs are tried more often


def pages():
    for place in ["corpus", "Tests/Fixtures/regulations"]:
        for path in sorted((root / place).rglob("*.htm*")):
            data = path.read_bytes()
            yield gzip.decompress(data) if path.suffix == ".gz" else data


def record(kind, block, *fields):
    head = ["WARC/1.1", f"WARC-Type: {kind}", "WARC-Date: 2024-02-01T03:04:05Z", *fields]
    return "\r\n".join([*head, f"Content-Length: {len(block)}", "", ""]).encode() + block + b"\r\n\r\n"


def response(body, *http, code="200 OK"):
    head = "\r\n".join([f"HTTP/1.1 {code}", "Content-Type: text/html", *http, "", ""]).encode()
    return record("response", head + body, "WARC-Target-URI: https://contoh.example/a",
                  "WARC-Record-ID: <urn:a>", "Content-Type: application/http; msgtype=response")


def warcs():
    body = b"<p>Kota Metro zona hijau</p>"
    yield record("warcinfo", b"a: b\r\n") + response(body)
    yield response(b"1c\r\n" + body + b"\r\n0\r\n\r\n", "Transfer-Encoding: chunked")
    yield response(gzip.compress(body), "Content-Encoding: gzip", f"Content-Length: {len(gzip.compress(body))}")
    yield response(b"", code="304 X") + record(
        "revisit", b"", "WARC-Refers-To: <urn:a>", "WARC-Target-URI: https://contoh.example/b")
    yield record("resource", body, "WARC-Target-URI: https://contoh.example/c", "Content-Type: text/html")
    yield gzip.compress(response(body)) + gzip.compress(response(body * 3))


def archives():
    body = b"<p>Kota Metro zona hijau</p>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.html", body)
        file.writestr("b/c.html", body, zipfile.ZIP_DEFLATED)
    yield packed.getvalue()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as file:
        entry = tarfile.TarInfo("a.html")
        entry.size = len(body)
        file.addfile(entry, io.BytesIO(body))
    yield packed.getvalue()


def mhtmls():
    part = "Content-Type: {}\r\nContent-Transfer-Encoding: {}\r\nContent-Location: https://contoh.example/a\r\n\r\n{}\r\n"
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    for kind, text in [("quoted-printable", "<p>zona=20hijau=\r\n</p>"), ("base64", "PHA+aGlqYXU8L3A+"),
                       ("8bit", "<p>hijau</p>")]:
        yield (head + "--b\r\n" + part.format("text/html; charset=utf-8", kind, text) + "--b--\r\n").encode()


def tables():
    for letter, path in zip(string.ascii_lowercase, sorted((root / "Fuzz/tables").glob("*.csv"))):
        yield letter.encode() + path.read_bytes()


def rules():
    for path in sorted((root / "pipelines/compliance/rules").glob("*.yml")):
        text = path.read_text()
        for rule in text.split("\n- ")[1:40]:
            yield ("- " + rule + "\n").encode()
        yield text[:SMALL].encode()


makers = {
    "html": pages, "reading": pages, "warc": warcs, "archive": archives, "mhtml": mhtmls, "tables": tables,
    "rules": rules, "gzip": lambda: (gzip.compress(page[:2000]) for page in pages()),
}
for number, data in enumerate(makers[target]()):
    if len(data) <= SMALL * 2:
        (folder / f"seed-{number:03}").write_bytes(data)
