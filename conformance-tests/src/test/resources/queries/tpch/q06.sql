-- Forecasting revenue change. The bounds of the discount are computed: 0.06 + 0.01 is less than 0.07 in SQLite.
SELECT SUM(l_extendedprice * l_discount) AS revenue
FROM lineitem
WHERE l_shipdate >= '1994-01-01'
  AND l_shipdate < '1995-01-01'
  AND l_discount BETWEEN 0.05 AND 0.07
  AND l_quantity < 24
