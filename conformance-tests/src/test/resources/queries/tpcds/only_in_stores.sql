-- Customers who bought in stores and nowhere else
SELECT c_last_name, c_first_name
FROM store_sales, customer
WHERE ss_customer_sk = c_customer_sk
EXCEPT
SELECT c_last_name, c_first_name
FROM catalog_sales, customer
WHERE cs_bill_customer_sk = c_customer_sk AND cs_quantity > 15
EXCEPT
SELECT c_last_name, c_first_name
FROM web_sales, customer
WHERE ws_bill_customer_sk = c_customer_sk AND ws_quantity > 15
