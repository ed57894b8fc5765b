-- Customers who bought in a store, and neither on the web nor by catalog
SELECT c_customer_id, c_birth_year, ca_state
FROM customer, customer_address
WHERE c_current_addr_sk = ca_address_sk
  AND EXISTS (SELECT 1 FROM store_sales WHERE c_customer_sk = ss_customer_sk)
  AND NOT EXISTS (SELECT 1 FROM web_sales WHERE c_customer_sk = ws_bill_customer_sk AND ws_quantity > 12)
  AND NOT EXISTS (SELECT 1 FROM catalog_sales WHERE c_customer_sk = cs_bill_customer_sk AND cs_quantity > 12)
