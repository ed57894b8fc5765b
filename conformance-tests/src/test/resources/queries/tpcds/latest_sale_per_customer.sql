-- The dearest sale of each customer, by row numbers in a total order
SELECT ss_customer_sk, ss_item_sk, ss_ticket_number, ss_ext_price
FROM (
  SELECT
    ss_customer_sk, ss_item_sk, ss_ticket_number, ss_ext_price,
    ROW_NUMBER() OVER (PARTITION BY ss_customer_sk ORDER BY ss_ext_price DESC, ss_item_sk, ss_ticket_number) AS place
  FROM store_sales) AS numbered
WHERE place = 1
