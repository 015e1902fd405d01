CREATE TABLE post (id INT PRIMARY KEY, title VARCHAR(20), created_at DATETIME, KEY (created_at, id));
-- the block
