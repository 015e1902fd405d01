CREATE TABLE outbox (id BIGINT PRIMARY KEY, aggregate_id BIGINT, payload JSONB, sent_at TIMESTAMPTZ);
INSERT INTO outbox SELECT n, n % 2, '{}', CASE WHEN n > 3 THEN now() END FROM generate_series(1, 5) AS n;
-- the block
DO $$ BEGIN
  ASSERT (SELECT count(*) FROM outbox WHERE sent_at IS NULL) = 0, 'all are sent';
END $$;
