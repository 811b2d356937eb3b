DROP TABLE live_credit_results;
