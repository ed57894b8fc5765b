-- The tables of TPC-H, with the indexes that somebody would make who runs its queries.
--
-- A comment behind CREATE TABLE is the number of rows that a table mostly has; one behind a column, the values
-- that the column mostly has: the constants of the queries and values beside them, so that every query has rows.

CREATE TABLE region ( -- 18
  r_regionkey INTEGER PRIMARY KEY, -- 1..12
  r_name TEXT NOT NULL, -- 'EUROPE' | 'ASIA' | 'ASIA' | 'AMERICA'
  r_comment TEXT -- 'old' | 'new'
);

CREATE TABLE nation ( -- 40
  n_nationkey INTEGER PRIMARY KEY, -- 1..20
  n_name TEXT NOT NULL, -- 'FRANCE' | 'GERMANY' | 'BRAZIL' | 'CANADA' | 'SAUDI ARABIA'
  n_regionkey INTEGER NOT NULL, -- 1..12
  n_comment TEXT -- 'flat' | 'hilly'
);
CREATE INDEX nation_of_region ON nation (n_regionkey);

CREATE TABLE supplier ( -- 36
  s_suppkey INTEGER PRIMARY KEY, -- 1..20
  s_name TEXT NOT NULL, -- 'Supplier#1' | 'Supplier#2' | 'Supplier#3' | 'Supplier#4' | 'Supplier#5'
  s_address TEXT NOT NULL, -- 'first street' | 'second street'
  s_nationkey INTEGER NOT NULL, -- 1..20
  s_phone TEXT NOT NULL, -- '11-100' | '23-200'
  s_acctbal DECIMAL(15,2) NOT NULL, -- -900.00..9000.00
  s_comment TEXT NOT NULL -- 'quick' | 'slow' | 'quiet' | 'many Customer and more Complaints'
);
CREATE INDEX supplier_of_nation ON supplier (s_nationkey);

CREATE TABLE part ( -- 30
  p_partkey INTEGER PRIMARY KEY, -- 1..24
  p_name TEXT NOT NULL, -- 'forest green' | 'forest blue' | 'lime green'
  p_mfgr TEXT NOT NULL, -- 'Manufacturer#1' | 'Manufacturer#2'
  p_brand TEXT NOT NULL, -- 'Brand#12' | 'Brand#23' | 'Brand#34'
  p_type TEXT NOT NULL, -- 'ECONOMY ANODIZED STEEL' | 'PROMO BURNISHED BRASS' | 'SMALL PLATED BRASS' | 'MEDIUM POLISHED TIN'
  p_size INTEGER NOT NULL, -- 3 | 9 | 15 | 15 | 15
  p_container TEXT NOT NULL, -- 'SM CASE' | 'MED BOX' | 'LG PACK'
  p_retailprice DECIMAL(15,2) NOT NULL, -- 900.00..2000.00
  p_comment TEXT -- 'round' | 'square'
);

CREATE TABLE partsupp ( -- 200
  ps_partkey INTEGER NOT NULL, -- 1..24
  ps_suppkey INTEGER NOT NULL, -- 1..20
  ps_availqty INTEGER NOT NULL, -- 1..20 | 1000..9999 | 1000..9999
  ps_supplycost DECIMAL(15,2) NOT NULL, -- 1.00..1000.00
  ps_comment TEXT, -- 'cheap' | 'dear'
  PRIMARY KEY (ps_partkey, ps_suppkey)
);
CREATE INDEX partsupp_of_supplier ON partsupp (ps_suppkey);

CREATE TABLE customer ( -- 40
  c_custkey INTEGER PRIMARY KEY, -- 1..30
  c_name TEXT NOT NULL, -- 'Customer#1' | 'Customer#2' | 'Customer#3' | 'Customer#4'
  c_address TEXT NOT NULL, -- 'north road' | 'south road'
  c_nationkey INTEGER NOT NULL, -- 1..20
  c_phone TEXT NOT NULL, -- '13-111' | '31-222' | '23-333' | '17-444' | '40-555'
  c_acctbal DECIMAL(15,2) NOT NULL, -- -900.00..9000.00
  c_mktsegment TEXT NOT NULL, -- 'BUILDING' | 'MACHINERY'
  c_comment TEXT -- 'likes blue' | 'likes red'
);
CREATE INDEX customer_of_nation ON customer (c_nationkey);

CREATE TABLE orders ( -- 150
  o_orderkey INTEGER PRIMARY KEY, -- 1..120
  o_custkey INTEGER NOT NULL, -- 1..20
  o_orderstatus TEXT NOT NULL, -- 'F' | 'F' | 'F' | 'O'
  o_totalprice DECIMAL(15,2) NOT NULL, -- 900.00..500000.00
  o_orderdate TEXT NOT NULL, -- '1993-08-10' | '1993-11-20' | '1994-03-05' | '1994-03-05' | '1995-02-01' | '1995-02-01'
  o_orderpriority TEXT NOT NULL, -- '1-URGENT' | '2-HIGH' | '3-MEDIUM' | '5-LOW'
  o_clerk TEXT NOT NULL, -- 'Clerk#1' | 'Clerk#2'
  o_shippriority INTEGER NOT NULL, -- 0..1
  o_comment TEXT NOT NULL -- 'nothing' | 'special wishes and requests'
);
CREATE INDEX orders_of_customer ON orders (o_custkey);

CREATE TABLE lineitem ( -- 700
  l_orderkey INTEGER NOT NULL, -- 1..120 | 1..120 | 1..8
  l_partkey INTEGER NOT NULL, -- 1..24
  l_suppkey INTEGER NOT NULL, -- 1..20
  l_linenumber INTEGER NOT NULL, -- 1..15
  l_quantity DECIMAL(15,2) NOT NULL, -- 1..5 | 8..28 | 48..50 | 48..50 | 50
  l_extendedprice DECIMAL(15,2) NOT NULL, -- 900.00..100000.00
  l_discount DECIMAL(15,2) NOT NULL, -- 0.04 | 0.05 | 0.06 | 0.07 | 0.1
  l_tax DECIMAL(15,2) NOT NULL, -- 0.00..0.08
  l_returnflag TEXT NOT NULL, -- 'R' | 'A' | 'N'
  l_linestatus TEXT NOT NULL, -- 'O' | 'F'
  l_shipdate TEXT NOT NULL, -- '1994-02-01' | '1994-05-01' | '1995-03-20' | '1995-09-12' | '1996-02-14'
  l_commitdate TEXT NOT NULL, -- '1994-05-10' | '1995-04-01' | '1996-03-01'
  l_receiptdate TEXT NOT NULL, -- '1994-05-01' | '1994-06-01' | '1995-03-30'
  l_shipinstruct TEXT NOT NULL, -- 'DELIVER IN PERSON' | 'DELIVER IN PERSON' | 'NONE'
  l_shipmode TEXT NOT NULL, -- 'AIR' | 'AIR REG' | 'MAIL'
  l_comment TEXT, -- 'soft' | 'hard'
  PRIMARY KEY (l_orderkey, l_linenumber)
);
CREATE INDEX lineitem_of_part ON lineitem (l_partkey, l_suppkey);
CREATE INDEX lineitem_of_supplier ON lineitem (l_suppkey);
