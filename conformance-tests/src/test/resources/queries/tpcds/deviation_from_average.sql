-- Monthly sales of brands that are far from the brand's average of the year
SELECT i_category, i_brand, d_year, d_moy, sum_sales, avg_monthly_sales
FROM (
  SELECT
    i_category, i_brand, d_year, d_moy,
    SUM(ss_sales_price) AS sum_sales,
    AVG(SUM(ss_sales_price)) OVER (PARTITION BY i_category, i_brand, d_year) AS avg_monthly_sales
  FROM item, store_sales, date_dim
  WHERE ss_item_sk = i_item_sk AND ss_sold_date_sk = d_date_sk
  GROUP BY i_category, i_brand, d_year, d_moy) AS tmp
WHERE ABS(sum_sales - avg_monthly_sales) > 0.1 * avg_monthly_sales
