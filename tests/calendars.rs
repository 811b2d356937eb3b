//! The calendar of a person and of an edition: month, week, list, feeds and invitations.
