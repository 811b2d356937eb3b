-- The registry of mentors as it is searched: a narrow line for everybody to whom an organisation has issued a document that
-- completes a cycle or makes a mentor, with the number of cycles under the rule that holds, the date of the latest
-- certificate and the place in both alphabets. It follows documents, revocations and names by itself, so that a page of the
-- registry costs the same among a million documents; a new rule counts the lines of its organisation anew.
CREATE TABLE level_lines (
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    cycles INTEGER NOT NULL,
    certified_on DATE,
    sort_ru BYTEA NOT NULL,
    sort_kk BYTEA NOT NULL,
    PRIMARY KEY (organisation_id, person_id)
);
-- How many lines there are of each number of cycles and date of a certificate, so that a page counts nobody; the first day of
-- all stands for no certificate.
CREATE TABLE level_shelves (
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    cycles INTEGER NOT NULL,
    certified_on DATE NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, cycles, certified_on)
);
CREATE FUNCTION count_level_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE level_shelves SET people = people - 1
            WHERE organisation_id = OLD.organisation_id AND cycles = OLD.cycles
                AND certified_on = COALESCE(OLD.certified_on, '0001-01-01');
    ELSE
        INSERT INTO level_shelves (organisation_id, cycles, certified_on, people)
            VALUES (NEW.organisation_id, NEW.cycles, COALESCE(NEW.certified_on, '0001-01-01'), 1)
            ON CONFLICT (organisation_id, cycles, certified_on) DO UPDATE SET people = level_shelves.people + 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER level_lines_counted AFTER INSERT ON level_lines
    FOR EACH ROW EXECUTE FUNCTION count_level_line();
CREATE TRIGGER level_lines_uncounted AFTER DELETE ON level_lines
    FOR EACH ROW EXECUTE FUNCTION count_level_line();
INSERT INTO level_lines (organisation_id, person_id, cycles, certified_on, sort_ru, sort_kk)
    SELECT c.organisation_id, c.person_id, c.cycles, c.certified_on, p.sort_ru, p.sort_kk
    FROM (SELECT d.organisation_id, d.person_id,
            COUNT(DISTINCT CASE WHEN r.id IS NULL
                OR (EXISTS (SELECT 1 FROM level_rule_kinds k WHERE k.rule_id = r.id AND k.kind = d.kind)
                    AND (NOT EXISTS (SELECT 1 FROM level_rule_programmes o WHERE o.rule_id = r.id)
                        OR EXISTS (SELECT 1 FROM level_rule_programmes o
                            WHERE o.rule_id = r.id AND o.programme_id = v.programme_id)))
                THEN d.edition_id END) AS cycles,
            MAX(CASE WHEN d.kind = 'mentor_certificate' THEN d.issued_on END) AS certified_on
        FROM documents d
        JOIN editions e ON e.id = d.edition_id
        JOIN programme_versions v ON v.id = e.version_id
        LEFT JOIN level_rules r ON r.organisation_id = d.organisation_id AND r.number =
            (SELECT MAX(n.number) FROM level_rules n WHERE n.organisation_id = d.organisation_id)
        WHERE d.live_key IS NOT NULL AND d.kind IN ('advanced_training_certificate', 'retraining_diploma', 'participation_certificate', 'mentor_certificate')
        GROUP BY d.organisation_id, d.person_id) c
    JOIN people p ON p.id = c.person_id
    WHERE c.cycles > 0 OR c.certified_on IS NOT NULL;
CREATE INDEX level_lines_by_person_id ON level_lines (person_id);
CREATE INDEX level_lines_by_sort_ru ON level_lines (organisation_id, sort_ru, person_id, cycles, certified_on);
CREATE INDEX level_lines_by_sort_kk ON level_lines (organisation_id, sort_kk, person_id, cycles, certified_on);
CREATE INDEX level_lines_by_cycles_ru ON level_lines (organisation_id, cycles DESC, sort_ru, person_id, certified_on);
CREATE INDEX level_lines_by_cycles_kk ON level_lines (organisation_id, cycles DESC, sort_kk, person_id, certified_on);
CREATE INDEX level_lines_of_mentors_ru ON level_lines (organisation_id, sort_ru, person_id, cycles, certified_on)
    WHERE certified_on IS NOT NULL;
CREATE INDEX level_lines_of_mentors_kk ON level_lines (organisation_id, sort_kk, person_id, cycles, certified_on)
    WHERE certified_on IS NOT NULL;
CREATE FUNCTION level_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM level_lines WHERE organisation_id = NEW.organisation_id AND person_id = NEW.person_id;
    INSERT INTO level_lines (organisation_id, person_id, cycles, certified_on, sort_ru, sort_kk)
        SELECT c.organisation_id, c.person_id, c.cycles, c.certified_on, p.sort_ru, p.sort_kk
        FROM (SELECT d.organisation_id, d.person_id,
                COUNT(DISTINCT CASE WHEN r.id IS NULL
                    OR (EXISTS (SELECT 1 FROM level_rule_kinds k WHERE k.rule_id = r.id AND k.kind = d.kind)
                        AND (NOT EXISTS (SELECT 1 FROM level_rule_programmes o WHERE o.rule_id = r.id)
                            OR EXISTS (SELECT 1 FROM level_rule_programmes o
                                WHERE o.rule_id = r.id AND o.programme_id = v.programme_id)))
                    THEN d.edition_id END) AS cycles,
                MAX(CASE WHEN d.kind = 'mentor_certificate' THEN d.issued_on END) AS certified_on
            FROM documents d
            JOIN editions e ON e.id = d.edition_id
            JOIN programme_versions v ON v.id = e.version_id
            LEFT JOIN level_rules r ON r.organisation_id = d.organisation_id AND r.number =
                (SELECT MAX(n.number) FROM level_rules n WHERE n.organisation_id = d.organisation_id)
            WHERE d.live_key IS NOT NULL AND d.kind IN ('advanced_training_certificate', 'retraining_diploma', 'participation_certificate', 'mentor_certificate')
                AND d.organisation_id = NEW.organisation_id AND d.person_id = NEW.person_id
            GROUP BY d.organisation_id, d.person_id) c
        JOIN people p ON p.id = c.person_id
        WHERE c.cycles > 0 OR c.certified_on IS NOT NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER documents_levelled AFTER INSERT ON documents
    FOR EACH ROW WHEN (NEW.edition_id IS NOT NULL AND NEW.kind IN ('advanced_training_certificate', 'retraining_diploma', 'participation_certificate', 'mentor_certificate'))
    EXECUTE FUNCTION level_document();
CREATE TRIGGER documents_relevelled AFTER UPDATE OF live_key ON documents
    FOR EACH ROW WHEN (NEW.edition_id IS NOT NULL AND NEW.kind IN ('advanced_training_certificate', 'retraining_diploma', 'participation_certificate', 'mentor_certificate'))
    EXECUTE FUNCTION level_document();
CREATE FUNCTION resort_level_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE level_lines SET sort_ru = NEW.sort_ru, sort_kk = NEW.sort_kk WHERE person_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER people_resorted AFTER UPDATE OF sort_ru, sort_kk ON people
    FOR EACH ROW EXECUTE FUNCTION resort_level_lines();

-- The end of a pair as it was put off: the newest row of a pair holds, the agreement stays what it was.
CREATE TABLE mentor_extensions (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    pair_id BIGINT NOT NULL REFERENCES mentor_pairs (id),
    planned_end DATE NOT NULL,
    reason TEXT NOT NULL,
    extended_at TIMESTAMP NOT NULL,
    extended_by BIGINT REFERENCES people (id)
);
CREATE INDEX mentor_extensions_by_pair_id ON mentor_extensions (pair_id, id);
CREATE TRIGGER mentor_extensions_stay BEFORE DELETE ON mentor_extensions FOR EACH ROW EXECUTE FUNCTION refuse_deletion();

-- Letters that went besides those of mentor_reminders: of a paper that has expired while a pair meets, and of the end of a
-- pair that is near, each once.
CREATE TABLE mentor_notices (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    check_id BIGINT UNIQUE REFERENCES mentor_checks (id),
    pair_id BIGINT REFERENCES mentor_pairs (id),
    ends_on DATE,
    sent_at TIMESTAMP NOT NULL,
    CHECK ((check_id IS NULL) <> (pair_id IS NULL)),
    CHECK ((pair_id IS NULL) = (ends_on IS NULL)),
    UNIQUE (pair_id, ends_on)
);
