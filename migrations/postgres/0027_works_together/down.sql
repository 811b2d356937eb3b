DROP TABLE example_answers;
