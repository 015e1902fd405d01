CREATE TABLE channel_bill (id INT PRIMARY KEY, out_trade_no VARCHAR(32), amount BIGINT, bill_date DATE, kind VARCHAR(8));
CREATE TABLE payment (id INT PRIMARY KEY, out_trade_no VARCHAR(32), amount BIGINT, status VARCHAR(16), paid_at DATETIME);
-- the block
