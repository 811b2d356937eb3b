DROP TABLE certifying_exceptions;
DROP TABLE order_grounds;
DROP TABLE order_people;
DROP TABLE orders;
DROP TABLE order_series;
DROP TABLE order_patterns;
DROP TABLE edition_groups;
DROP FUNCTION refuse_change_of_signed();
