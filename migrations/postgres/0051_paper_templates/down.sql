DROP TABLE paper_template_choices;
DROP TABLE paper_template_pictures;
DROP TABLE paper_template_versions;
DROP TABLE paper_templates;
DROP FUNCTION refuse_change_of_template_version();
