DROP TABLE sign_up_passes;
