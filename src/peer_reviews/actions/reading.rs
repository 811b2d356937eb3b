//! What a trainee sees: the reviews to write, and those of their own work.

use crate::cases::actions::{Opened, Which, open};
use crate::cases::rules::graded_by;
use crate::cases::store as cases;
use crate::db::Read;
use crate::grading::rules::Marks;
use crate::kernel::{ActivityId, Actor, EnrolmentId, Localised, Moment, Problem};
use crate::peer_reviews::rules::{self, ReviewState};
use crate::peer_reviews::store::{self, ReviewRow, RoundRow};
use crate::programmes::rules::CaseDefinition;
use crate::programmes::store as programmes;
use crate::progress::actions::Standing;
use crate::progress::rules::ActivityFact;

/// A review of one's own work. Nothing in it says who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The marks.
    pub marks: Marks,
    /// Their sum.
    pub total: i32,
    /// The case with the rubric that they were given by.
    pub definition: CaseDefinition,
}

/// Reviewing, in front of a trainee.
#[derive(Debug, Clone)]
pub struct Own {
    /// Their place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// Its definition.
    pub definition: CaseDefinition,
    /// What is set, and how far that has come.
    pub row: RoundRow,
    /// What they were asked for, with where it stands.
    pub asked: Vec<(ReviewRow, ReviewState)>,
    /// What was said of their work, once they may read it.
    pub received: Vec<Received>,
    /// The points for reviewing so far; nothing while nothing was asked.
    pub points: Option<i32>,
}

/// Reviewing at the actor's own case.
///
/// # Errors
/// `NotFound` unless it is theirs and reviewing is set; `EditionClosed` for who was withdrawn.
pub fn own(r: &mut Read, actor: &Actor, which: Which, now: Moment) -> Result<Own, Problem> {
    let (standing, fact) = match open(r, actor, which, now)? {
        Opened::Case(case) => (case.standing.clone(), case.fact.clone()),
        Opened::Locked(standing, fact) | Opened::Ahead(standing, fact) => (*standing, fact),
    };
    if actor.person != Some(standing.enrolment.person_id) {
        return Err(Problem::not_found());
    }
    let at = (standing.edition.id, fact.id);
    let row = store::round(r, at)?.filter(|row| row.setup.reviewers > 0);
    let row = row.ok_or_else(Problem::not_found)?;
    let (definition, rubrics) = cases::graded_case(r, at)?.ok_or_else(Problem::not_found)?;
    let all = store::of_case(r, at)?;
    let of_mine =
        |one: &&ReviewRow| one.place.author == which.enrolment && one.state(now) == ReviewState::HandedIn;
    let received = if row.released_at.is_some() {
        all.iter()
            .filter(of_mine)
            .filter_map(|one| one.given.clone().zip(Some(one.rubric)))
            .collect::<Vec<_>>()
    } else {
        Vec::new()
    };
    // In the order of what they say, not of who was asked when.
    let by = |rubric| graded_by(definition.clone(), rubrics.by(rubric));
    let one = |((marks, total), rubric)| Received { marks, total, definition: by(rubric) };
    let mut received: Vec<Received> = received.into_iter().map(one).collect();
    received.sort_by(|one, other| (one.total, &one.marks.remark).cmp(&(other.total, &other.marks.remark)));
    let asked: Vec<(ReviewRow, ReviewState)> = all
        .into_iter()
        .filter(|one| one.place.reviewer == which.enrolment)
        .map(|one| {
            let state = one.state(now);
            (one, state)
        })
        .collect();
    let states: Vec<ReviewState> = asked.iter().map(|(_, state)| *state).collect();
    let points = rules::points(row.setup.points, &states);
    Ok(Own { standing, fact, definition, row, asked, received, points })
}

/// A case at which somebody has reviews to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// In which place of theirs.
    pub enrolment: EnrolmentId,
    /// At which case.
    pub case: ActivityId,
    /// Its title.
    pub title: Localised,
    /// How many.
    pub count: usize,
    /// Until when the first of them is in time.
    pub due_at: Moment,
}

/// What reviews the actor has to write, the most urgent first.
///
/// # Errors
/// The database's.
pub fn owed(r: &mut Read, actor: &Actor) -> Result<Vec<Owed>, Problem> {
    let mut found: Vec<Owed> = Vec::new();
    for (enrolment, case, due_at) in store::owed(r, actor.person_id()?)? {
        match found.iter_mut().find(|one| (one.enrolment, one.case) == (enrolment, case)) {
            Some(known) => known.count += 1,
            None => {
                let title = programmes::activity(r, case)?.ok_or_else(Problem::not_found)?.title.0;
                found.push(Owed { enrolment, case, title, count: 1, due_at });
            }
        }
    }
    Ok(found)
}
