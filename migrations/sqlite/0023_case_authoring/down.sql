DROP TABLE case_copy_texts;
DROP TABLE case_copies;
DROP TABLE programme_sources;
