-- Each customer, with the state of the address and the last sale's item, where they are known: chained LEFT JOINs
SELECT c_customer_sk, c_last_name, ca_state, ss_item_sk, i_brand
FROM customer
LEFT JOIN customer_address ON ca_address_sk = c_current_addr_sk
LEFT JOIN store_sales ON ss_customer_sk = c_customer_sk AND ss_quantity > 5
LEFT JOIN item ON i_item_sk = ss_item_sk
