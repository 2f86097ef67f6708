-- Who moved from yellow to green, and do the Ombudsman and PANRB agree? For DuckDB, in the folder of
-- a dataset that tilik wrote:  duckdb < movers_and_agreement.sql
--
-- Codes are text: 18.10 is not 18.1.

-- 1. From yellow to green between two assessments that follow one another.
WITH zones AS (
  SELECT *, coalesce(zone, zone_derived) AS colour
  FROM read_csv('results.csv', header = true, types = {'region_code': 'VARCHAR', 'year': 'INTEGER'})
  WHERE unit IS NULL AND year IS NOT NULL AND region_code IS NOT NULL
    AND instrument = 'kepatuhan_ombudsman' AND coalesce(zone, zone_derived) IS NOT NULL),
years AS (
  SELECT year, lead(year) OVER (ORDER BY year) AS next_year FROM (SELECT DISTINCT year FROM zones))
SELECT a.region, a.year AS from_year, b.year AS to_year,
  CASE WHEN a.scale IS NOT DISTINCT FROM b.scale THEN 'same scale' ELSE 'other scale' END AS scales
FROM zones a JOIN years USING (year)
JOIN zones b ON b.region_code = a.region_code AND b.year = years.next_year
WHERE a.colour = 'kuning' AND b.colour = 'hijau'
ORDER BY a.year, a.region_code;

-- 2. The regions that both assessed in the same year.
SELECT region, year, printf('%.2f', kepatuhan_score) AS kepatuhan, printf('%.2f', ipp_score) AS ipp
FROM read_csv('panel_region_year.csv', header = true,
  types = {'region_code': 'VARCHAR', 'year': 'INTEGER', 'kepatuhan_score': 'DOUBLE', 'ipp_score': 'DOUBLE'})
WHERE kepatuhan_score IS NOT NULL AND ipp_score IS NOT NULL
ORDER BY year, kepatuhan_score DESC;

-- The correlation of their ranks; equal scores share the mean of their places.
WITH ranks AS (
  SELECT year, rank() OVER (PARTITION BY year ORDER BY kepatuhan_score)
      + (count(*) OVER (PARTITION BY year, kepatuhan_score) - 1) / 2.0 AS one,
    rank() OVER (PARTITION BY year ORDER BY ipp_score)
      + (count(*) OVER (PARTITION BY year, ipp_score) - 1) / 2.0 AS other
  FROM read_csv('panel_region_year.csv', header = true,
    types = {'region_code': 'VARCHAR', 'year': 'INTEGER', 'kepatuhan_score': 'DOUBLE', 'ipp_score': 'DOUBLE'})
  WHERE kepatuhan_score IS NOT NULL AND ipp_score IS NOT NULL)
SELECT year, count(*) AS regions, printf('%.2f', corr(one, other)) AS correlation
FROM ranks GROUP BY year HAVING count(*) > 2 ORDER BY year;
