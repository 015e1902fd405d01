CREATE EXTENSION vector;
CREATE TABLE documents (id INT PRIMARY KEY, tenant_id INT, deleted_at TIMESTAMPTZ, reader_groups INT[]);
CREATE TABLE chunks (id INT PRIMARY KEY, document_id INT, heading_path TEXT, body TEXT, embedding VECTOR(3));
INSERT INTO documents VALUES (1, 7, NULL, '{12}'), (2, 7, NULL, '{99}'), (3, 7, now(), '{31}'), (4, 8, NULL, '{12}');
INSERT INTO chunks SELECT id, id, 'a', 'b', '[0.1, 0.3, 0.2]' FROM documents;
CREATE TEMPORARY VIEW found AS
SELECT c.id FROM chunks AS c JOIN documents AS d ON d.id = c.document_id
WHERE d.tenant_id = 7 AND d.deleted_at IS NULL AND d.reader_groups && ARRAY[12, 31];
-- the block
DO $$ BEGIN
  ASSERT (SELECT array_agg(id) FROM found) = '{1}', 'neither others'' groups nor tenants, nor what is deleted';
END $$;
