//! Addresses of the room `document_batches`.
