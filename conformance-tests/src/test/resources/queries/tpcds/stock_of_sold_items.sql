-- Items in stock that were sold on the web: DISTINCT and IN, over a table without a key
SELECT DISTINCT i_item_id, i_current_price
FROM item, inventory
WHERE inv_item_sk = i_item_sk
  AND inv_quantity_on_hand BETWEEN 1 AND 6
  AND i_item_sk IN (SELECT ws_item_sk FROM web_sales WHERE ws_quantity > 5)
