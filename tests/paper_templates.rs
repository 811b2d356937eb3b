//! Templates of papers that a methodist edits: versions, pictures, previews.
