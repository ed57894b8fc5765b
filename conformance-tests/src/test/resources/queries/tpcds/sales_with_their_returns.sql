-- What is left of each sale after its return: a LEFT JOIN under an aggregate
SELECT
  ss_customer_sk,
  SUM(CASE WHEN sr_return_quantity IS NOT NULL
      THEN (ss_quantity - sr_return_quantity) * ss_sales_price
      ELSE ss_quantity * ss_sales_price END) AS sumsales
FROM store_sales LEFT JOIN store_returns
  ON sr_item_sk = ss_item_sk AND sr_ticket_number = ss_ticket_number
GROUP BY ss_customer_sk
