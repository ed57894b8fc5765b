-- Items of nearly the same price: a join without any equality
SELECT a.i_item_sk AS cheaper, b.i_item_sk AS dearer, b.i_current_price - a.i_current_price AS more
FROM item a, item b
WHERE a.i_current_price < b.i_current_price AND b.i_current_price <= a.i_current_price + 60
