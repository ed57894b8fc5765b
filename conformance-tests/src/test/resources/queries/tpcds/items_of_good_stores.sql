-- Items whose average profit is above nine tenths of that of all sales without a customer: HAVING with a subquery
SELECT ss_item_sk, AVG(ss_net_profit) AS rank_col, COUNT(*) AS sales
FROM store_sales
GROUP BY ss_item_sk
HAVING AVG(ss_net_profit) > (
  SELECT 0.9 * AVG(ss_net_profit) FROM store_sales WHERE ss_promo_sk IS NULL)
