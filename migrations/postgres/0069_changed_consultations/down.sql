DROP TABLE webinar_clocks;
DROP TABLE appointment_changes;
