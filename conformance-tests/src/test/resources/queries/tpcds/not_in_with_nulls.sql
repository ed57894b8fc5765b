-- Items of which no promotion is known to have been sold: NOT IN over a column with NULLs
SELECT i_item_id, i_brand
FROM item
WHERE i_item_sk NOT IN (SELECT ss_item_sk FROM store_sales WHERE ss_promo_sk IS NOT NULL AND ss_quantity > 16)
  AND i_manufact_id NOT IN (SELECT ss_promo_sk FROM store_sales WHERE ss_item_sk = i_item_sk AND ss_ticket_number <= 3)
