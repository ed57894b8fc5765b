-- Tickets by customers of a city, with the greatest line, if it is dear: groups joined with rows
SELECT c_last_name, c_first_name, ca_city, ss_ticket_number, amt, profit
FROM (
  SELECT ss_ticket_number, ss_customer_sk, MAX(ss_ext_price) AS amt, SUM(ss_net_profit) AS profit
  FROM store_sales, store
  WHERE ss_store_sk = s_store_sk AND s_floor_space > 1001
  GROUP BY ss_ticket_number, ss_customer_sk) AS ms
JOIN customer ON ss_customer_sk = c_customer_sk
LEFT JOIN customer_address ON ca_address_sk = c_current_addr_sk
WHERE amt > 1000
