-- Rows of the stock, with duplicates, of items that sold less than they had: a bag with a correlated sum
SELECT inv_item_sk, inv_warehouse, inv_quantity_on_hand
FROM inventory
WHERE inv_quantity_on_hand < (SELECT SUM(ws_quantity) FROM web_sales WHERE ws_item_sk = inv_item_sk)
