"""Who moved from yellow to green, and do the Ombudsman and PANRB agree?

    python3 movers_and_agreement.py [FOLDER]        (default: output)

Reads results.csv of a dataset that tilik wrote; needs pandas.
"""
import sys

import pandas as pd

folder = sys.argv[1] if len(sys.argv) > 1 else "output"
# Codes are text: 18.10 is not 18.1. Empty cells are missing, "NA" would not be.
results = pd.read_csv(f"{folder}/results.csv", dtype={"region_code": "string"}, keep_default_na=False, na_values=[""])
whole = results[results["unit"].isna() & results["year"].notna()].astype({"year": int})

# 1. From yellow to green between two assessments that follow one another.
zones = whole[whole["instrument"] == "kepatuhan_ombudsman"].copy()
zones["colour"] = zones["zone"].fillna(zones["zone_derived"])
zones = zones.dropna(subset=["colour", "region_code"])
years = sorted(zones["year"].unique())
zones["next_year"] = zones["year"].map(dict(zip(years, years[1:])))
pairs = zones.merge(
    zones, left_on=["region_code", "next_year"], right_on=["region_code", "year"], suffixes=("_from", "_to"))
moved = pairs[(pairs["colour_from"] == "kuning") & (pairs["colour_to"] == "hijau")]
print("moved from yellow to green")
for row in moved.sort_values(["year_from", "region_code"]).itertuples():
    same = "same scale" if row.scale_from == row.scale_to else "other scale"
    print(f"{row.region_from}\t{row.year_from}\t{row.year_to}\t{same}")

# 2. The regions that both assessed in the same year, by rank.
panel = pd.read_csv(f"{folder}/panel_region_year.csv", dtype={"region_code": "string"})
both = panel.dropna(subset=["kepatuhan_score", "ipp_score"]).copy()
print("assessed by both")
for row in both.sort_values(["year", "kepatuhan_score"], ascending=[True, False]).itertuples():
    print(f"{row.region}\t{row.year}\t{row.kepatuhan_score:.2f}\t{row.ipp_score:.2f}")
print("rank correlation")
for year, group in both.groupby("year"):
    if len(group) > 2:
        ranks = group[["kepatuhan_score", "ipp_score"]].rank()
        print(f"{year}\t{len(group)}\t{ranks['kepatuhan_score'].corr(ranks['ipp_score']):.2f}")
