DROP TABLE module_decisions;
DROP TABLE declaration_answers;
ALTER TABLE modules DROP COLUMN extra_for;
ALTER TABLE programme_versions DROP COLUMN declarations;
