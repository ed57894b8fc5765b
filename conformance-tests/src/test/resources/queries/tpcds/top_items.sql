-- The ten items that sold best, in a total order
SELECT i_item_sk, i_item_id, SUM(ss_ext_price) AS revenue
FROM store_sales JOIN item ON i_item_sk = ss_item_sk
GROUP BY i_item_sk, i_item_id
ORDER BY revenue DESC, i_item_sk, i_item_id
LIMIT 10
