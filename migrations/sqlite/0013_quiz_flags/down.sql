DROP TABLE quiz_flags;
