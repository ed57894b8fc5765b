-- Each return on the last day of its store, and stores without any: a correlated maximum behind an outer join
SELECT s_store_sk, s_store_name, sr_item_sk, sr_ticket_number
FROM store
LEFT JOIN store_returns ON sr_store_sk = s_store_sk
WHERE sr_returned_date_sk = (
    SELECT MAX(r.sr_returned_date_sk) FROM store_returns r WHERE r.sr_store_sk = s_store_sk)
  OR sr_item_sk IS NULL
