//! Which cases a programme has, which of them are being written, and beginning with one.

use crate::audit;
use crate::case_authoring::rules::{NewCase, plan, skeleton};
use crate::case_authoring::store::{self, CopyRow, NewCopy, NewText};
use crate::db::{Read, Write};
use crate::kernel::{Actor, CaseCopyId, Language, Localised, Moment, Problem, ProblemCode};
use crate::programmes::actions as programmes;
use crate::programmes::rules::difference::Outline;
use crate::programmes::rules::{self as programme_rules, ActivityKind, DeliveryMode, Nature};
use crate::programmes::store::{self as catalogue, ModuleRow, VersionRow};
use serde_json::json;

/// The cases of a programme.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Its newest version.
    pub version: VersionRow,
    /// The cases of that version in their order.
    pub cases: Vec<DeskCase>,
    /// Working copies of cases that no version has yet.
    pub new: Vec<CopyRow>,
    /// Whether the texts of the version were kept; without them nothing can be changed here.
    pub has_texts: bool,
    /// Its modules, for a new case.
    pub modules: Vec<ModuleRow>,
    /// Its activities, for the place of a new case.
    pub outline: Vec<Outline>,
}

/// A case of a programme, with its working copy where there is one.
#[derive(Debug, Clone)]
pub struct DeskCase {
    /// The case.
    pub case: Outline,
    /// Its working copy.
    pub copy: Option<CopyRow>,
}

/// The cases of the newest version of a programme.
///
/// # Errors
/// `Forbidden` unless the actor administers the site; `NotFound` when there is no such programme.
pub fn desk(r: &mut Read, actor: &Actor, slug: &str) -> Result<Desk, Problem> {
    actor.require_site_administrator()?;
    let version = newest(r, slug)?;
    let outline = catalogue::outline(r, version.id)?;
    let mut copies: Vec<CopyRow> =
        store::copies(r)?.into_iter().filter(|copy| copy.programme_id == version.programme_id).collect();
    let cases = outline.iter().filter(|one| one.kind == ActivityKind::Case).cloned();
    let mut with_copy = |case: Outline| {
        let place = copies.iter().position(|copy| copy.key == case.key);
        DeskCase { case, copy: place.map(|place| copies.swap_remove(place)) }
    };
    let cases = cases.map(&mut with_copy).collect();
    let has_texts = catalogue::has_sources(r, version.id)?;
    let modules = catalogue::modules(r, version.id)?;
    Ok(Desk { cases, new: copies, has_texts, modules, outline, version })
}

fn newest(r: &mut Read, slug: &str) -> Result<VersionRow, Problem> {
    catalogue::versions_of(r, slug)?.into_iter().next().ok_or_else(Problem::not_found)
}

/// Begins a working copy of a case of the newest version; where there is one, that one is gone on with.
///
/// # Errors
/// `Forbidden` unless the actor administers the site; `NotFound` when there is no such case; `SourcesMissing` when the
/// texts of the version were not kept.
pub fn begin(
    w: &mut Write,
    actor: &Actor,
    (slug, key): (&str, &str),
    now: Moment,
) -> Result<CaseCopyId, Problem> {
    actor.require_site_administrator()?;
    let version = newest(w, slug)?;
    if let Some(known) = store::copy_of(w, version.programme_id, key)? {
        return Ok(known);
    }
    let case = catalogue::outline(w, version.id)?.into_iter().find(|one| one.key == key);
    case.filter(|one| one.kind == ActivityKind::Case).ok_or_else(Problem::not_found)?;
    let files = programmes::folder_of(w, &version)?;
    let files = files.ok_or_else(|| Problem::new(ProblemCode::SourcesMissing))?;
    let texts = programme_rules::parse(&files).texts.remove(key).unwrap_or_default();
    let made = (actor.person, now);
    let new = NewCopy { programme: version.programme_id, base: version.id, key, plan: None, made };
    let id = store::insert_copy(w, new)?;
    for (language, path) in texts {
        let body = String::from_utf8_lossy(files.bytes(&path).unwrap_or_default()).into_owned();
        store::insert_text(w, id, NewText { language, path: &path, body: &body, saved: made })?;
    }
    note(w, actor, id, (slug, key), now)?;
    Ok(id)
}

fn note(
    w: &mut Write,
    actor: &Actor,
    id: CaseCopyId,
    (slug, key): (&str, &str),
    now: Moment,
) -> Result<(), Problem> {
    let after = json!({ "slug": slug, "case": key });
    let subject = ("case-copy", id.0);
    audit::record(
        w,
        actor,
        now,
        audit::Entry { action: "case-copy-begun", subject, before: None, after: Some(after) },
    )
}

/// What is asked of a case that a programme does not have yet.
#[derive(Debug, Clone)]
pub struct NewCaseForm {
    /// The folder of its module.
    pub module: String,
    /// The key of the activity that it comes behind; `None` for the first place of the module.
    pub behind: Option<String>,
    /// Its title in all three languages.
    pub title: Localised,
    /// Academic hours.
    pub hours: i32,
    /// Which half of them.
    pub nature: Nature,
    /// Where it takes place.
    pub mode: DeliveryMode,
    /// Whether it begins with steps.
    pub staged: bool,
    /// What it begins with, where somebody has written that already; else nothing but the headings.
    pub text: Option<(Language, String)>,
}

/// Begins a case that the programme does not have yet.
///
/// # Errors
/// `Forbidden` unless the actor administers the site; `NotFound` when there is no such programme or module;
/// `SourcesMissing` when the texts of the version were not kept.
pub fn invent(
    w: &mut Write,
    actor: &Actor,
    slug: &str,
    form: &NewCaseForm,
    now: Moment,
) -> Result<CaseCopyId, Problem> {
    let desk = desk(w, actor, slug)?;
    if !desk.has_texts {
        return Err(Problem::new(ProblemCode::SourcesMissing));
    }
    if !desk.modules.iter().any(|module| module.key == form.module) {
        return Err(Problem::not_found());
    }
    let keys = desk.outline.iter().map(|one| one.key.clone());
    let taken: Vec<String> = keys.chain(desk.new.iter().map(|copy| copy.key.clone())).collect();
    let case = NewCase {
        key: plan::free_key(form.title.exact(Language::En).unwrap_or_default(), &taken),
        module: form.module.clone(),
        behind: form.behind.clone(),
        title: form.title.clone(),
        hours: form.hours,
        nature: form.nature,
        mode: form.mode,
    };
    let made = (actor.person, now);
    let version = &desk.version;
    let new = NewCopy {
        programme: version.programme_id,
        base: version.id,
        key: &case.key,
        plan: Some(&case),
        made,
    };
    let id = store::insert_copy(w, new)?;
    let (language, body) = form.text.clone().unwrap_or_else(|| {
        let language = version.languages.0.first().copied().unwrap_or_default();
        (language, skeleton::text(language, form.staged))
    });
    let path = case.path(language);
    store::insert_text(w, id, NewText { language, path: &path, body: &body, saved: made })?;
    note(w, actor, id, (slug, &case.key), now)?;
    Ok(id)
}
