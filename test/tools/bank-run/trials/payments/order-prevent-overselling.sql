CREATE TABLE orders (order_no VARCHAR(32) PRIMARY KEY, request_id CHAR(32) UNIQUE, user_id BIGINT, sku_id BIGINT, quantity INT, status VARCHAR(16));
CREATE TABLE sku (id BIGINT PRIMARY KEY, stock INT);
-- the block
