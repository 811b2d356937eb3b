DROP TABLE ledger_entries;
DROP TABLE completions;
DROP TABLE enrolment_imports;
DROP TABLE enrolments;
DROP TABLE edition_trainers;
DROP TABLE editions;
