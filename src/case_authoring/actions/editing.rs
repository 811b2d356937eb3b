//! Looking at a working copy, and saving what is typed.

use super::{findings, folder, load, versions};
use crate::audit;
use crate::case_authoring::rules::NewCase;
use crate::case_authoring::store::{self, CopyRow, NewText, TextRow};
use crate::cases::rules::lines;
use crate::countries::actions::hours::limits;
use crate::db::{Read, Write};
use crate::kernel::{
    ActivityId, Actor, CaseCopyId, Fault, Language, Localised, Moment, Problem, ProblemCode,
};
use crate::programmes::folder::LARGEST_TEXT;
use crate::programmes::rules::{self, CaseDefinition, Finding};
use crate::programmes::store::{self as catalogue, VersionRow};
use serde_json::json;

/// A working copy with everything that is known of it.
#[derive(Debug, Clone)]
pub struct Open {
    /// The copy.
    pub copy: CopyRow,
    /// Its texts, the one of the programme's main language first.
    pub texts: Vec<TextRow>,
    /// The title of the case.
    pub title: Localised,
    /// Academic hours by the plan.
    pub hours: i32,
    /// The title of its module.
    pub module: Localised,
    /// The version that it is based on.
    pub base: VersionRow,
    /// The newest version of the programme.
    pub newest: VersionRow,
    /// Everything that is wrong with it, errors first.
    pub findings: Vec<Finding>,
    /// The case, as far as it could be read.
    pub definition: Option<CaseDefinition>,
    /// An activity of the version, by which pictures are shown.
    pub beside: Option<ActivityId>,
}

impl Open {
    /// The text of a language.
    pub fn text(&self, language: Language) -> Option<&TextRow> {
        self.texts.iter().find(|text| text.language == language)
    }

    /// Whether something stops a publication.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == rules::Severity::Error)
    }

    /// Languages of the programme that the case is not written in.
    pub fn missing(&self) -> Vec<Language> {
        let languages = self.base.languages.0.iter().copied();
        languages.filter(|language| self.text(*language).is_none()).collect()
    }
}

/// A working copy, checked with its whole programme.
///
/// # Errors
/// `Forbidden` unless the actor administers the site; `NotFound` when there is no such copy.
pub fn open(r: &mut Read, actor: &Actor, id: CaseCopyId) -> Result<Open, Problem> {
    let (copy, mut texts) = load(r, actor, id)?;
    let (base, newest) = versions(r, &copy)?;
    let main = base.languages.0.first().copied().unwrap_or_default();
    texts.sort_by_key(|text| text.language != main);
    let files = folder(r, &base, &copy, &texts)?;
    let mut checked = rules::parse_within(&files, &limits(r)?);
    let outline = catalogue::outline(r, base.id)?;
    let beside = outline.first().map(|one| one.id);
    let known = outline.into_iter().find(|one| one.key == copy.key);
    let (title, hours, module) = match (&copy.plan, known) {
        (Some(plan), _) => {
            let modules = catalogue::modules(r, base.id)?;
            let module = modules.into_iter().find(|module| module.key == plan.0.module);
            (plan.0.title.clone(), plan.0.hours, module.map(|module| module.title.0).unwrap_or_default())
        }
        (None, Some(known)) => (known.title, known.hours.0, known.module),
        (None, None) => return Err(Problem::not_found()),
    };
    let definition = checked.cases.remove(&copy.key);
    let findings = findings(&checked, &texts);
    Ok(Open { copy, texts, title, hours, module, base, newest, findings, definition, beside })
}

/// A text that is to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Saving<'s> {
    /// In which language.
    pub language: Language,
    /// The whole text.
    pub body: &'s str,
    /// The revision that its writer had before the eyes.
    pub revision: i32,
}

/// Saves the text of a working copy; gives its new revision. The same text is saved as it is, without another revision.
///
/// # Errors
/// `Forbidden`, `NotFound`; `Conflict` when somebody else saved meanwhile; `Invalid` when it is too long.
pub fn save(
    w: &mut Write,
    actor: &Actor,
    id: CaseCopyId,
    saving: Saving<'_>,
    now: Moment,
) -> Result<i32, Problem> {
    let body = lines(saving.body);
    if body.len() as u64 > LARGEST_TEXT {
        let fault = Fault::new("text", "too-long").with("limit", LARGEST_TEXT);
        return Err(Problem::invalid(vec![fault]));
    }
    put(w, actor, id, Saving { body: &body, ..saving }, now)
}

/// The same, letter by letter.
///
/// # Errors
/// As those of [`save`].
pub fn put(
    w: &mut Write,
    actor: &Actor,
    id: CaseCopyId,
    saving: Saving<'_>,
    now: Moment,
) -> Result<i32, Problem> {
    let (_, texts) = load(w, actor, id)?;
    let known = texts.iter().find(|text| text.language == saving.language).ok_or_else(Problem::not_found)?;
    if known.body == saving.body {
        return Ok(known.revision);
    }
    let text = (saving.language, saving.body);
    if store::update_text(w, (id, saving.revision), text, (actor.person, now))? {
        Ok(saving.revision + 1)
    } else {
        Err(Problem::new(ProblemCode::Conflict))
    }
}

/// Gives a case that no version has yet another title and other hours; its key stays, as its files are called by it.
///
/// # Errors
/// `Forbidden` unless the actor administers the site; `NotFound` when there is no such copy; `Conflict` for a case that a
/// version has already: its title and hours stand in the plan.
pub fn rename(
    w: &mut Write,
    actor: &Actor,
    id: CaseCopyId,
    (title, hours): (&Localised, i32),
    now: Moment,
) -> Result<(), Problem> {
    let (copy, _) = load(w, actor, id)?;
    let known = copy.plan.ok_or_else(|| Problem::new(ProblemCode::Conflict))?.0;
    let plan = NewCase { title: title.clone(), hours, ..known.clone() };
    if plan == known {
        return Ok(());
    }
    store::put_plan(w, id, &plan)?;
    let said = |plan: &NewCase| Some(json!({ "title": plan.title, "hours": plan.hours }));
    let entry = audit::Entry {
        action: "case-copy-renamed",
        subject: ("case-copy", id.0),
        before: said(&known),
        after: said(&plan),
    };
    audit::record(w, actor, now, entry)
}

/// Begins a translation with the text of the main language.
///
/// # Errors
/// `Forbidden`; `NotFound` for a language that the programme does not have; `AlreadyExists`.
pub fn translate(
    w: &mut Write,
    actor: &Actor,
    id: CaseCopyId,
    language: Language,
    now: Moment,
) -> Result<(), Problem> {
    let (copy, texts) = load(w, actor, id)?;
    let (base, _) = versions(w, &copy)?;
    if !base.languages.0.contains(&language) {
        return Err(Problem::not_found());
    }
    if texts.iter().any(|text| text.language == language) {
        return Err(Problem::new(ProblemCode::AlreadyExists));
    }
    let main = base.languages.0.first().copied().unwrap_or_default();
    let from = texts.iter().find(|text| text.language == main).or(texts.first());
    let from = from.ok_or_else(Problem::not_found)?;
    let endings = (format!(".{}.case.md", from.language.tag()), format!(".{}.case.md", language.tag()));
    let path = from.path.replace(&endings.0, &endings.1);
    store::insert_text(w, id, NewText { language, path: &path, body: &from.body, saved: (actor.person, now) })
}
