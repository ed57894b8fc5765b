-- Customers in quarters by what they spent on the web
SELECT customer, spent, NTILE(4) OVER (ORDER BY spent, customer) AS quarter, DENSE_RANK() OVER (ORDER BY spent) AS place
FROM (
  SELECT ws_bill_customer_sk AS customer, SUM(ws_ext_price) AS spent
  FROM web_sales
  WHERE ws_bill_customer_sk IS NOT NULL AND ws_ext_price IS NOT NULL
  GROUP BY ws_bill_customer_sk) AS spending
