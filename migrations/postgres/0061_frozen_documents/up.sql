-- What a document says and under which number is never changed by the database either: another one is issued in its place.
CREATE TRIGGER documents_keep BEFORE UPDATE OF public_id, person_id, organisation_id, edition_id, enrolment_id, kind,
    register_id, number, number_text, issued_on, language, holder, snapshot, snapshot_sha256, replaces_id, relation, issued_at,
    issued_by ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change();
