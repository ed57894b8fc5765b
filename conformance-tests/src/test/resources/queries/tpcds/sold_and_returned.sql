-- Items sold in a store, returned there, and bought again by catalog
SELECT
  i_item_id,
  s_store_name,
  SUM(ss_net_profit) AS store_sales_profit,
  SUM(sr_return_amt) AS store_returns_loss,
  SUM(cs_net_profit) AS catalog_sales_profit
FROM store_sales, store_returns, catalog_sales, store, item
WHERE i_item_sk = ss_item_sk
  AND s_store_sk = ss_store_sk
  AND ss_item_sk = sr_item_sk
  AND ss_ticket_number = sr_ticket_number
  AND cs_item_sk = sr_item_sk
GROUP BY i_item_id, s_store_name
