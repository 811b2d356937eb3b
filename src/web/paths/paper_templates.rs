//! Addresses of the room `paper_templates`.
