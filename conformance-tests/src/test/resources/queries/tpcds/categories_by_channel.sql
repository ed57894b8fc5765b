-- Sales of items in all channels, only for items of a category: UNION ALL of groups under groups, with IN
WITH ss AS (
  SELECT i_item_id, SUM(ss_ext_price) AS total_sales
  FROM store_sales JOIN item ON ss_item_sk = i_item_sk
  WHERE i_item_id IN (SELECT i_item_id FROM item WHERE i_category = 'Sports')
  GROUP BY i_item_id),
ws AS (
  SELECT i_item_id, SUM(ws_ext_price) AS total_sales
  FROM web_sales JOIN item ON ws_item_sk = i_item_sk
  WHERE i_item_id IN (SELECT i_item_id FROM item WHERE i_category = 'Sports')
  GROUP BY i_item_id)
SELECT i_item_id, SUM(total_sales) AS total_sales
FROM (SELECT * FROM ss UNION ALL SELECT * FROM ws) AS tmp1
GROUP BY i_item_id
