-- Nearly no document replaces another, and those without an enrolment are few: an index that holds the many empty values
-- looks worthless to the planner, which then walks a million documents to find the successors of fifty.
DROP INDEX documents_by_replaces_id;
CREATE INDEX documents_by_replaces_id ON documents (replaces_id) WHERE replaces_id IS NOT NULL;
DROP INDEX documents_by_enrolment_id;
CREATE INDEX documents_by_enrolment_id ON documents (enrolment_id) WHERE enrolment_id IS NOT NULL;
DROP INDEX documents_by_edition_id;
CREATE INDEX documents_by_edition_id ON documents (edition_id) WHERE edition_id IS NOT NULL;
