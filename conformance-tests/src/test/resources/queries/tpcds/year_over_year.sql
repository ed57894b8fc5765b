-- Monthly sales of one year beside those of the next: a grouped CTE joined with itself
WITH by_month AS (
  SELECT d_year, d_moy, SUM(ext_price) AS sales
  FROM (
    SELECT ws_sold_date_sk AS sold_date_sk, ws_ext_price AS ext_price FROM web_sales
    UNION ALL
    SELECT cs_sold_date_sk, cs_ext_price FROM catalog_sales) AS wscs, date_dim
  WHERE d_date_sk = sold_date_sk
  GROUP BY d_year, d_moy)
SELECT y.d_moy, y.sales AS sales, z.sales AS sales_next_year, y.sales * 1.0 / z.sales AS ratio
FROM by_month y JOIN by_month z ON z.d_moy = y.d_moy AND z.d_year = y.d_year + 1
