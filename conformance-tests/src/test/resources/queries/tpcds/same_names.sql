-- Customers of the same last name born in different years: a self-join that is not only of equalities
SELECT a.c_customer_sk AS older, b.c_customer_sk AS younger, a.c_last_name
FROM customer a JOIN customer b ON a.c_last_name = b.c_last_name AND a.c_birth_year < b.c_birth_year
