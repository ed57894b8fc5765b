-- Profit by state and store, by state, and of all: ROLLUP as UNION ALL
SELECT s_state, s_store_name, SUM(ss_net_profit) AS profit, 0 AS level
FROM store_sales, store
WHERE ss_store_sk = s_store_sk
GROUP BY s_state, s_store_name
UNION ALL
SELECT s_state, NULL, SUM(ss_net_profit), 1
FROM store_sales, store
WHERE ss_store_sk = s_store_sk
GROUP BY s_state
UNION ALL
SELECT NULL, NULL, SUM(ss_net_profit), 2
FROM store_sales, store
WHERE ss_store_sk = s_store_sk
