DROP TABLE signature_files;
