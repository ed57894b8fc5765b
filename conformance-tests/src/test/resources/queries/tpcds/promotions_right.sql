-- All promotions with what they sold, those too that sold nothing: a RIGHT JOIN
SELECT p_promo_sk, p_channel_email, COUNT(ss_item_sk) AS sales, SUM(ss_quantity) AS quantity
FROM store_sales RIGHT JOIN promotion ON p_promo_sk = ss_promo_sk
GROUP BY p_promo_sk, p_channel_email
