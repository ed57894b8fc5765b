-- Profit of items by catalog beside that on the web: a FULL JOIN of groups
SELECT c.item AS catalog_item, w.item AS web_item, c.profit AS catalog_profit, w.profit AS web_profit
FROM (SELECT cs_item_sk AS item, SUM(cs_net_profit) AS profit FROM catalog_sales WHERE cs_quantity > 8 GROUP BY cs_item_sk) AS c
FULL OUTER JOIN
  (SELECT ws_item_sk AS item, SUM(ws_net_profit) AS profit FROM web_sales WHERE ws_quantity > 8 GROUP BY ws_item_sk) AS w
  ON c.item = w.item
