CREATE TABLE orders (id INT PRIMARY KEY);
CREATE TABLE order_item (id INT PRIMARY KEY, order_id INT NOT NULL);
-- the block
