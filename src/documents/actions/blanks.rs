//! The blanks of documents as the stock has them now. A snapshot names the one a document was issued on; when that one is
//! spoiled the document goes over to another, and the snapshot stays what it was.

use crate::db::Read;
use crate::kernel::{DocumentId, Problem};
use crate::registers::actions::stock::said;
use crate::registers::store::blanks;
use std::collections::HashMap;

/// The blanks of a document, series and number of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OnBlanks {
    /// The one it stands on; nothing for a document without one.
    pub stands: Option<String>,
    /// Those it stood on before, which are spoiled.
    pub spoiled: Vec<String>,
}

/// The blanks of these documents, in one query; nothing of those that never stood on one.
///
/// # Errors
/// The database's.
pub fn of(r: &mut Read, documents: &[DocumentId]) -> Result<HashMap<DocumentId, OnBlanks>, Problem> {
    let mut found: HashMap<DocumentId, OnBlanks> = HashMap::new();
    for one in blanks::of_documents(r, documents)? {
        let text = said(Some(&one.series), &one.number);
        let entry = found.entry(one.document).or_default();
        match one.act {
            Some(_) => entry.spoiled.push(text),
            None => entry.stands = Some(text),
        }
    }
    Ok(found)
}
