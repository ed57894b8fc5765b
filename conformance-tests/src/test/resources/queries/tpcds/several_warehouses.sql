-- Orders sent from several warehouses and never returned
SELECT COUNT(DISTINCT cs_order_number) AS order_count, SUM(cs_ext_price) AS total, SUM(cs_net_profit) AS profit
FROM catalog_sales cs1
WHERE EXISTS (
    SELECT * FROM catalog_sales cs2
    WHERE cs1.cs_order_number = cs2.cs_order_number AND cs1.cs_warehouse <> cs2.cs_warehouse)
  AND NOT EXISTS (
    SELECT * FROM store_returns
    WHERE sr_ticket_number = cs1.cs_order_number AND sr_item_sk = cs1.cs_item_sk)
