//! The whole file of a group as one archive.
