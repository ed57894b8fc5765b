-- How many tickets have how many lines: an aggregate of an aggregate
SELECT cnt, COUNT(*) AS tickets, SUM(amount) AS amount, MAX(amount) AS greatest
FROM (
  SELECT ss_ticket_number, COUNT(*) AS cnt, SUM(ss_ext_price) AS amount
  FROM store_sales
  GROUP BY ss_ticket_number) AS dn
GROUP BY cnt
