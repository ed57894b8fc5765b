-- Revenue of brands in one month
SELECT d_year, i_brand, i_manufact_id, SUM(ss_ext_price) AS sum_agg
FROM date_dim, store_sales, item
WHERE d_date_sk = ss_sold_date_sk AND ss_item_sk = i_item_sk AND d_moy = 11
GROUP BY d_year, i_brand, i_manufact_id
