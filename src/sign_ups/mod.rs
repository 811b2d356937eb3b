//! Places in a session: signing up, the waiting list, and giving a place up.
