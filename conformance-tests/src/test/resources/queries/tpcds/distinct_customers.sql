-- How many different customers and items each store knows, with counts under conditions
SELECT
  ss_store_sk,
  COUNT(DISTINCT ss_customer_sk) AS customers,
  COUNT(DISTINCT ss_item_sk) FILTER (WHERE ss_quantity > 10) AS items_sold_often,
  SUM(ss_quantity) FILTER (WHERE ss_promo_sk IS NOT NULL) AS promoted,
  COUNT(*) AS sales
FROM store_sales
GROUP BY ss_store_sk
