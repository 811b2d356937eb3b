//! A working copy becomes the next version of its programme, or is given up.

use super::{folder, load, versions};
use crate::audit;
use crate::case_authoring::store::{self, CopyRow, TextRow};
use crate::countries::actions::hours::limits;
use crate::db::{Read, Write};
use crate::kernel::{Actor, CaseCopyId, Language, Moment, Problem, ProblemCode};
use crate::programmes::actions as programmes;
use crate::programmes::rules::difference::{Change, changes};
use crate::programmes::rules::{self, FolderFiles};
use crate::programmes::store::{self as catalogue, VersionRow};
use serde_json::{Value, json};

/// What a publication came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The programme.
    pub slug: String,
    /// The number of the version that teaches the case so.
    pub number: i32,
    /// Whether it is a new one; otherwise nothing differed, and the copy stays.
    pub new: bool,
}

/// Publishes a working copy as the next version of its programme, through the same check and the same import as a
/// folder of files. Editions stay with their versions.
///
/// # Errors
/// `Forbidden`, `NotFound`; `ContentFaulty` when the check finds errors; `CaseOvertaken` when a newer version teaches
/// this case otherwise than the one that the copy is based on; `ConsentWithdrawn` when it was begun with a case from
/// practice whose author does not consent to that any more.
pub fn publish(w: &mut Write, actor: &Actor, id: CaseCopyId, now: Moment) -> Result<Published, Problem> {
    let (copy, texts) = load(w, actor, id)?;
    if store::is_withdrawn(w, id)? {
        return Err(Problem::new(ProblemCode::ConsentWithdrawn));
    }
    let (base, newest) = versions(w, &copy)?;
    if base.id != newest.id && is_overtaken(w, &copy, &texts, (&base, &newest))? {
        let problem = Problem::new(ProblemCode::CaseOvertaken);
        return Err(problem.with("version", newest.number));
    }
    let files = folder(w, &newest, &copy, &texts)?;
    let checked = rules::parse_within(&files, &limits(w)?);
    let programme = checked.programme.ok_or_else(|| Problem::new(ProblemCode::ContentFaulty))?;
    let used = |path: &str| programme.media.iter().any(|media| media.path == path);
    let media = catalogue::media_of(w, newest.id)?;
    let media: Vec<_> = media.into_iter().filter(|media| used(&media.path)).collect();
    let imported = programmes::import(w, actor, &programme, &media, now)?;
    let published = Published { slug: copy.slug.clone(), number: imported.number, new: imported.new };
    if imported.new {
        let before = catalogue::outline(w, newest.id)?;
        let after = catalogue::outline(w, imported.version)?;
        let otherwise: Vec<Value> = changes(&before, &after).iter().map(said).collect();
        let languages: Vec<&str> = texts.iter().map(|text| text.language.tag()).collect();
        let entry = audit::Entry {
            action: "case-copy-published",
            subject: ("programme-version", imported.version.0),
            before: Some(json!({ "slug": copy.slug, "number": newest.number })),
            after: Some(json!({
                "slug": copy.slug, "number": imported.number, "case": copy.key,
                "languages": languages, "changes": otherwise,
            })),
        };
        audit::record(w, actor, now, entry)?;
        store::note_published(w, id, now)?;
        store::remove(w, id)?;
    }
    Ok(published)
}

fn said(change: &Change) -> Value {
    match change {
        Change::Added(one) => json!({ "added": one.key }),
        Change::Removed(one) => json!({ "removed": one.key }),
        Change::Changed { now, aspects } => json!({ "changed": now.key, "aspects": format!("{aspects:?}") }),
    }
}

/// Whether the newest version teaches this case otherwise than the one that the copy is based on.
fn is_overtaken(
    r: &mut Read,
    copy: &CopyRow,
    texts: &[TextRow],
    (base, newest): (&VersionRow, &VersionRow),
) -> Result<bool, Problem> {
    let mut here = |version: &VersionRow| -> Result<FolderFiles, Problem> {
        Ok(programmes::folder_of(r, version)?.unwrap_or_default())
    };
    let (then, now) = (here(base)?, here(newest)?);
    let endings = texts.first().and_then(|text| text.path.strip_suffix(&ending(text.language)));
    let stem = endings.unwrap_or_default().to_owned();
    let differs = Language::ALL.iter().any(|language| {
        let path = format!("{stem}{}", ending(*language));
        then.bytes(&path) != now.bytes(&path)
    });
    // A new case that came by another way meanwhile has its key already.
    let taken =
        copy.plan.is_some() && catalogue::outline(r, newest.id)?.iter().any(|one| one.key == copy.key);
    Ok(differs || taken)
}

fn ending(language: Language) -> String {
    format!(".{}.case.md", language.tag())
}

/// Puts a working copy upon the newest version: what is written here stays, what that version changed in this case is
/// given up.
///
/// # Errors
/// `Forbidden`, `NotFound`; `CaseGone` when the newest version does not have the case or its texts were not kept.
pub fn rebase(w: &mut Write, actor: &Actor, id: CaseCopyId, now: Moment) -> Result<(), Problem> {
    let (copy, _) = load(w, actor, id)?;
    let (base, newest) = versions(w, &copy)?;
    let known = catalogue::outline(w, newest.id)?.iter().any(|one| one.key == copy.key);
    if known == copy.plan.is_some() || !catalogue::has_sources(w, newest.id)? {
        return Err(Problem::new(ProblemCode::CaseGone));
    }
    store::rebase(w, id, newest.id)?;
    let entry = audit::Entry {
        action: "case-copy-rebased",
        subject: ("case-copy", id.0),
        before: Some(json!({ "number": base.number })),
        after: Some(json!({ "number": newest.number })),
    };
    audit::record(w, actor, now, entry)
}

/// Gives a working copy up. Its texts go into the audit's entry, so that nothing is lost by a slip.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub fn discard(w: &mut Write, actor: &Actor, id: CaseCopyId, now: Moment) -> Result<String, Problem> {
    let (copy, texts) = load(w, actor, id)?;
    let bodies: Vec<Value> =
        texts.iter().map(|text| json!({ "path": text.path, "text": text.body })).collect();
    let entry = audit::Entry {
        action: "case-copy-discarded",
        subject: ("case-copy", id.0),
        before: Some(json!({ "slug": copy.slug, "case": copy.key, "texts": bodies })),
        after: None,
    };
    audit::record(w, actor, now, entry)?;
    store::remove(w, id)?;
    Ok(copy.slug)
}
