DROP TABLE closed_hours;
DROP TABLE holiday_settings;
DROP TABLE holidays;
DROP TABLE holiday_lists;
