DROP TABLE absence_decisions;
DROP TABLE absence_notices;
DROP TABLE sign_ups;
DROP TABLE session_places;
