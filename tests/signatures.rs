//! Signatures made elsewhere: detached files and signed PDFs kept with a document or an order.
