//! Training that never ends: the first hours in person, and one session a quarter.
