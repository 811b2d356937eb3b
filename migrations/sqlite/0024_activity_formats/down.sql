DELETE FROM jobs WHERE unique_key = 'question-names';
DROP TABLE activity_formats;
