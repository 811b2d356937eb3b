//! The queue of works that wait for a trainer.

use crate::cases::rules::OLD_AFTER_DAYS;
use crate::grading::actions::{QueuePage, Waiting};
use crate::grading::rules::{Third, Whose, WorkState};
use crate::grading::store::{SeatRow, WaitingRow};
use crate::kernel::{Actor, PersonId, Word, dates};
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;

/// What of the queue is shown, as it was asked for; an empty text is everything.
#[derive(Debug, Clone, Default)]
pub struct Wished {
    /// An edition's id.
    pub edition: String,
    /// A case's id.
    pub case: String,
    /// An organisation's id.
    pub organisation: String,
    /// A state.
    pub state: String,
    /// Whose.
    pub whose: String,
    /// After which version.
    pub after: String,
}

impl Wished {
    fn is_set(&self) -> bool {
        let Wished { edition, case, organisation, state, whose, .. } = self;
        [edition, case, organisation, state, whose].iter().any(|wish| !wish.is_empty())
    }

    /// The queue as wished, after a version.
    fn address(&self, after: &str) -> String {
        let Wished { edition, case, organisation, state, whose, .. } = self;
        paths::grading_queue(&[
            ("edition", edition.as_str()),
            ("case", case.as_str()),
            ("organisation", organisation.as_str()),
            ("state", state.as_str()),
            ("whose", whose.as_str()),
            ("after", after),
        ])
    }
}

/// Says a key in the reader's language.
type Say<'s> = &'s dyn Fn(&str) -> String;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Queue {
    pub(super) works: Vec<WorkLine>,
    pub(super) count: i64,
    pub(super) old_count: i64,
    pub(super) is_empty: bool,
    pub(super) is_filtered: bool,
    pub(super) queue_url: &'static str,
    pub(super) edition: Field,
    pub(super) editions: Vec<Choice>,
    pub(super) case: Field,
    pub(super) cases: Vec<Choice>,
    pub(super) organisation: Field,
    pub(super) organisations: Vec<Choice>,
    pub(super) state: Field,
    pub(super) states: Vec<Choice>,
    pub(super) whose: Field,
    pub(super) whoses: Vec<Choice>,
    pub(super) first_url: Option<String>,
    pub(super) next_url: Option<String>,
    pub(super) today_url: &'static str,
}

/// A work that waits.
#[derive(Debug, Clone, Serialize)]
pub struct WorkLine {
    /// The author; nobody while the case is graded without names.
    pub(super) person: Option<String>,
    /// The number that stands for them then.
    pub(super) work: i64,
    pub(super) organisation: Option<String>,
    pub(super) url: String,
    pub(super) claim_url: Option<String>,
    pub(super) case: String,
    pub(super) edition: String,
    pub(super) number: i32,
    pub(super) handed_in: String,
    pub(super) age: i64,
    pub(super) old: bool,
    pub(super) late: bool,
    pub(super) state_key: String,
    pub(super) is_mine: bool,
    /// Who else is at work, or was given it.
    pub(super) holder: Option<String>,
    /// That it lacks a third grader.
    pub(super) third_key: Option<&'static str>,
}

impl WorkLine {
    /// A work by itself.
    pub(super) fn new(row: &WaitingRow, reader: &Reader) -> WorkLine {
        let age = row.submitted_at.days_until(reader.now);
        WorkLine {
            person: row.whose(),
            work: row.submission.0,
            organisation: row.organisation.clone(),
            url: paths::submission(row.submission),
            claim_url: None,
            case: row.title.for_reader(reader.language).to_owned(),
            edition: row.edition_title.clone(),
            number: row.version,
            handed_in: dates::day_and_time(reader.language, row.submitted_at, reader.zone),
            age,
            old: age > OLD_AFTER_DAYS,
            late: row.late,
            state_key: String::new(),
            is_mine: false,
            holder: None,
            third_key: None,
        }
    }

    fn waiting(work: &Waiting, me: Option<PersonId>, reader: &Reader) -> WorkLine {
        let holds = |seat: &&SeatRow| seat.held.holds(reader.now) && !seat.held.marked;
        let is_mine = work.seats.iter().filter(holds).any(|seat| Some(seat.held.person) == me);
        let other = work.seats.iter().filter(holds).find(|seat| Some(seat.held.person) != me);
        let holder = other.map(|seat| seat.name.surname_and_initials());
        WorkLine {
            claim_url: work.barrier.is_none().then(|| paths::work_claim(work.row.submission)),
            state_key: state_key(work.state),
            is_mine,
            holder,
            third_key: work.third.map(|third| match third {
                Third::Wanted => "grading-third-wanted",
                Third::Nobody => "grading-third-nobody",
            }),
            ..WorkLine::new(&work.row, reader)
        }
    }
}

/// The message of a state.
pub(super) fn state_key(state: WorkState) -> String {
    format!("grading-state-{}", state.as_str().replace('_', "-"))
}

impl Queue {
    /// A page of the queue.
    pub fn new(page: &QueuePage, wished: &Wished, (me, reader): (&Actor, &Reader), say: Say<'_>) -> Queue {
        let line = |work: &Waiting| WorkLine::waiting(work, me.person, reader);
        let last = page.works.last().map(|work| work.row.submission.to_string());
        let states = [WorkState::NotMarked, WorkState::InMarking, WorkState::InReview];
        let state = |state: WorkState| Choice::new(state.as_str(), say(&state_key(state)), &wished.state);
        let whose = |word: &&str| Choice::new(word, say(&format!("grading-whose-{word}")), &wished.whose);
        Queue {
            works: page.works.iter().map(line).collect(),
            count: page.counts.all,
            old_count: page.counts.old,
            is_empty: page.works.is_empty(),
            is_filtered: wished.is_set(),
            queue_url: paths::GRADING,
            edition: Field::filled("edition", &wished.edition),
            editions: named(&page.choices.editions, |name| name.clone(), &wished.edition),
            case: Field::filled("case", &wished.case),
            cases: named(&page.choices.cases, |t| t.for_reader(reader.language).to_owned(), &wished.case),
            organisation: Field::filled("organisation", &wished.organisation),
            organisations: named(&page.choices.organisations, |name| name.clone(), &wished.organisation),
            state: Field::filled("state", &wished.state),
            states: states.map(state).into(),
            whose: Field::filled("whose", &wished.whose),
            whoses: [Whose::Mine, Whose::Free].map(|one| whose(&one.as_str())).into(),
            first_url: (!wished.after.is_empty()).then(|| wished.address("")),
            next_url: last.filter(|_| page.more).map(|last| wished.address(&last)),
            today_url: paths::TODAY,
        }
    }
}

fn named<Id: ToString, Name>(
    list: &[(Id, Name)],
    label: impl Fn(&Name) -> String,
    chosen: &str,
) -> Vec<Choice> {
    list.iter().map(|(id, name)| Choice::new(id.to_string(), label(name), chosen)).collect()
}

impl View for Queue {
    const TEMPLATE: &'static str = "pages/grading/index";

    fn title(&self) -> Title {
        Title::key("cases-queue-title")
    }

    fn samples() -> Vec<Queue> {
        super::samples::queues()
    }
}
