-- How many customers bought in all three channels
SELECT COUNT(*) AS customers
FROM (
  SELECT ss_customer_sk FROM store_sales
  INTERSECT SELECT cs_bill_customer_sk FROM catalog_sales
  INTERSECT SELECT ws_bill_customer_sk FROM web_sales) AS hot
