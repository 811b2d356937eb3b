//! Every test of the program as a whole, one file a feature.

mod printing;
