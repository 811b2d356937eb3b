//! Digital credentials: keys, signed statements about documents, lists of their status, and verification.
