CREATE EXTENSION vector;
CREATE TABLE chunks (id INT PRIMARY KEY, tenant_id INT, embedding VECTOR(3));
INSERT INTO chunks
SELECT n, n % 10, ARRAY[sin(n), cos(n), sin(2 * n)]::VECTOR(3) FROM generate_series(1, 5000) AS n;
SET enable_seqscan = off;
-- the block
-- a filter after the index scan: a tenth of 40 is left, unless the scan goes on
CREATE FUNCTION found() RETURNS BIGINT LANGUAGE SQL AS $$
  SELECT count(*) FROM (
    SELECT id FROM chunks WHERE tenant_id = 7 ORDER BY embedding <=> '[0.1, 0.3, 0.2]' LIMIT 10
  ) AS nearest
$$;
DO $$ BEGIN
  ASSERT current_setting('hnsw.ef_search') = '40' AND found() < 10, 'the trap of filters';
END $$;
SET hnsw.iterative_scan = 'relaxed_order';
DO $$ BEGIN
  ASSERT found() = 10, 'an iterative scan goes on';
END $$;
