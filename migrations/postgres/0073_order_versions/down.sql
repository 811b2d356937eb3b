DROP TABLE document_shortfalls;
DROP TABLE order_versions;
ALTER TABLE order_people DROP COLUMN topic;
