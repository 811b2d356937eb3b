//! Addresses of the room `signatures`.

use crate::kernel::{DocumentId, OrderId, SignatureFileId};

with_ids! {
    /// The signatures of a document; POST attaches one.
    document_signatures(document: DocumentId) = "/documents/{document}/signatures";
    /// A signature of a document as it came.
    document_signature(document: DocumentId, signature: SignatureFileId) = "/documents/{document}/signatures/{signature}";
    /// The signatures of an order; POST attaches one.
    order_signatures(order: OrderId) = "/orders/{order}/signatures";
    /// A signature of an order as it came.
    order_signature_file(order: OrderId, signature: SignatureFileId) = "/orders/{order}/signatures/{signature}";
}
