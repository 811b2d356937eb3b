-- Questions of an attempt that its trainee means to come back to. A note to oneself: it is taken off as it was put on, and
-- nothing about answers or marks hangs on it.
CREATE TABLE quiz_flags (
    attempt_id BIGINT NOT NULL REFERENCES quiz_attempts (id),
    question_id BIGINT NOT NULL REFERENCES question_versions (id),
    flagged_at TIMESTAMP NOT NULL,
    PRIMARY KEY (attempt_id, question_id)
);
