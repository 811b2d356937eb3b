//! What staff see and do: set reviewing up, see who reviews what, drop a bad review, let authors read theirs.

use super::allotting::later;
use super::loading::{any_nameless, review};
use crate::audit::{self, Entry};
use crate::cases::actions::{last_deadline, taught_case};
use crate::cases::store::{self as cases, CaseAt};
use crate::db::{Read, Write};
use crate::editions::store::{EditionRow, chosen};
use crate::grading::rules::reason;
use crate::kernel::{
    ActivityId, Actor, EnrolmentId, Fault, Localised, Moment, PeerReviewId, PersonName, Problem, ProblemCode,
    SubmissionId,
};
use crate::peer_reviews::rules::{self, PeerSetup, ReviewState};
use crate::peer_reviews::store::{self, ReviewRow, RoundRow};
use serde_json::json;
use std::collections::HashMap;

/// A review in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The review.
    pub id: PeerReviewId,
    /// Who writes it; nobody while works are without names.
    pub reviewer: Option<PersonName>,
    /// Where it stands.
    pub state: ReviewState,
    /// The sum of its points, once it was handed in.
    pub total: Option<i32>,
}

/// A work with its reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkLine {
    /// The version.
    pub submission: SubmissionId,
    /// Whose; nobody while works are without names.
    pub author: Option<PersonName>,
    /// Its reviews.
    pub reviews: Vec<Line>,
    /// How many reviews are still to come or would have to.
    pub missing: usize,
    /// The points that its author has for reviewing, while that has a name.
    pub points: Option<i32>,
}

/// Everything that staff see of a case.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The edition.
    pub edition: EditionRow,
    /// The case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The first instant at which it is late for everybody.
    pub last_deadline: Moment,
    /// What is set, and how far that has come.
    pub row: RoundRow,
    /// The works, those that lack reviews first.
    pub works: Vec<WorkLine>,
    /// How many works came after the others were given out.
    pub late: usize,
    /// Whether names are left out.
    pub nameless: bool,
}

/// Reviewing at a case, for those who teach the edition.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn overview(r: &mut Read, actor: &Actor, at: CaseAt, now: Moment) -> Result<Overview, Problem> {
    let (edition, title) = taught_case(r, actor, at)?;
    let row = store::round(r, at)?.unwrap_or_default();
    let nameless = any_nameless(r, &edition, at.1)?;
    let people = if nameless { Vec::new() } else { chosen::trainees(r, edition.id, actor.language)? };
    let names: HashMap<EnrolmentId, PersonName> = people.into_iter().collect();
    let reviews = store::of_case(r, at)?;
    let last = cases::last_works(r, at)?;
    let own: Vec<EnrolmentId> =
        last.iter().filter(|one| Some(one.author) == actor.person).map(|one| one.enrolment).collect();
    let known = |one: &&cases::LastWork| {
        reviews.iter().any(|row| !row.facts.hidden && row.place.author == one.enrolment)
    };
    let late = if row.allotted_at.is_some() { last.iter().filter(|one| !known(one)).count() } else { 0 };
    let wanted = usize::try_from(row.setup.reviewers).unwrap_or(0).min(last.len().saturating_sub(1));
    // A hidden version stays without a name where it was without one.
    let (blind, nobody) = (cases::setup(r, at)?.1.blind, HashMap::new());
    let mut works = Vec::new();
    for submission in works_in(&reviews) {
        let here: Vec<&ReviewRow> = reviews.iter().filter(|row| row.place.submission == submission).collect();
        let Some(author) = here.first().map(|row| row.place.author) else { continue };
        if !own.contains(&author) {
            let hidden = blind && here.iter().any(|row| row.facts.hidden);
            let names = if hidden { &nobody } else { &names };
            works.push(work_line((submission, author), &here, &reviews, (names, row, wanted), now));
        }
    }
    works.sort_by_key(|work| (std::cmp::Reverse(work.missing), work.submission));
    let last_deadline = last_deadline(r, &edition, at.1)?;
    Ok(Overview { edition, case: at.1, title, last_deadline, row, works, late, nameless })
}

fn works_in(reviews: &[ReviewRow]) -> Vec<SubmissionId> {
    let mut works: Vec<SubmissionId> = reviews.iter().map(|row| row.place.submission).collect();
    works.sort_unstable();
    works.dedup();
    works
}

type Known<'a> = (&'a HashMap<EnrolmentId, PersonName>, RoundRow, usize);

fn work_line(
    (submission, author): (SubmissionId, EnrolmentId),
    here: &[&ReviewRow],
    all: &[ReviewRow],
    (names, row, wanted): Known<'_>,
    now: Moment,
) -> WorkLine {
    let line = |one: &&ReviewRow| Line {
        id: one.id,
        reviewer: names.get(&one.place.reviewer).cloned(),
        state: one.state(now),
        total: one.given.as_ref().map(|(_, total)| *total),
    };
    let reviews: Vec<Line> = here.iter().map(line).collect();
    let hidden = reviews.iter().any(|line| line.state == ReviewState::Hidden);
    let done = reviews.iter().filter(|line| line.state == ReviewState::HandedIn).count();
    let theirs: Vec<ReviewState> =
        all.iter().filter(|one| one.place.reviewer == author).map(|one| one.state(now)).collect();
    WorkLine {
        submission,
        author: names.get(&author).cloned(),
        missing: if hidden { 0 } else { wanted.saturating_sub(done) },
        reviews,
        points: rules::points(row.setup.points, &theirs).filter(|_| names.contains_key(&author)),
    }
}

/// Sets reviewing up.
///
/// # Errors
/// As [`overview`]; `Invalid` for values out of bounds, and for another number of reviewers once works were given out.
pub fn set_up(
    w: &mut Write,
    actor: &Actor,
    at: CaseAt,
    setup: PeerSetup,
    now: Moment,
) -> Result<(), Problem> {
    let (edition, _) = taught_case(w, actor, at)?;
    let before = store::round(w, at)?;
    let allotted = before.filter(|row| row.allotted_at.is_some()).map(|row| row.setup);
    let mut faults = rules::check(setup, allotted);
    let team = cases::definition(w, at.1)?.is_some_and(|case| case.settings.team.is_some());
    if team && setup.reviewers > 0 {
        faults.push(Fault::new("reviewers", "peer-team"));
    }
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    store::put(w, at, setup)?;
    if setup.reviewers > 0 && allotted.is_none() {
        let last = last_deadline(w, &edition, at.1)?;
        // A deadline that is over already is no reason to give works out at once: staff press the button.
        if now < last {
            later(w, at, last, now)?;
        }
    }
    let value = |setup: PeerSetup| json!({ "activity": at.1, "settings": setup });
    let entry = Entry {
        action: "peer-reviews-set",
        subject: ("edition", at.0.0),
        before: before.map(|row| value(row.setup)),
        after: Some(value(setup)),
    };
    audit::record(w, actor, now, entry)
}

/// Lets authors read their reviews, those that come later too.
///
/// # Errors
/// As [`overview`]; `Conflict` before works were given out.
pub fn release(w: &mut Write, actor: &Actor, at: CaseAt, now: Moment) -> Result<(), Problem> {
    taught_case(w, actor, at)?;
    let row = store::round(w, at)?.filter(|row| row.allotted_at.is_some());
    let row = row.ok_or_else(|| Problem::new(ProblemCode::Conflict))?;
    if row.released_at.is_some() {
        return Ok(());
    }
    store::mark_released(w, at, (actor.person, now))?;
    let after = Some(json!({ "activity": at.1 }));
    let subject = ("edition", at.0.0);
    audit::record(w, actor, now, Entry { action: "peer-reviews-released", subject, before: None, after })
}

/// Lets a review count no more: not for its author, who does not read it, and not for its reviewer.
///
/// # Errors
/// `NotFound` unless the actor teaches the edition; `Conflict` unless it was handed in; `Invalid` without a reason.
pub fn drop_review(
    w: &mut Write,
    actor: &Actor,
    id: PeerReviewId,
    typed: &str,
    now: Moment,
) -> Result<(), Problem> {
    let found = review(w, actor, id, now)?;
    if found.own {
        return Err(Problem::not_found());
    }
    if found.state != ReviewState::HandedIn {
        return Err(Problem::new(ProblemCode::Conflict));
    }
    let reason = reason(typed).map_err(|fault| Problem::invalid(vec![fault]))?;
    store::drop_review(w, id, &reason, (actor.person, now))?;
    let after = Some(json!({ "reason": reason }));
    let subject = ("peer-review", id.0);
    audit::record(w, actor, now, Entry { action: "peer-review-dropped", subject, before: None, after })
}
