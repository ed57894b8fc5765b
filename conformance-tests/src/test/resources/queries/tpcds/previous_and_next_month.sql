-- Monthly sales with those of the month before and the month after
SELECT
  s_store_name, d_year, d_moy, sum_sales,
  LAG(sum_sales) OVER (PARTITION BY s_store_name ORDER BY d_year, d_moy) AS psum,
  LEAD(sum_sales) OVER (PARTITION BY s_store_name ORDER BY d_year, d_moy) AS nsum
FROM (
  SELECT s_store_name, d_year, d_moy, SUM(ss_sales_price) AS sum_sales
  FROM store_sales, date_dim, store
  WHERE ss_sold_date_sk = d_date_sk AND ss_store_sk = s_store_sk
  GROUP BY s_store_name, d_year, d_moy) AS v1
