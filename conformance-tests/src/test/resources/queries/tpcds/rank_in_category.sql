-- The three best items of each category: top N per group
SELECT i_category, i_item_sk, sumsales, rk
FROM (
  SELECT i_category, i_item_sk, sumsales, RANK() OVER (PARTITION BY i_category ORDER BY sumsales DESC) AS rk
  FROM (
    SELECT i_category, i_item_sk, SUM(ss_ext_price) AS sumsales
    FROM store_sales, item
    WHERE ss_item_sk = i_item_sk
    GROUP BY i_category, i_item_sk) AS dw1) AS dw2
WHERE rk <= 3
