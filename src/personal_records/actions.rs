//! Who reads whose record, and as much of it as concerns them: the person all of it, administrators the courses and
//! documents of their organisations. Every look by somebody else is written down, and so is every signed export.

use super::rules::{Course, Document, Record, State, Status, attests_completion};
use super::store::{self, CourseRow};
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::documents::actions::papers;
use crate::documents::store::{self as documents, DocumentRow, Which};
use crate::editions::rules::Stage;
use crate::kernel::{Actor, EnrolmentId, Minutes, Moment, PersonId, Problem, ProgrammeVersionId};
use crate::people;
use crate::people::rules::Scope;
use crate::progress::rules::assignment::Assignment;
use crate::progress::rules::totals::{Slot, Totals};
use crate::progress::store::assignment::Said;
use serde_json::json;
use std::collections::{BTreeSet, HashSet};

/// The actor's own record.
///
/// # Errors
/// `Forbidden` when the program itself asks.
pub fn own(r: &mut Read, actor: &Actor, now: Moment) -> Result<Record, Problem> {
    load(r, actor.person_id()?, &Scope::All, now)
}

/// The record of a person for that person and for administrators; a look by somebody else is written down. `form` says
/// what was looked at: the page, the API, or a paper.
///
/// # Errors
/// `NotFound` for everybody else, and for administrators of organisations that neither taught nor sent the person.
pub fn look(
    w: &mut Write,
    actor: &Actor,
    (person, form): (PersonId, &'static str),
    now: Moment,
) -> Result<Record, Problem> {
    if actor.person == Some(person) {
        return own(w, actor, now);
    }
    let scope = Scope::of(&actor.roles).map_err(|_| Problem::not_found())?;
    let record = load(w, person, &scope, now)?;
    note(w, actor, ("record-seen", form), &record)?;
    Ok(record)
}

/// The actor's own record about to be signed and handed out.
///
/// # Errors
/// As [`own`].
pub fn export(w: &mut Write, actor: &Actor, now: Moment) -> Result<Record, Problem> {
    let record = own(w, actor, now)?;
    note(w, actor, ("record-exported", "json"), &record)?;
    Ok(record)
}

fn note(
    w: &mut Write,
    actor: &Actor,
    (action, form): (&'static str, &'static str),
    record: &Record,
) -> Result<(), Problem> {
    let (courses, documents) = (record.courses.len(), record.documents.len());
    let after = Some(json!({ "form": form, "courses": courses, "documents": documents }));
    let entry = Entry { action, subject: ("person", record.person.0), before: None, after };
    audit::record(w, actor, record.at, entry)
}

/// As much of a record as a scope holds: courses that its organisations run or sent the person to, documents that they
/// issued or that attest such a course.
fn load(r: &mut Read, person: PersonId, scope: &Scope, now: Moment) -> Result<Record, Problem> {
    let who = people::store::person(r, person)?.ok_or_else(Problem::not_found)?;
    let mut rows = store::courses(r, person)?;
    rows.retain(|row| {
        scope.holds(Some(row.edition.organisation_id)) || scope.holds(row.enrolment.organisation_id)
    });
    let seen: HashSet<EnrolmentId> = rows.iter().map(|row| row.enrolment.id).collect();
    let mut found = documents::documents(r, Which::Person(person))?;
    found.retain(|row| {
        scope.holds(Some(row.organisation_id)) || row.enrolment_id.is_some_and(|id| seen.contains(&id))
    });
    if rows.is_empty() && found.is_empty() && !scope.holds(who.organisation) {
        return Err(Problem::not_found());
    }
    let documents: Vec<Document> =
        found.iter().map(|row| document(row, scope, now)).collect::<Result<_, Problem>>()?;
    Ok(Record {
        person,
        name: who.name(),
        email: who.email.clone(),
        whole: *scope == Scope::All,
        at: now,
        courses: courses(r, rows, (&documents, scope), now)?,
        documents,
    })
}

fn document(row: &DocumentRow, scope: &Scope, now: Moment) -> Result<Document, Problem> {
    let snapshot = papers::snapshot(row)?;
    let today = now.date_in(snapshot.zone());
    Ok(Document {
        id: row.id,
        public_id: row.public_id.clone(),
        enrolment: row.enrolment_id,
        kind: row.kind,
        number: row.number.clone(),
        issued_on: row.issued_on,
        issuer: snapshot.issuer.name.clone(),
        programme: snapshot.programme().cloned(),
        hours: snapshot.hours(),
        status: Status::of(row.standing(), snapshot.valid.is_some_and(|(_, until)| until < today)),
        verify_url: snapshot.verify_url.clone(),
        readable: scope.holds(Some(row.organisation_id)),
    })
}

fn courses(
    r: &mut Read,
    rows: Vec<CourseRow>,
    (documents, scope): (&[Document], &Scope),
    now: Moment,
) -> Result<Vec<Course>, Problem> {
    let versions: BTreeSet<ProgrammeVersionId> = rows.iter().map(|row| row.edition.version_id).collect();
    let versions: Vec<ProgrammeVersionId> = versions.into_iter().collect();
    let these: Vec<EnrolmentId> = rows.iter().map(|row| row.enrolment.id).collect();
    let plans = store::plans(r, &versions)?;
    let said = Said::of(r, &these)?;
    let credits = store::credits(r, &these)?;
    let totals = |row: &CourseRow| {
        let who = row.enrolment.id;
        let plan = plans.get(&row.edition.version_id).map_or(&[][..], Vec::as_slice);
        let theirs = plan
            .iter()
            .filter(|one| said.assignment(who, one.module, one.extra_for.as_deref()) == Assignment::Theirs);
        Totals::of(theirs.map(|one| {
            let (activity, nature, mode) = (one.activity, one.nature, one.mode);
            let slot = Slot { activity, nature, mode, planned: one.minutes, held: Minutes::ZERO };
            (slot, credits.get(&(who, activity)).copied().unwrap_or_default())
        }))
    };
    let documented = |who: EnrolmentId| {
        documents.iter().any(|one| {
            one.enrolment == Some(who) && one.status == Status::Valid && attests_completion(one.kind)
        })
    };
    let course = |row: CourseRow| {
        let over = row.edition.closed_at.is_some() || row.edition.term().stage(now) == Stage::Over;
        let left = row.enrolment.withdrawn_at.is_some();
        Course {
            totals: totals(&row),
            state: State::of(left, documented(row.enrolment.id), over),
            left,
            enrolment: row.enrolment.id,
            edition: row.edition.id,
            title: row.edition.title,
            programme: row.programme.0,
            organisation: row.organisation,
            starts_on: row.edition.starts_on,
            ends_on: row.edition.ends_on,
            academic_hour: row.academic_hour,
            readable: scope.holds(Some(row.edition.organisation_id)),
        }
    };
    Ok(rows.into_iter().map(course).collect())
}
