DROP INDEX documents_by_edition_id;
CREATE INDEX documents_by_edition_id ON documents (edition_id);
DROP INDEX documents_by_enrolment_id;
CREATE INDEX documents_by_enrolment_id ON documents (enrolment_id);
DROP INDEX documents_by_replaces_id;
CREATE INDEX documents_by_replaces_id ON documents (replaces_id);
