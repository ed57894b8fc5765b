-- Orders by catalog of customers who spent much in stores: IN over groups
SELECT cs_order_number, cs_item_sk, cs_ext_price
FROM catalog_sales
WHERE cs_bill_customer_sk IN (
  SELECT ss_customer_sk FROM store_sales GROUP BY ss_customer_sk HAVING SUM(ss_ext_price) > 5000)
