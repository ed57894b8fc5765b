-- Sales of items that are often sold to customers who spend most
WITH frequent_items AS (
  SELECT ss_item_sk AS item_sk, COUNT(*) AS cnt
  FROM store_sales GROUP BY ss_item_sk HAVING COUNT(*) > 4),
spending AS (
  SELECT ss_customer_sk AS customer_sk, SUM(ss_quantity * ss_sales_price) AS csales
  FROM store_sales WHERE ss_customer_sk IS NOT NULL GROUP BY ss_customer_sk),
best_customers AS (
  SELECT customer_sk, csales FROM spending WHERE csales > 0.3 * (SELECT MAX(csales) FROM spending))
SELECT SUM(sales) AS total
FROM (
  SELECT cs_quantity * cs_ext_price AS sales
  FROM catalog_sales
  WHERE cs_item_sk IN (SELECT item_sk FROM frequent_items)
    AND cs_bill_customer_sk IN (SELECT customer_sk FROM best_customers)
  UNION ALL
  SELECT ws_quantity * ws_ext_price
  FROM web_sales
  WHERE ws_item_sk IN (SELECT item_sk FROM frequent_items)
    AND ws_bill_customer_sk IN (SELECT customer_sk FROM best_customers)) AS both_channels
