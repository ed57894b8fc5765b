-- Averages of sales in ranges of quantity: uncorrelated scalar subqueries in the select list
SELECT
  p_promo_sk,
  CASE WHEN (SELECT COUNT(*) FROM store_sales WHERE ss_quantity BETWEEN 1 AND 10) > 40
    THEN (SELECT AVG(ss_ext_price) FROM store_sales WHERE ss_quantity BETWEEN 1 AND 10)
    ELSE (SELECT AVG(ss_net_profit) FROM store_sales WHERE ss_quantity BETWEEN 1 AND 10) END AS bucket1,
  (SELECT MAX(ss_ext_price) FROM store_sales WHERE ss_promo_sk = p_promo_sk) AS dearest
FROM promotion
