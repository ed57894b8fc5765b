-- Items sold in stores or by catalog, and not on the web
SELECT ss_item_sk AS item FROM store_sales
UNION
SELECT cs_item_sk FROM catalog_sales
EXCEPT
SELECT ws_item_sk FROM web_sales WHERE ws_quantity > 12
