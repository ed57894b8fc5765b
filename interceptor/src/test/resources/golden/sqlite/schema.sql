CREATE TABLE customers (nr INTEGER PRIMARY KEY, name TEXT, city TEXT COLLATE NOCASE);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers, amount INTEGER, placed TEXT);
CREATE INDEX orders_of_customer ON orders (customer);
CREATE TABLE items (
  order_id INTEGER NOT NULL REFERENCES orders, line INTEGER NOT NULL, product TEXT, price REAL,
  PRIMARY KEY (order_id, line));
CREATE TABLE visits (customer INTEGER, placed TEXT);
CREATE INDEX visits_of_customer ON visits (customer);
