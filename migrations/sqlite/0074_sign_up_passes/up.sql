-- Whoever waits for a place and has something else at that time is passed over and told, of each thing once. `hindrance`
-- says what it was: `session:` or `consultation:` with its id.
CREATE TABLE sign_up_passes (
    id INTEGER PRIMARY KEY,
    sign_up_id INTEGER NOT NULL REFERENCES sign_ups (id),
    hindrance TEXT NOT NULL,
    passed_at TEXT NOT NULL,
    UNIQUE (sign_up_id, hindrance)
) STRICT;
