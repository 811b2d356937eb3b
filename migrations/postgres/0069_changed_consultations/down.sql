DROP TABLE appointment_changes;
