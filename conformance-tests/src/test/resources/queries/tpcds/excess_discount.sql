-- The sum of prices that are above the item's own average
SELECT SUM(cs_ext_price) AS excess
FROM catalog_sales, item, date_dim
WHERE i_manufact_id < 3
  AND i_item_sk = cs_item_sk
  AND d_date_sk = cs_sold_date_sk
  AND cs_ext_price > (
    SELECT 1.1 * AVG(cs_ext_price)
    FROM catalog_sales, date_dim
    WHERE cs_item_sk = i_item_sk AND d_date_sk = cs_sold_date_sk)
