DROP TABLE document_print_choices;
DROP FUNCTION refuse_choice_after_paper();
DROP TABLE document_print_notices;
DROP TABLE document_print_faults;
