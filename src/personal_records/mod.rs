//! A person's record: all courses, hours and documents, with a signed export.
