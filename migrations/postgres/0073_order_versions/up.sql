-- The topic of a final work stands with the person a sheet names, so that the documents of a few people are issued without
-- reading the sheets of everybody.
ALTER TABLE order_people ADD COLUMN topic TEXT;
DROP TRIGGER order_people_keep ON order_people;
UPDATE order_people SET topic = said.topic FROM (
    SELECT o.id AS order_id, (e.value ->> 'enrolment')::BIGINT AS enrolment_id, e.value ->> 'topic' AS topic
    FROM orders o CROSS JOIN LATERAL jsonb_array_elements(o.content::JSONB -> 'entries') AS e (value)
    WHERE o.kind = 'assessment_sheet' AND o.signed_at IS NOT NULL
) AS said
WHERE said.order_id = order_people.order_id AND said.enrolment_id = order_people.enrolment_id AND said.topic IS NOT NULL;
CREATE TRIGGER order_people_keep BEFORE UPDATE ON order_people FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed();

-- What a paper said at each of its revisions, who wrote that and when. The log keeps only which fields changed and the hashes
-- of these contents. Of papers that are older than this table the present content is the first that is known.
CREATE TABLE order_versions (
    order_id BIGINT NOT NULL REFERENCES orders (id),
    revision INTEGER NOT NULL,
    content TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    written_by BIGINT REFERENCES people (id),
    PRIMARY KEY (order_id, revision)
);
INSERT INTO order_versions (order_id, revision, content, written_at, written_by)
SELECT id, revision, content, edited_at, edited_by FROM orders;
CREATE TRIGGER order_versions_stay BEFORE DELETE ON order_versions FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER order_versions_keep BEFORE UPDATE ON order_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Why a document was issued although less was held than its programme has, who found that right and when.
CREATE TABLE document_shortfalls (
    document_id BIGINT PRIMARY KEY REFERENCES documents (id),
    reason TEXT NOT NULL,
    held_minutes INTEGER NOT NULL,
    planned_minutes INTEGER NOT NULL,
    accepted_at TIMESTAMP NOT NULL,
    accepted_by BIGINT REFERENCES people (id)
);
INSERT INTO document_shortfalls (document_id, reason, held_minutes, planned_minutes, accepted_at, accepted_by)
SELECT a.subject_id, a.after_value::JSONB ->> 'reason', (a.after_value::JSONB ->> 'held_minutes')::INTEGER,
    (a.after_value::JSONB ->> 'planned_minutes')::INTEGER, a.at, a.person_id
FROM audit_entries a JOIN documents d ON d.id = a.subject_id
WHERE a.subject_kind = 'document' AND a.action = 'document-issued-despite'
    AND a.after_value::JSONB ->> 'reason' IS NOT NULL
    AND a.id = (SELECT MIN(f.id) FROM audit_entries f WHERE f.subject_kind = 'document' AND f.subject_id = a.subject_id
        AND f.action = 'document-issued-despite');
CREATE TRIGGER document_shortfalls_stay BEFORE DELETE ON document_shortfalls FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER document_shortfalls_keep BEFORE UPDATE ON document_shortfalls FOR EACH ROW EXECUTE FUNCTION refuse_change();
