//! Working copies: begun, saved as they are typed, checked with their whole programme, published or given up.

mod beginning;
mod editing;
mod publishing;

pub use beginning::{Desk, DeskCase, NewCaseForm, begin, desk, invent};
pub use editing::{Open, Saving, open, put, rename, save, translate};
pub use publishing::{Published, discard, publish, rebase};

use crate::case_authoring::store::{self, CopyRow, TextRow};
use crate::db::Read;
use crate::kernel::{Actor, CaseCopyId, Problem};
use crate::programmes::actions as programmes;
use crate::programmes::rules::{self, Checked, Finding, FolderFiles};
use crate::programmes::store::{self as catalogue, VersionRow};

/// A working copy with its texts, for whoever may import programmes.
fn load(r: &mut Read, actor: &Actor, id: CaseCopyId) -> Result<(CopyRow, Vec<TextRow>), Problem> {
    actor.require_site_administrator()?;
    let copy = store::copy(r, id)?.ok_or_else(Problem::not_found)?;
    let texts = store::texts(r, id)?;
    Ok((copy, texts))
}

/// The folder of a version with what a working copy changes in it.
fn folder(
    r: &mut Read,
    version: &VersionRow,
    copy: &CopyRow,
    texts: &[TextRow],
) -> Result<FolderFiles, Problem> {
    let mut files = programmes::folder_of(r, version)?.ok_or_else(Problem::not_found)?;
    if let Some(plan) = &copy.plan {
        plan.0.enter(&mut files);
    }
    for text in texts {
        files.insert(&text.path, text.body.clone().into_bytes());
    }
    Ok(files)
}

/// The version that a working copy is based on, and the newest of its programme.
fn versions(r: &mut Read, copy: &CopyRow) -> Result<(VersionRow, VersionRow), Problem> {
    let versions = catalogue::versions_of(r, &copy.slug)?;
    let base = versions.iter().find(|version| version.id == copy.base).cloned();
    Ok((base.ok_or_else(Problem::not_found)?, versions.into_iter().next().ok_or_else(Problem::not_found)?))
}

/// What is wrong with a working copy: everything in its own texts, and elsewhere what stops a publication.
fn findings(checked: &Checked, texts: &[TextRow]) -> Vec<Finding> {
    let own = |finding: &&Finding| {
        let is_error = finding.severity() == rules::Severity::Error;
        is_error || texts.iter().any(|text| text.path == finding.file)
    };
    let mut found: Vec<Finding> = checked.findings.iter().filter(own).cloned().collect();
    found.sort_by_key(|finding| finding.severity() != rules::Severity::Error);
    found
}
