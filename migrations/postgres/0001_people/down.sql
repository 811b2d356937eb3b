DROP TABLE form_submissions;
DROP TABLE one_time_links;
DROP TABLE browser_sessions;
DROP TABLE role_grants;
DROP TABLE people;
DROP TABLE organisations;
