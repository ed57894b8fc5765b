-- The best items beside the worst ones
SELECT best.place, best.item AS best_performing, worst.item AS worst_performing
FROM (
  SELECT item, ROW_NUMBER() OVER (ORDER BY profit DESC, item) AS place
  FROM (SELECT ss_item_sk AS item, AVG(ss_net_profit) AS profit FROM store_sales GROUP BY ss_item_sk) AS v1) AS best
JOIN (
  SELECT item, ROW_NUMBER() OVER (ORDER BY profit, item) AS place
  FROM (SELECT ss_item_sk AS item, AVG(ss_net_profit) AS profit FROM store_sales GROUP BY ss_item_sk) AS v2) AS worst
  ON best.place = worst.place
WHERE best.place <= 10
