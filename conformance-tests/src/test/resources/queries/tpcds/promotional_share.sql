-- What part of the sales had a promotion: two totals side by side
SELECT promotions, total, promotions * 100.0 / total AS share
FROM
  (SELECT SUM(ss_ext_price) AS promotions
   FROM store_sales, promotion
   WHERE ss_promo_sk = p_promo_sk AND (p_channel_email = 'Y' OR p_channel_event = 'Y')) AS promotional_sales,
  (SELECT SUM(ss_ext_price) AS total FROM store_sales) AS all_sales
