//! Rows of signature files.

use super::rules::{Finding, Format, Looked};
use crate::db::schema::{signature_files, stored_files};
use crate::db::{Read, Write, stored_text};
use crate::files::store::{self as files, NewRow};
use crate::kernel::{
    DocumentId, Moment, OrderId, PersonId, Problem, SignatureFileId, StoredFileId, Word as _,
};
use diesel::prelude::*;

stored_text!(Format, as_str, parse);
stored_text!(Finding, as_str, parse);

/// What a signature is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A document.
    Document(DocumentId),
    /// An order.
    Order(OrderId),
}

impl Of {
    fn columns(self) -> (Option<DocumentId>, Option<OrderId>) {
        match self {
            Of::Document(id) => (Some(id), None),
            Of::Order(id) => (None, Some(id)),
        }
    }
}

/// A signature file.
#[derive(Debug, Clone, Queryable)]
pub struct SignatureRow {
    /// The file.
    pub id: SignatureFileId,
    /// Its name.
    pub name: String,
    /// Where its bytes lie.
    pub storage_key: String,
    /// Its SHA-256.
    pub sha256: String,
    /// What it is.
    pub format: Format,
    /// What was found.
    pub finding: Finding,
    /// When it was attached.
    pub at: Moment,
    /// By whom.
    pub by: PersonId,
}

/// The signature files of a document or an order, the newest first.
pub fn of(r: &mut Read, of: Of) -> Result<Vec<SignatureRow>, Problem> {
    let query = signature_files::table
        .inner_join(stored_files::table)
        .order(signature_files::id.desc())
        .select((
            signature_files::id,
            stored_files::name,
            stored_files::storage_key,
            signature_files::sha256,
            signature_files::format,
            signature_files::digest,
            signature_files::uploaded_at,
            signature_files::uploaded_by,
        ))
        .into_boxed();
    let query = match of {
        Of::Document(id) => query.filter(signature_files::document_id.eq(id)),
        Of::Order(id) => query.filter(signature_files::order_id.eq(id)),
    };
    Ok(query.load(r.conn())?)
}

/// Keeps a signature file.
pub fn insert(
    w: &mut Write,
    of: Of,
    (file, looked): (&NewRow, Looked),
    (by, now): (PersonId, Moment),
) -> Result<SignatureFileId, Problem> {
    let file_id: StoredFileId = files::insert(w, file, by, now)?;
    let (document, order) = of.columns();
    Ok(diesel::insert_into(signature_files::table)
        .values((
            signature_files::document_id.eq(document),
            signature_files::order_id.eq(order),
            signature_files::file_id.eq(file_id),
            signature_files::sha256.eq(&file.blob.sha256),
            signature_files::format.eq(looked.format),
            signature_files::digest.eq(looked.finding),
            signature_files::uploaded_at.eq(now),
            signature_files::uploaded_by.eq(by),
        ))
        .returning(signature_files::id)
        .get_result(w.conn())?)
}
