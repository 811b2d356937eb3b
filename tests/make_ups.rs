//! Make-ups: what somebody does for a session that they missed, counted once.
