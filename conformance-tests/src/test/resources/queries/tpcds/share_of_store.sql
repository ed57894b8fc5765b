-- What part each sale has of all that its store sells
SELECT
  ss_store_sk, ss_item_sk, ss_ticket_number, ss_ext_price,
  ss_ext_price * 1.0 / SUM(ss_ext_price) OVER (PARTITION BY ss_store_sk) AS share,
  COUNT(*) OVER (PARTITION BY ss_store_sk) AS sales
FROM store_sales
