-- States with many purchases of items that cost more than nine tenths of the average of their category
SELECT ca_state AS state, COUNT(*) AS cnt
FROM customer_address a, customer c, store_sales s, item i
WHERE a.ca_address_sk = c.c_current_addr_sk
  AND c.c_customer_sk = s.ss_customer_sk
  AND s.ss_item_sk = i.i_item_sk
  AND i.i_current_price > (
    SELECT 0.9 * AVG(j.i_current_price) FROM item j WHERE j.i_category = i.i_category)
GROUP BY ca_state
HAVING COUNT(*) >= 2
