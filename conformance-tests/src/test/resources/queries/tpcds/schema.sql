-- Tables in the shape of TPC-DS: the facts of three channels and of returns around their dimensions, with fewer
-- columns. Amounts are whole cents. Foreign keys of facts may be NULL, as there.
--
-- A comment behind CREATE TABLE is the number of rows that a table mostly has; one behind a column, the values
-- that the column mostly has.

CREATE TABLE date_dim ( -- 24
  d_date_sk INTEGER PRIMARY KEY, -- 1..30
  d_date TEXT NOT NULL, -- '2000-01-15' | '2000-02-15' | '2000-11-20' | '2001-01-20' | '2001-02-03' | '2001-12-24' | '2002-01-02'
  d_year INTEGER NOT NULL, -- 2000 | 2001 | 2001 | 2002
  d_moy INTEGER NOT NULL, -- 1 | 2 | 11 | 11
  d_qoy INTEGER NOT NULL, -- 1 | 4
  d_day_name TEXT NOT NULL -- 'Sunday' | 'Monday' | 'Friday'
);

CREATE TABLE item ( -- 16
  i_item_sk INTEGER PRIMARY KEY, -- 1..20
  i_item_id TEXT NOT NULL, -- 'AAA1' | 'AAA2' | 'AAA3' | 'AAA4' | 'AAA5' | 'AAA6'
  i_brand TEXT, -- 'amalg #1' | 'edu pack #2' | null
  i_class TEXT, -- 'dresses' | 'shirts' | 'football' | null
  i_category TEXT, -- 'Women' | 'Men' | 'Sports' | 'Sports' | null
  i_current_price INTEGER, -- 100..900 | 100..300 | null
  i_manufact_id INTEGER -- 1..4 | 9
);
CREATE INDEX item_of_category ON item (i_category);

CREATE TABLE customer_address ( -- 10
  ca_address_sk INTEGER PRIMARY KEY, -- 1..12
  ca_city TEXT, -- 'Midway' | 'Fairview' | 'Oakland'
  ca_state TEXT, -- 'CA' | 'TX' | null
  ca_country TEXT -- 'United States' | null
);

CREATE TABLE customer ( -- 26
  c_customer_sk INTEGER PRIMARY KEY, -- 1..30
  c_customer_id TEXT NOT NULL, -- 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6' | 'C7' | 'C8'
  c_current_addr_sk INTEGER, -- 1..12 | null
  c_first_name TEXT, -- 'Ann' | 'Bob' | 'Eve' | null
  c_last_name TEXT, -- 'Lee' | 'Roe' | 'Poe' | null
  c_birth_year INTEGER, -- 1960 | 1970 | 1980 | null
  c_preferred TEXT -- 'Y' | 'N'
);
CREATE INDEX customer_of_address ON customer (c_current_addr_sk);

CREATE TABLE store ( -- 5
  s_store_sk INTEGER PRIMARY KEY, -- 1..6
  s_store_name TEXT, -- 'able' | 'ought' | 'ese'
  s_state TEXT, -- 'CA' | 'TX' | 'TX'
  s_floor_space INTEGER -- 1000..1005
);

CREATE TABLE promotion ( -- 5
  p_promo_sk INTEGER PRIMARY KEY, -- 1..6
  p_channel_email TEXT, -- 'Y' | 'N'
  p_channel_event TEXT -- 'Y' | 'N' | null
);

CREATE TABLE store_sales ( -- 110
  ss_item_sk INTEGER NOT NULL, -- 1..20
  ss_ticket_number INTEGER NOT NULL, -- 1..25
  ss_sold_date_sk INTEGER, -- 1..30 | null
  ss_customer_sk INTEGER, -- 1..30 | 1..6 | null
  ss_store_sk INTEGER, -- 1..6 | null
  ss_promo_sk INTEGER, -- 1..6 | null | null
  ss_quantity INTEGER, -- 1..20 | 1..5 | null
  ss_sales_price INTEGER, -- 100..900
  ss_ext_price INTEGER, -- 100..5000 | 100 | null
  ss_net_profit INTEGER, -- -500..500
  PRIMARY KEY (ss_item_sk, ss_ticket_number)
);
CREATE INDEX store_sales_of_date ON store_sales (ss_sold_date_sk);
CREATE INDEX store_sales_of_customer ON store_sales (ss_customer_sk);
CREATE INDEX store_sales_of_store ON store_sales (ss_store_sk);
CREATE INDEX store_sales_of_promotion ON store_sales (ss_promo_sk);

CREATE TABLE store_returns ( -- 40
  sr_item_sk INTEGER NOT NULL, -- 1..20
  sr_ticket_number INTEGER NOT NULL, -- 1..25
  sr_returned_date_sk INTEGER, -- 1..30 | null
  sr_customer_sk INTEGER, -- 1..30 | 1..6 | null
  sr_store_sk INTEGER, -- 1..6
  sr_return_quantity INTEGER, -- 1..9
  sr_return_amt INTEGER, -- 50..900 | null
  PRIMARY KEY (sr_item_sk, sr_ticket_number)
);
CREATE INDEX store_returns_of_customer ON store_returns (sr_customer_sk);
CREATE INDEX store_returns_of_store ON store_returns (sr_store_sk);
CREATE INDEX store_returns_of_date ON store_returns (sr_returned_date_sk);

CREATE TABLE catalog_sales ( -- 70
  cs_item_sk INTEGER NOT NULL, -- 1..20
  cs_order_number INTEGER NOT NULL, -- 1..20
  cs_sold_date_sk INTEGER, -- 1..30 | null
  cs_bill_customer_sk INTEGER, -- 1..30 | 1..6 | null
  cs_ship_addr_sk INTEGER, -- 1..12 | null
  cs_warehouse INTEGER, -- 1..3
  cs_quantity INTEGER, -- 1..20
  cs_ext_price INTEGER, -- 100..5000 | null
  cs_net_profit INTEGER, -- -500..500
  PRIMARY KEY (cs_item_sk, cs_order_number)
);
CREATE INDEX catalog_sales_of_order ON catalog_sales (cs_order_number);
CREATE INDEX catalog_sales_of_date ON catalog_sales (cs_sold_date_sk);
CREATE INDEX catalog_sales_of_customer ON catalog_sales (cs_bill_customer_sk);

CREATE TABLE web_sales ( -- 60
  ws_item_sk INTEGER NOT NULL, -- 1..20
  ws_order_number INTEGER NOT NULL, -- 1..20
  ws_sold_date_sk INTEGER, -- 1..30 | null
  ws_bill_customer_sk INTEGER, -- 1..30 | 1..6 | null
  ws_quantity INTEGER, -- 1..20
  ws_ext_price INTEGER, -- 100..5000 | null
  ws_net_profit INTEGER, -- -500..500
  PRIMARY KEY (ws_item_sk, ws_order_number)
);
CREATE INDEX web_sales_of_date ON web_sales (ws_sold_date_sk);
CREATE INDEX web_sales_of_customer ON web_sales (ws_bill_customer_sk);

-- Without a key: rows may be there twice.
CREATE TABLE inventory ( -- 60
  inv_date_sk INTEGER, -- 1..30
  inv_item_sk INTEGER, -- 1..20
  inv_warehouse INTEGER, -- 1..3
  inv_quantity_on_hand INTEGER -- 0..9 | 0 | null
);
CREATE INDEX inventory_of_item ON inventory (inv_item_sk);
CREATE INDEX inventory_of_date ON inventory (inv_date_sk);
