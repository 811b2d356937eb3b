DROP TABLE document_print_choices;
DROP TABLE document_print_notices;
DROP TABLE document_print_faults;
