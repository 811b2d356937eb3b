DROP TABLE webinar_applications;
DROP TABLE webinar_decisions;
DROP TABLE webinar_columns;
DROP TABLE webinar_lists;
