-- Whether later editions may read an answer is asked of everybody who had a part in it; `library_examples.agreed` is what
-- came of it: all have agreed, or somebody has not.
CREATE TABLE example_answers (
    example_id INTEGER NOT NULL REFERENCES library_examples (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
    agreed INTEGER CHECK (agreed IN (0, 1)),
    answered_at TEXT,
    PRIMARY KEY (example_id, enrolment_id),
    CHECK ((answered_at IS NULL) = (agreed IS NULL))
) STRICT;
CREATE INDEX example_answers_by_enrolment_id ON example_answers (enrolment_id);
-- So far only whoever handed in was asked.
INSERT INTO example_answers (example_id, enrolment_id, agreed, answered_at)
    SELECT library_examples.id, submissions.enrolment_id, library_examples.agreed, library_examples.answered_at
    FROM library_examples
    JOIN shown_answers ON shown_answers.id = library_examples.answer_id
    JOIN submissions ON submissions.id = shown_answers.submission_id;
INSERT INTO example_answers (example_id, enrolment_id)
    SELECT library_examples.id, submission_members.enrolment_id
    FROM library_examples
    JOIN shown_answers ON shown_answers.id = library_examples.answer_id
    JOIN submissions ON submissions.id = shown_answers.submission_id
    JOIN submission_members ON submission_members.submission_id = submissions.id
    WHERE submission_members.present = 1 AND submission_members.enrolment_id <> submissions.enrolment_id;
-- What one of several has agreed to waits for the others.
UPDATE library_examples SET agreed = NULL, answered_at = NULL
    WHERE agreed = 1
    AND id IN (SELECT example_id FROM example_answers WHERE agreed IS NULL);

-- What somebody does in their organisation; teams are mixed by it.
ALTER TABLE people ADD COLUMN position TEXT;

-- What was said in a draft of who of the team had a part in it, so that nobody has to say it twice.
ALTER TABLE case_drafts ADD COLUMN present TEXT NOT NULL DEFAULT '{}';
