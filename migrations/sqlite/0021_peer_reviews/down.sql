DROP TABLE peer_reviews;
DROP TABLE peer_rounds;
