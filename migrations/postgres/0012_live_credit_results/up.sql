-- What was let count of a live quiz, for whom: what was reached in the room stands beside what is reached in attempts.
CREATE TABLE live_credit_results (
    live_quiz_id BIGINT NOT NULL REFERENCES live_credits (live_quiz_id),
    enrolment_id BIGINT NOT NULL REFERENCES enrolments (id),
    result_permille INTEGER NOT NULL CHECK (result_permille BETWEEN 0 AND 1000),
    PRIMARY KEY (live_quiz_id, enrolment_id)
);
CREATE INDEX live_credit_results_by_enrolment ON live_credit_results (enrolment_id);

-- Until now only the completion kept the number.
INSERT INTO live_credit_results (live_quiz_id, enrolment_id, result_permille)
SELECT live_players.live_quiz_id, completions.enrolment_id, completions.result_permille
FROM completions
JOIN live_players ON live_players.id = completions.source_id
WHERE completions.source_kind = 'live_quiz' AND completions.result_permille IS NOT NULL;
