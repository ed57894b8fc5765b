-- Customers whose sales grew faster on the web than in stores: a CTE of all channels read four times
WITH year_total AS (
  SELECT c_customer_sk AS customer, d_year AS year, SUM(ss_ext_price) AS total, 's' AS sale_type
  FROM customer, store_sales, date_dim
  WHERE c_customer_sk = ss_customer_sk AND ss_sold_date_sk = d_date_sk
  GROUP BY c_customer_sk, d_year
  UNION ALL
  SELECT c_customer_sk, d_year, SUM(ws_ext_price), 'w'
  FROM customer, web_sales, date_dim
  WHERE c_customer_sk = ws_bill_customer_sk AND ws_sold_date_sk = d_date_sk
  GROUP BY c_customer_sk, d_year)
SELECT s1.customer, s1.total AS store_first, s2.total AS store_second, w1.total AS web_first, w2.total AS web_second
FROM year_total s1, year_total s2, year_total w1, year_total w2
WHERE s2.customer = s1.customer AND w1.customer = s1.customer AND w2.customer = s1.customer
  AND s1.sale_type = 's' AND s2.sale_type = 's' AND w1.sale_type = 'w' AND w2.sale_type = 'w'
  AND s1.year < s2.year AND w1.year = s1.year AND w2.year = s2.year
