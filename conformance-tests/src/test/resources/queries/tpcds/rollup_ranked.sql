-- The same for categories, with a rank in each level
SELECT i_category, i_class, level, profit, RANK() OVER (PARTITION BY level, parent ORDER BY profit DESC) AS place
FROM (
  SELECT i_category, i_class, SUM(ss_net_profit) AS profit, 0 AS level, i_category AS parent
  FROM store_sales, item WHERE ss_item_sk = i_item_sk GROUP BY i_category, i_class
  UNION ALL
  SELECT i_category, NULL, SUM(ss_net_profit), 1, NULL
  FROM store_sales, item WHERE ss_item_sk = i_item_sk GROUP BY i_category
  UNION ALL
  SELECT NULL, NULL, SUM(ss_net_profit), 2, NULL
  FROM store_sales, item WHERE ss_item_sk = i_item_sk) AS levels
