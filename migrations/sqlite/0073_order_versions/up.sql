-- The topic of a final work stands with the person a sheet names, so that the documents of a few people are issued without
-- reading the sheets of everybody.
ALTER TABLE order_people ADD COLUMN topic TEXT;
DROP TRIGGER order_people_keep;
UPDATE order_people SET topic = said.topic FROM (
    SELECT o.id AS order_id, json_extract(e.value, '$.enrolment') AS enrolment_id, json_extract(e.value, '$.topic') AS topic
    FROM orders o JOIN json_each(o.content, '$.entries') e
    WHERE o.kind = 'assessment_sheet' AND o.signed_at IS NOT NULL
) AS said
WHERE said.order_id = order_people.order_id AND said.enrolment_id = order_people.enrolment_id AND said.topic IS NOT NULL;
CREATE TRIGGER order_people_keep BEFORE UPDATE ON order_people
BEGIN SELECT RAISE(ABORT, 'signed orders are never changed'); END;

-- What a paper said at each of its revisions, who wrote that and when. The log keeps only which fields changed and the hashes
-- of these contents. Of papers that are older than this table the present content is the first that is known.
CREATE TABLE order_versions (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    revision INTEGER NOT NULL,
    content TEXT NOT NULL,
    written_at TEXT NOT NULL,
    written_by INTEGER REFERENCES people (id),
    PRIMARY KEY (order_id, revision)
) STRICT;
INSERT INTO order_versions (order_id, revision, content, written_at, written_by)
SELECT id, revision, content, edited_at, edited_by FROM orders;
CREATE TRIGGER order_versions_stay BEFORE DELETE ON order_versions
BEGIN SELECT RAISE(ABORT, 'orders are never deleted'); END;
CREATE TRIGGER order_versions_keep BEFORE UPDATE ON order_versions
BEGIN SELECT RAISE(ABORT, 'versions of orders are never changed'); END;

-- Why a document was issued although less was held than its programme has, who found that right and when.
CREATE TABLE document_shortfalls (
    document_id INTEGER PRIMARY KEY NOT NULL REFERENCES documents (id),
    reason TEXT NOT NULL,
    held_minutes INTEGER NOT NULL,
    planned_minutes INTEGER NOT NULL,
    accepted_at TEXT NOT NULL,
    accepted_by INTEGER REFERENCES people (id)
) STRICT;
INSERT INTO document_shortfalls (document_id, reason, held_minutes, planned_minutes, accepted_at, accepted_by)
SELECT a.subject_id, json_extract(a.after_value, '$.reason'), json_extract(a.after_value, '$.held_minutes'),
    json_extract(a.after_value, '$.planned_minutes'), a.at, a.person_id
FROM audit_entries a JOIN documents d ON d.id = a.subject_id
WHERE a.subject_kind = 'document' AND a.action = 'document-issued-despite'
    AND json_extract(a.after_value, '$.reason') IS NOT NULL
    AND a.id = (SELECT MIN(f.id) FROM audit_entries f WHERE f.subject_kind = 'document' AND f.subject_id = a.subject_id
        AND f.action = 'document-issued-despite');
CREATE TRIGGER document_shortfalls_stay BEFORE DELETE ON document_shortfalls
BEGIN SELECT RAISE(ABORT, 'reasons of issued documents are never deleted'); END;
CREATE TRIGGER document_shortfalls_keep BEFORE UPDATE ON document_shortfalls
BEGIN SELECT RAISE(ABORT, 'reasons of issued documents are never changed'); END;
