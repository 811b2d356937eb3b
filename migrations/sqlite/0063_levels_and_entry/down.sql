DROP TABLE outside_proofs;
DROP TABLE entry_conditions;
DROP TABLE level_rule_programmes;
DROP TABLE level_rule_kinds;
DROP TABLE level_rules;
