DROP TABLE public_name_consents;
DROP TABLE education_proofs;
DROP TABLE person_names;
DROP TABLE identities;
DROP TABLE organisation_countries;
DROP TABLE country_profiles;
