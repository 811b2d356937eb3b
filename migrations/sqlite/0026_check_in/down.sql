DROP TABLE check_in_dismissals;
DROP TABLE check_in_answers;
DROP TABLE check_in_joins;
DROP TABLE check_in_arrivals;
DROP TABLE check_in_closings;
DROP TABLE check_ins;
