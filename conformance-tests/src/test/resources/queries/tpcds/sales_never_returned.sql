-- Sales that were never returned, by a LEFT JOIN that finds nothing
SELECT d_year, ss_item_sk, ss_customer_sk, ss_quantity
FROM store_sales
LEFT JOIN store_returns ON sr_ticket_number = ss_ticket_number AND ss_item_sk = sr_item_sk
JOIN date_dim ON ss_sold_date_sk = d_date_sk
WHERE sr_ticket_number IS NULL
