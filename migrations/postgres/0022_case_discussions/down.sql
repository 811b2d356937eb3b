DROP TABLE library_examples;
DROP TABLE discussion_remarks;
DROP TABLE shown_answers;
DROP TABLE case_discussions;
