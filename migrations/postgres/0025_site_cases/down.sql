DROP TABLE site_case_copies;
DROP TABLE site_case_entries;
DROP TABLE site_case_texts;
DROP TABLE site_cases;
