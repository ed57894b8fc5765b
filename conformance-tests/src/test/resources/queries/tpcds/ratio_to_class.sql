-- Revenue of items, and its part of the revenue of their class
SELECT
  i_item_id,
  i_category,
  i_class,
  i_current_price,
  SUM(ws_ext_price) AS itemrevenue,
  SUM(ws_ext_price) * 100.0 / SUM(SUM(ws_ext_price)) OVER (PARTITION BY i_class) AS revenueratio
FROM web_sales, item, date_dim
WHERE ws_item_sk = i_item_sk AND i_category IN ('Sports', 'Men') AND ws_sold_date_sk = d_date_sk
GROUP BY i_item_id, i_category, i_class, i_current_price
