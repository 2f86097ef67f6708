"""Run a file of SQL with Python's DuckDB, where its shell is not installed.

    python3 run-duckdb.py FILE.sql [FOLDER]        (default: output)

Prints the rows of every statement, cells parted by tabs.
"""
import os
import sys

import duckdb

if len(sys.argv) < 2 or not sys.argv[1].endswith(".sql"):
    sys.exit(__doc__.strip())
with open(sys.argv[1], encoding="utf-8") as file:
    statements = duckdb.extract_statements(file.read())
os.chdir(sys.argv[2] if len(sys.argv) > 2 else "output")
for statement in statements:
    for row in duckdb.execute(statement).fetchall():
        print(*row, sep="\t")
