//! What others may read of a case: a nameless text, its author's consent, the edition, and a course case.

use super::letters::{News, tell_administrators, tell_author, tell_staff};
use super::opening::{Found, found};
use super::raising::own_place;
use super::talking::record;
use crate::case_authoring::actions::{self as case_authoring, Desk, NewCaseForm};
use crate::db::{Read, Write};
use crate::editions::store::{EditionRow, EnrolmentRow};
use crate::kernel::{
    Actor, CaseCopyId, EnrolmentId, Fault, Language, Moment, Problem, ProblemCode, SiteCaseId,
};
use crate::programmes::store::{self as catalogue, VersionRow};
use crate::site_cases::rules::{self, Copy, May, Side};
use crate::site_cases::store::{self, CopyRow};
use serde_json::json;
use std::collections::HashSet;

/// A case for whoever writes what others may read of it.
///
/// # Errors
/// As [`found`]; as [`Found::allow`].
pub fn prepared(r: &mut Read, actor: &Actor, id: SiteCaseId) -> Result<Found, Problem> {
    let found = found(r, actor, id)?;
    found.allow(May::Protect)?;
    Ok(found)
}

/// Writes what others may read. A consent belongs to the text it was given for: another text needs another one.
///
/// # Errors
/// As [`prepared`]; `Invalid` for what is empty, too long, or names somebody.
pub fn write_copy(
    w: &mut Write,
    actor: &Actor,
    id: SiteCaseId,
    typed: &Copy,
    now: Moment,
) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let people = store::people_of(w, (found.edition.id, id))?;
    let copy = typed.checked(&people).map_err(Problem::invalid)?;
    let newest = found.copy.as_ref();
    if newest.is_some_and(|row| row.content.0 == copy) {
        return Ok(());
    }
    let number = newest.map_or(0, |row| row.number) + 1;
    store::insert_copy(w, (id, number), &copy, (actor.person, now))?;
    let after = Some(json!({ "number": number }));
    record(w, actor, &found, ("site-case-copy-written", None, after), now)
}

/// Asks the author whether others may read the text.
///
/// # Errors
/// As [`prepared`]; `Invalid` while there is no text; `Conflict` when they were asked about it.
pub fn ask(w: &mut Write, actor: &Actor, id: SiteCaseId, now: Moment) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let Some(copy) = &found.copy else {
        return Err(Problem::invalid(vec![Fault::new("situation", "site-copy-first")]));
    };
    if copy.asked_at.is_some() {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    store::ask(w, copy.id, (actor.person, now))?;
    let after = Some(json!({ "number": copy.number }));
    record(w, actor, &found, ("site-case-consent-asked", None, after), now)?;
    tell_author(w, &found, News::Asked, now)
}

/// What the author says to the text with this number; it may be changed on any day. The edition reads no more what it
/// may not read, and reads it again only when those who teach open it again. A course case that was begun with it is not
/// published any more; those who administer the site are told.
///
/// # Errors
/// As [`found`]; `Forbidden` for anybody but the author; `Conflict` when they are not asked, and when another text was
/// written since: a consent is given to what its author has read.
pub fn answer(
    w: &mut Write,
    actor: &Actor,
    id: SiteCaseId,
    (number, for_group, for_course): (i32, bool, bool),
    now: Moment,
) -> Result<(), Problem> {
    let found = found(w, actor, id)?;
    if found.side != Side::Author {
        return Err(Problem::forbidden());
    }
    let copy = found.copy.as_ref().filter(|copy| copy.asked_at.is_some() && copy.number == number);
    let copy = copy.ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    let value =
        |(group, course): (bool, bool)| json!({ "number": copy.number, "group": group, "course": course });
    let before = copy.for_group.zip(copy.for_course);
    if before == Some((for_group, for_course)) {
        return Ok(());
    }
    store::answer(w, copy.id, (for_group, for_course), now)?;
    if !for_group && copy.opened_at.is_some() {
        store::set_opened(w, copy.id, None)?;
    }
    let after = Some(value((for_group, for_course)));
    record(w, actor, &found, ("site-case-consent-answered", before.map(value), after), now)?;
    if before.is_some_and(|(_, course)| course) && !for_course && store::is_used(w, id)? {
        tell_administrators(w, &found, News::Withdrawn, now)?;
    }
    tell_staff(w, &found, (actor, News::Consented), now)
}

/// Lets the edition read the text.
///
/// # Errors
/// As [`prepared`]; `Conflict` without its author's consent; `Invalid` as [`course_case`].
pub fn open(w: &mut Write, actor: &Actor, id: SiteCaseId, now: Moment) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let copy = consented(&found, |copy| copy.for_group)?;
    if copy.opened_at.is_some() {
        return Ok(());
    }
    nameless(w, &found, copy)?;
    store::set_opened(w, copy.id, Some((actor.person, now)))?;
    let after = Some(json!({ "number": copy.number }));
    record(w, actor, &found, ("site-case-opened", None, after), now)
}

/// Lets the edition read it no more.
///
/// # Errors
/// As [`prepared`]; `Conflict` when it is not open.
pub fn shut(w: &mut Write, actor: &Actor, id: SiteCaseId, now: Moment) -> Result<(), Problem> {
    let found = prepared(w, actor, id)?;
    let copy = found.copy.as_ref().filter(|copy| copy.opened_at.is_some());
    let copy = copy.ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    store::set_opened(w, copy.id, None)?;
    let before = Some(json!({ "number": copy.number }));
    record(w, actor, &found, ("site-case-shut", before, None), now)
}

fn consented(found: &Found, to: impl Fn(&CopyRow) -> Option<bool>) -> Result<&CopyRow, Problem> {
    let copy = found.copy.as_ref().filter(|copy| to(copy) == Some(true));
    copy.ok_or_else(|| Problem::new(ProblemCode::Conflict))
}

/// The text once more in front of everybody who is in the edition by now.
fn nameless(r: &mut Read, found: &Found, copy: &CopyRow) -> Result<Copy, Problem> {
    let people = store::people_of(r, (found.edition.id, found.row.id))?;
    copy.content.0.checked(&people).map_err(Problem::invalid)
}

/// The text as the file of a course case: its name and what it says. It leaves the house with that, so it is written
/// down who took it.
///
/// # Errors
/// As [`prepared`]; `Conflict` without its author's consent; `Invalid` when it names somebody who came to the edition
/// after it was written.
pub fn course_case(
    w: &mut Write,
    actor: &Actor,
    id: SiteCaseId,
    language: Language,
    now: Moment,
) -> Result<(String, String), Problem> {
    let found = prepared(w, actor, id)?;
    let copy = consented(&found, |copy| copy.for_course)?;
    let text = nameless(w, &found, copy)?;
    let after = Some(json!({ "number": copy.number, "language": language.tag() }));
    record(w, actor, &found, ("site-case-file-taken", None, after), now)?;
    Ok((rules::file_name(id.0, language), rules::file(&text, language)))
}

/// The programmes, by their newest versions, that the text can become a case of; for whoever may change them.
///
/// # Errors
/// The database's.
pub fn courses(r: &mut Read, actor: &Actor, found: &Found) -> Result<Vec<VersionRow>, Problem> {
    let agreed = found.copy.as_ref().is_some_and(|copy| copy.for_course == Some(true));
    if !agreed || actor.require_site_administrator().is_err() {
        return Ok(Vec::new());
    }
    let mut versions = catalogue::versions(r)?;
    let mut seen = HashSet::new();
    versions.sort_by_key(|version| std::cmp::Reverse(version.number));
    versions.retain(|version| seen.insert(version.slug.clone()));
    versions.sort_by(|one, other| one.slug.cmp(&other.slug));
    Ok(versions)
}

/// The text in front of whoever gives it a place in a programme.
///
/// # Errors
/// As [`course_case`]; `Forbidden` unless the actor administers the site; `NotFound` when there is no such programme.
pub fn course_place(
    r: &mut Read,
    actor: &Actor,
    (id, slug): (SiteCaseId, &str),
) -> Result<(Copy, Desk), Problem> {
    actor.require_site_administrator()?;
    let found = prepared(r, actor, id)?;
    let text = nameless(r, &found, consented(&found, |copy| copy.for_course)?)?;
    Ok((text, case_authoring::desk(r, actor, slug)?))
}

/// Begins a case of a programme with the text, in the browser.
///
/// # Errors
/// As [`course_place`]; `Invalid` for a language in which the programme is not taught, and for a programme whose texts were
/// not kept; as [`case_authoring::invent`].
pub fn begin_course_case(
    w: &mut Write,
    actor: &Actor,
    (id, slug): (SiteCaseId, &str),
    (form, language): (&NewCaseForm, Language),
    now: Moment,
) -> Result<CaseCopyId, Problem> {
    actor.require_site_administrator()?;
    let found = prepared(w, actor, id)?;
    let copy = consented(&found, |copy| copy.for_course)?;
    let text = nameless(w, &found, copy)?;
    let desk = case_authoring::desk(w, actor, slug)?;
    let faults = place_faults(&desk, language);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    let form = NewCaseForm { text: Some((language, rules::file(&text, language))), ..form.clone() };
    let made = case_authoring::invent(w, actor, slug, &form, now)?;
    store::insert_use(w, (copy.id, made), (actor.person, now))?;
    let after = Some(json!({ "number": copy.number, "slug": slug, "case-copy": made.0 }));
    record(w, actor, &found, ("site-case-made-course-case", None, after), now)?;
    Ok(made)
}

/// Why a text with headings in this language finds no place in a programme.
fn place_faults(desk: &Desk, language: Language) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !desk.has_texts {
        faults.push(Fault::new("slug", "site-course-no-texts"));
    }
    if !desk.version.languages.0.contains(&language) {
        faults.push(Fault::new("language", "site-course-language"));
    }
    faults
}

/// What an edition reads of a case.
#[derive(Debug, Clone)]
pub struct Shared {
    /// The reader's place.
    pub enrolment: EnrolmentRow,
    /// The edition.
    pub edition: EditionRow,
    /// The text.
    pub copy: CopyRow,
}

/// A text that the edition of the actor's own place reads.
///
/// # Errors
/// `NotFound` when the place is not theirs, they were withdrawn, or the edition does not read it.
pub fn shared(r: &mut Read, actor: &Actor, at: (EnrolmentId, SiteCaseId)) -> Result<Shared, Problem> {
    let (enrolment, edition) = own_place(r, actor, at.0)?;
    if enrolment.withdrawn_at.is_some() {
        return Err(Problem::not_found());
    }
    let copy = store::shared_one(r, edition.id, at.1)?.ok_or_else(Problem::not_found)?;
    Ok(Shared { copy, enrolment, edition })
}
