-- Customers who bought in a store, and on the web or by catalog
SELECT c_birth_year, c_preferred, COUNT(*) AS cnt
FROM customer c
WHERE EXISTS (
    SELECT * FROM store_sales, date_dim
    WHERE c.c_customer_sk = ss_customer_sk AND ss_sold_date_sk = d_date_sk AND d_year = 2001)
  AND (EXISTS (
      SELECT * FROM web_sales, date_dim
      WHERE c.c_customer_sk = ws_bill_customer_sk AND ws_sold_date_sk = d_date_sk)
    OR EXISTS (
      SELECT * FROM catalog_sales, date_dim
      WHERE c.c_customer_sk = cs_bill_customer_sk AND cs_sold_date_sk = d_date_sk))
GROUP BY c_birth_year, c_preferred
