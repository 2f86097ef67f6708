"""Print, as JSON, what openpyxl finds in a workbook: what WorkbookTests holds against the tables."""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
report = {"created": book.properties.created.isoformat(), "sheets": [], "cells": {}, "coloured": [], "links": []}
astray = 0
for sheet in book:
    header = [cell.value for cell in sheet[1]]
    formulas = 0
    for row in sheet.iter_rows(min_row=2):
        for name, cell in zip(header, row):
            place = f"{sheet.title}!{name}"
            formulas += cell.data_type == "f"
            if cell.value is not None:
                known = f"{type(cell.value).__name__} {cell.value} {cell.number_format}"
                report["cells"].setdefault(place, known)
            if cell.hyperlink:
                target = cell.hyperlink.target or cell.hyperlink.location
                report["links"].append(f"{place} {target}")
                if target.startswith("'"):
                    title, address = target.replace("'", "").split("!")
                    # Both sheets begin with the result.
                    astray += book[title][address].value != row[0].value
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            column = header[min(r.min_col for r in area.sqref.ranges) - 1]
            colour = rule.dxf.fill.bgColor.rgb[-6:]
            report["coloured"].append(f"{sheet.title}!{column} {rule.formula[0].strip(chr(34))} {colour}")
    report["sheets"].append({
        "name": sheet.title, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
        "extent": sheet.dimensions, "formulas": formulas})
report["astray"] = astray
print(json.dumps(report))
