//! The queue: works whose grade is not decided, and those whose grade is not released. Which works stand on a page
//! is found in the narrow table of works alone; what is shown of them is read for the page only.

use super::works::{shared_by, shared_with};
use crate::db::schema::{
    activities, case_hidings, editions, enrolments, grading_seats as seats, grading_works as works,
    organisations, people, submissions, teams,
};
use crate::db::{Json, MultiBackend, Read};
use crate::grading::rules::{Whose, WorkState};
use crate::kernel::{
    ActivityId, EditionId, Localised, Moment, OrganisationId, PersonId, PersonName, Problem, SubmissionId,
};
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

/// Which works are wanted, and as who sees them.
#[derive(Debug, Clone)]
pub struct Filter {
    /// In these editions.
    pub editions: Vec<EditionId>,
    /// Of this case.
    pub case: Option<ActivityId>,
    /// Whose author this organisation has sent.
    pub organisation: Option<OrganisationId>,
    /// Graded without names: nothing tells by whom these were sent.
    pub blind: Vec<(EditionId, ActivityId)>,
    /// In this state; without one, everything whose grade is not decided.
    pub state: Option<WorkState>,
    /// Whose.
    pub whose: Whose,
    /// The reader; their own works do not wait for them.
    pub me: Option<PersonId>,
    /// Where the reader works: its people are not for them, but for the editions of an exception.
    pub colleagues: Option<(OrganisationId, Vec<EditionId>)>,
    /// Which claims hold.
    pub now: Moment,
}

type Boxed<'a> = works::BoxedQuery<'a, MultiBackend>;

/// The works that pass a filter.
fn passing(filter: &Filter) -> Boxed<'static> {
    let me = filter.me.unwrap_or(PersonId(0));
    let withdrawn = enrolments::table.filter(enrolments::withdrawn_at.is_not_null()).select(enrolments::id);
    let mut query = works::table
        .filter(works::edition_id.eq_any(filter.editions.clone()))
        .filter(works::author_id.ne(me))
        .filter(works::submission_id.ne_all(shared_by(me)))
        // A team's work waits whoever of the team has left.
        .filter(works::enrolment_id.ne_all(withdrawn).or(works::team_id.is_not_null()))
        .into_boxed();
    if let Some(case) = filter.case {
        query = query.filter(works::activity_id.eq(case));
    }
    if let Some(organisation) = filter.organisation {
        query = query.filter(works::organisation_id.eq(organisation));
        for (edition, case) in &filter.blind {
            query = query.filter(not(works::edition_id.eq(*edition).and(works::activity_id.eq(*case))));
        }
    }
    of_whom(in_state(query, filter), filter, me)
}

fn in_state(query: Boxed<'static>, filter: &Filter) -> Boxed<'static> {
    let at_work = exists(
        seats::table
            .filter(seats::submission_id.eq(works::submission_id))
            .filter(seats::marked_at.is_null())
            .filter(seats::expires_at.gt(filter.now)),
    );
    match filter.state {
        None => query.filter(works::settled_at.is_null()),
        Some(WorkState::NotMarked) => {
            query.filter(works::settled_at.is_null()).filter(works::begun_at.is_null()).filter(not(at_work))
        }
        Some(WorkState::InMarking) => {
            query.filter(works::settled_at.is_null()).filter(works::begun_at.is_not_null().or(at_work))
        }
        Some(WorkState::InReview) => {
            query.filter(works::settled_at.is_not_null()).filter(works::closed_at.is_null())
        }
        // What was hidden is closed as well, without ever having been graded for its author.
        Some(WorkState::Released) => {
            let hidden = case_hidings::table.filter(case_hidings::submission_id.eq(works::submission_id));
            query.filter(works::closed_at.is_not_null()).filter(not(exists(hidden)))
        }
    }
}

fn of_whom(query: Boxed<'static>, filter: &Filter, me: PersonId) -> Boxed<'static> {
    let mine =
        || seats::table.filter(seats::submission_id.eq(works::submission_id)).filter(seats::person_id.eq(me));
    let held =
        || {
            exists(mine().filter(seats::marked_at.is_null()).filter(
                seats::allotted_at.is_not_null().or(seats::expires_at.assume_not_null().gt(filter.now)),
            ))
        };
    let marked = || exists(mine().filter(seats::marked_at.is_not_null()));
    let taken = || {
        seats::table
            .filter(seats::submission_id.eq(works::submission_id))
            .filter(seats::person_id.ne(me))
            .filter(
                seats::allotted_at
                    .is_not_null()
                    .or(seats::marked_at.is_not_null())
                    .or(seats::expires_at.assume_not_null().gt(filter.now)),
            )
            .select(count_star())
            .single_value()
    };
    match filter.whose {
        Whose::All => query,
        Whose::Mine => query.filter(held()),
        Whose::Free => no_colleagues(query, filter)
            .filter(not(held()))
            .filter(not(marked()))
            .filter(works::graders.nullable().gt(taken())),
        Whose::Open => no_colleagues(query, filter)
            .filter(not(marked()))
            .filter(works::graders.nullable().gt(taken()).or(held())),
    }
}

fn no_colleagues(query: Boxed<'static>, filter: &Filter) -> Boxed<'static> {
    match &filter.colleagues {
        None => query,
        Some((organisation, excepted)) => query
            .filter(
                works::organisation_id
                    .is_null()
                    .or(works::organisation_id.assume_not_null().ne(*organisation))
                    .or(works::edition_id.eq_any(excepted.clone())),
            )
            .filter(
                works::submission_id
                    .ne_all(shared_with(*organisation))
                    .or(works::edition_id.eq_any(excepted.clone())),
            ),
    }
}

/// A work that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingRow {
    /// The version.
    pub submission: SubmissionId,
    /// Which one, from 1.
    pub version: i32,
    /// Since when it waits.
    pub submitted_at: Moment,
    /// Whether it came after the deadline.
    pub late: bool,
    /// The case.
    pub activity: ActivityId,
    /// Its title.
    pub title: Localised,
    /// The edition.
    pub edition: EditionId,
    /// Its title.
    pub edition_title: String,
    /// The author, or the member of the team who handed it in; nobody while the case is graded without names.
    pub author: Option<PersonName>,
    /// The team, where it is a team's; nobody likewise.
    pub team: Option<String>,
    /// Who sent the author; nobody likewise.
    pub organisation: Option<String>,
    /// The same for the rules alone, names or not: who may grade it depends on it. It is never shown.
    pub sent_by: Option<OrganisationId>,
    /// How many grade it.
    pub graders: i64,
    /// Since when marks are saved.
    pub begun_at: Option<Moment>,
    /// Since when its grade is decided.
    pub settled_at: Option<Moment>,
}

impl WaitingRow {
    /// Whose it is: the team's, or the author's; nothing while the case is graded without names.
    pub fn whose(&self) -> Option<String> {
        self.team.clone().or_else(|| self.author.as_ref().map(PersonName::full))
    }
}

type Columns = (
    (SubmissionId, i32, Moment, bool),
    (ActivityId, Json<Localised>),
    (EditionId, String),
    (String, String, Option<String>),
    Option<String>,
    (i64, Option<OrganisationId>, Option<Moment>, Option<Moment>),
    Option<String>,
);

/// The works that pass a filter, the oldest first, after one of them. A version's id grows with time.
pub fn waiting(
    r: &mut Read,
    filter: &Filter,
    after: SubmissionId,
    limit: i64,
) -> Result<Vec<WaitingRow>, Problem> {
    let ids: Vec<SubmissionId> = passing(filter)
        .filter(works::submission_id.gt(after))
        .order(works::submission_id)
        .limit(limit)
        .select(works::submission_id)
        .load(r.conn())?;
    let rows: Vec<Columns> = works::table
        .inner_join(submissions::table)
        .inner_join(activities::table)
        .inner_join(editions::table)
        .inner_join(people::table)
        .left_join(organisations::table.on(organisations::id.nullable().eq(works::organisation_id)))
        .left_join(teams::table.on(teams::id.nullable().eq(works::team_id)))
        .filter(works::submission_id.eq_any(ids))
        .order(works::submission_id)
        .select((
            (submissions::id, submissions::version, submissions::submitted_at, submissions::late),
            (activities::id, activities::title),
            (editions::id, editions::title),
            (people::surname, people::given_name, people::patronymic),
            organisations::name.nullable(),
            (works::graders, works::organisation_id, works::begun_at, works::settled_at),
            teams::name.nullable(),
        ))
        .load(r.conn())?;
    Ok(rows.into_iter().map(|columns| row_of(columns, &filter.blind)).collect())
}

fn row_of(columns: Columns, blind: &[(EditionId, ActivityId)]) -> WaitingRow {
    let (version, (activity, title), (edition, edition_title), name, organisation, progress, team) = columns;
    let (submission, version, submitted_at, late) = version;
    let (surname, given_name, patronymic) = name;
    let (graders, sent_by, begun_at, settled_at) = progress;
    let named = !blind.contains(&(edition, activity));
    WaitingRow {
        submission,
        version,
        submitted_at,
        late,
        activity,
        title: title.0,
        edition,
        edition_title,
        author: named.then_some(PersonName { surname, given_name, patronymic }),
        team: team.filter(|_| named),
        organisation: organisation.filter(|_| named),
        sent_by,
        graders,
        begun_at,
        settled_at,
    }
}

/// The oldest work that passes a filter, after one of them.
pub fn oldest(r: &mut Read, filter: &Filter, after: SubmissionId) -> Result<Option<SubmissionId>, Problem> {
    Ok(passing(filter)
        .filter(works::submission_id.gt(after))
        .order(works::submission_id)
        .select(works::submission_id)
        .first(r.conn())
        .optional()?)
}

/// How many works there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All that pass the filter.
    pub all: i64,
    /// Those handed in before a moment.
    pub old: i64,
}

/// How many works pass a filter.
pub fn count(r: &mut Read, filter: &Filter) -> Result<i64, Problem> {
    Ok(passing(filter).count().get_result(r.conn())?)
}

/// How many works pass a filter, and how many of them were handed in before a moment.
pub fn counts(r: &mut Read, filter: &Filter, before: Moment) -> Result<Counts, Problem> {
    let all = count(r, filter)?;
    let old = passing(filter).filter(works::handed_in_at.lt(before)).count().get_result(r.conn())?;
    Ok(Counts { all, old })
}
