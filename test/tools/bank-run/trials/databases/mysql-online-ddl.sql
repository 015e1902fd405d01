CREATE TABLE orders (id INT PRIMARY KEY, user_id INT, created_at DATETIME) ENGINE=InnoDB;
-- the block
