#!/usr/bin/env python3
"""Check a dataset as its readers would: load every CSV with the declared types, check the keys.

    check-dataset.py [FOLDER]          (default: output)

What datapackage.json declares is held against the files: columns, types, required cells, allowed
values, primary and foreign keys, sizes and hashes; CSV and JSON Lines must agree; tilik.sqlite must
pass its own checks. Standard library only; frictionless, pandas and DuckDB load the tables as well
where they are installed, and are skipped with a message where not.
Exit status: 0 all is well, 1 something is wrong (each fault is a line), 2 no dataset there.
"""
import csv
import datetime
import hashlib
import importlib.util
import io
import json
import os
import re
import sqlite3
import sys

csv.field_size_limit(1 << 30)
# Text that a spreadsheet would take for a formula stands behind an apostrophe in the CSV.
FORMULA = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
PARSE = {
    "string": lambda cell: cell[1:] if FORMULA.match(cell) else cell,
    "integer": int,
    "number": lambda cell: float(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell) else int("no number"),
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": datetime.date.fromisoformat,
}
faults = []


def fault(message):
    faults.append(message)
    print("FAULT  " + message)


def load(folder, resource):
    """The rows of a resource as dictionaries of typed values; faults are noted on the way."""
    path = os.path.join(folder, resource["path"])
    with open(path, "rb") as file:
        data = file.read()
    if len(data) != resource["bytes"] or "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
        fault(f"{resource['path']}: size or hash is not the declared one")
    lines = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    fields = resource["schema"]["fields"]
    names = [field["name"] for field in fields]
    if next(lines, None) != names:
        fault(f"{resource['path']}: the header is not the declared one")
    rows = []
    for number, cells in enumerate(lines, 2):
        row = {}
        if len(cells) != len(fields):
            fault(f"{resource['path']}, row {number}: {len(cells)} cells for {len(fields)} columns")
            continue
        for field, cell in zip(fields, cells):
            limits = field.get("constraints", {})
            place = f"{resource['path']}, row {number}, {field['name']}"
            value = None
            if cell:
                try:
                    value = PARSE[field["type"]](cell)
                except (ValueError, KeyError):
                    fault(f"{place}: {cell!r} is no {field['type']}")
            elif limits.get("required"):
                fault(f"{place}: is required")
            if cell and cell not in limits.get("enum", [cell]):
                fault(f"{place}: {cell!r} is not allowed")
            row[field["name"]] = value
        rows.append(row)
    return rows


def check_keys(package, tables):
    for resource in package["resources"]:
        name, schema = resource["name"], resource["schema"]
        seen = set()
        for row in tables[name]:
            key = tuple(row[column] for column in schema["primaryKey"])
            if None in key or key in seen:
                fault(f"{name}: the key {key} is empty or stands twice")
            seen.add(key)
        for foreign in schema.get("foreignKeys", []):
            target = foreign["reference"]["resource"] or name
            column, other = foreign["fields"][0], foreign["reference"]["fields"][0]
            known = {row[other] for row in tables[target]}
            for value in sorted({row[column] for row in tables[name]} - known - {None}):
                fault(f"{name}.{column}: {value!r} is not in {target}.{other}")


def check_lines(folder, resource, rows):
    path = os.path.join(folder, resource["name"] + ".jsonl")
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = [json.loads(line) for line in file]
    plain = [{k: v.isoformat() if isinstance(v, datetime.date) else v for k, v in row.items()} for row in rows]
    if lines != plain:
        fault(f"{resource['name']}.jsonl: differs from the CSV")


def check_sqlite(folder, tables):
    path = os.path.join(folder, "tilik.sqlite")
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        fault("tilik.sqlite: integrity check failed")
    for row in database.execute("PRAGMA foreign_key_check"):
        fault(f"tilik.sqlite: foreign key {row}")
    for name, rows in tables.items():
        (count,) = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        if count != len(rows):
            fault(f"tilik.sqlite: {name} has {count} rows, the CSV {len(rows)}")
    views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    for view in views:
        database.execute(f"SELECT * FROM {view}").fetchall()
    print(f"ok     SQLite: {len(tables)} tables, {len(views)} views")
    database.close()


def with_frictionless(folder, package, tables):
    from frictionless import validate

    report = validate(os.path.join(folder, "datapackage.json"))
    for kind, title in report.flatten(["type", "note"])[:20]:
        fault(f"frictionless: {kind}: {title}")


def with_pandas(folder, package, tables):
    import pandas

    types = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        frame = pandas.read_csv(
            os.path.join(folder, resource["path"]), keep_default_na=False, na_values=[""],
            dtype={f["name"]: types[f["type"]] for f in fields if f["type"] in types},
            parse_dates=[f["name"] for f in fields if f["type"] == "date"])
        if len(frame) != len(tables[resource["name"]]):
            fault(f"pandas: {resource['name']} has {len(frame)} rows")


def with_duckdb(folder, package, tables):
    import duckdb

    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
    for resource in package["resources"]:
        columns = {f["name"]: types[f["type"]] for f in resource["schema"]["fields"]}
        path = os.path.join(folder, resource["path"])
        (count,) = duckdb.execute(
            "SELECT count(*) FROM read_csv(?, header = true, delim = ',', quote = '\"', escape = '\"',"
            f" auto_detect = false, columns = {columns!r})", [path]).fetchone()
        if count != len(tables[resource["name"]]):
            fault(f"DuckDB: {resource['name']} has {count} rows")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "output"
    if folder in ("-h", "--help"):
        print(__doc__)
        return 0
    try:
        with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
            package = json.load(file)
    except OSError as error:
        print(f"no dataset in {folder}: {error.strerror}; run the pipeline first", file=sys.stderr)
        return 2
    tables = {resource["name"]: load(folder, resource) for resource in package["resources"]}
    check_keys(package, tables)
    for resource in package["resources"]:
        check_lines(folder, resource, tables[resource["name"]])
    if not faults:
        print(f"ok     {len(tables)} tables, {sum(map(len, tables.values()))} rows")
    check_sqlite(folder, tables)
    for module in ("frictionless", "pandas", "duckdb"):
        if importlib.util.find_spec(module) is None:
            print(f"skip   {module} is not installed")
        else:
            before = len(faults)
            globals()["with_" + module](folder, package, tables)
            if len(faults) == before:
                print(f"ok     {module} loads every table")
    print(f"{len(faults)} faults" if faults else "the dataset is sound")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
