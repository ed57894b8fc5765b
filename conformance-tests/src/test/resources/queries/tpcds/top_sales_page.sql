-- The second page of sales by profit, in a total order: LIMIT and OFFSET without groups
SELECT cs_item_sk, cs_order_number, cs_net_profit, cs_bill_customer_sk
FROM catalog_sales
WHERE cs_quantity > 3
ORDER BY cs_net_profit DESC, cs_item_sk, cs_order_number
LIMIT 10 OFFSET 5
