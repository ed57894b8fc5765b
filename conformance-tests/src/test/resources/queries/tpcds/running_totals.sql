-- Sums from the first day on, for each item in both channels
SELECT item_sk, d_date_sk, web_cumulative, store_cumulative
FROM (
  SELECT
    ws_item_sk AS item_sk,
    ws_sold_date_sk AS d_date_sk,
    SUM(ws_ext_price) OVER (
      PARTITION BY ws_item_sk ORDER BY ws_sold_date_sk, ws_order_number
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS web_cumulative,
    NULL AS store_cumulative
  FROM web_sales) AS web
UNION ALL
SELECT
  ss_item_sk,
  ss_sold_date_sk,
  NULL,
  SUM(ss_ext_price) OVER (PARTITION BY ss_item_sk ORDER BY ss_sold_date_sk)
FROM store_sales
WHERE ss_quantity > 10
