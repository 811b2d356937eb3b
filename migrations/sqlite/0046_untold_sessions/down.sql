DROP TABLE untold_sessions;
