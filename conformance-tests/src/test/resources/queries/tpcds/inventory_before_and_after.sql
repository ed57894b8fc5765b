-- Stock of items before and after a day: sums over a table without a key
SELECT
  inv_warehouse,
  i_item_id,
  SUM(CASE WHEN d_date < '2001-02-03' THEN inv_quantity_on_hand ELSE 0 END) AS inv_before,
  SUM(CASE WHEN d_date >= '2001-02-03' THEN inv_quantity_on_hand ELSE 0 END) AS inv_after
FROM inventory, item, date_dim
WHERE i_item_sk = inv_item_sk AND inv_date_sk = d_date_sk
GROUP BY inv_warehouse, i_item_id
