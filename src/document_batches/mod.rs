//! Issuing to many people at once, and taking their papers away together.
