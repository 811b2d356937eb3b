DROP TABLE group_file_archives;
DROP TABLE group_file_papers;
DROP TABLE group_files;
DROP TABLE document_batch_archives;
DROP TABLE document_batch_runs;
DROP TABLE document_batch_outcomes;
DROP TABLE document_batch_people;
DROP TABLE document_batches;
