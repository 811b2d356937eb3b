//! What happens in the editions, and when: a list of deeds in the order of time, decided without touching
//! anything.

use super::courses::{Course, Story, later, oclock};
use super::dice::{dice, dice_by_key};
use super::stage::{Held, Run, Stage, Step, Trainee};
use crate::kernel::Moment;
use crate::programmes::rules::words::ActivityKind;
use chrono::NaiveDate;

/// Something that happens.
pub struct Event<'a> {
    /// When.
    pub at: Moment,
    /// In which edition.
    pub run: &'a Run,
    /// What.
    pub deed: Deed<'a>,
}

/// What happens.
#[derive(Clone, Copy)]
pub enum Deed<'a> {
    /// A lesson is marked as read.
    Read(&'a Trainee, &'a Step),
    /// A quiz is taken from beginning to end; whether it passes.
    TakeQuiz(&'a Trainee, &'a Step, bool),
    /// The first step of a staged case is decided, and no more.
    Begin(&'a Trainee, &'a Step),
    /// A version of a case is handed in; whether it is worth a pass.
    HandIn(&'a Trainee, &'a Step, bool),
    /// A version of a case is handed in that names somebody who must not be named.
    NameSomebody(&'a Trainee, &'a Step),
    /// The last version of a case is hidden, and another one asked for.
    Hide(&'a Trainee, &'a Step),
    /// A trainee gets more time for a case.
    Extend(&'a Trainee, &'a Step),
    /// The last version of a case is graded; whether it passes.
    Grade(&'a Trainee, &'a Step, bool),
    /// The rubric of a case is changed; grades that were given stay.
    ChangeRubric(&'a Step),
    /// The roll of a session is called.
    CallRoll(&'a Held),
    /// A mark of a session is corrected.
    Correct(&'a Held, &'a Trainee),
    /// A session is cancelled, and another one booked some days later.
    Move(&'a Held),
    /// The roll of a moved session is called.
    CallMovedRoll(&'a Held),
    /// Whoever never took up the invitation gets another one.
    Remind(&'a Trainee),
    /// A trainee is withdrawn.
    Withdraw(&'a Trainee),
    /// The papers of the group are signed; documents can be issued after that.
    Prepare,
    /// Documents are issued to all who are ready.
    Issue,
    /// The document of the first of them is revoked.
    Revoke,
}

/// The session of the large edition that is moved.
const MOVED: &str = "transparency-discussion";
/// The session of which the second trainee brings a certificate the day after.
const CORRECTED: &str = "sector-needs-round-table";
/// The session whose roll nobody has called.
const FORGOTTEN: &str = "internship-day-1";
/// The case whose facts arrive step by step; the large edition takes it late, with points off.
pub const STAGED: &str = "case-refusal";
/// The day of the large edition on which somebody takes its first step: yesterday.
const DECIDES_ON: i64 = 41;
/// The case of the large edition whose rubric is changed, and how many days ago.
const REWEIGHED: &str = "case-transparency";
const REWEIGHED_AGO: i64 = 2;
/// How many minutes ago the papers of the group that ended yesterday were signed.
const SIGNED_AGO: i64 = 45;
/// How many days later the moved session is held.
pub const MOVED_BY: i64 = 3;

const DAY: i64 = 24 * 60;
/// A request to an NPO is thought over: so long after the lesson it is handed in, in minutes.
const REQUEST_TAKES: i64 = 14 * DAY;

/// Everything that has happened until now, the oldest first.
pub fn write(stage: &Stage, now: Moment) -> Vec<Event<'_>> {
    let mut events = Vec::new();
    for run in &stage.runs {
        for trainee in &run.trainees {
            follow(&mut events, run, trainee);
            if trainee.plot.story == Story::Idle {
                events.push(Event { at: now.plus_minutes(-DAY), run, deed: Deed::Remind(trainee) });
            }
        }
        hold(&mut events, run, now.date_in(run.term.zone));
        match run.course {
            Course::Spring => finish(&mut events, run),
            Course::Visiting => {
                events.push(Event { at: now.plus_minutes(-SIGNED_AGO), run, deed: Deed::Prepare });
            }
            _ => {}
        }
        if let (Course::Partnership, Some(step)) =
            (run.course, run.steps.iter().find(|step| step.key == REWEIGHED))
        {
            let at = now.plus_minutes(-REWEIGHED_AGO * DAY);
            events.push(Event { at, run, deed: Deed::ChangeRubric(step) });
        }
    }
    let recent = now.plus_minutes(-40);
    events.retain(|event| event.at < recent);
    events.sort_by_key(|event| event.at);
    events
}

/// The way of one trainee through what is done at one's own time.
fn follow<'a>(events: &mut Vec<Event<'a>>, run: &'a Run, trainee: &'a Trainee) {
    let plot = trainee.plot;
    if plot.story == Story::Idle {
        return;
    }
    let mut ends_at = run.term.ends_at();
    if plot.story == Story::Withdrawn {
        ends_at = run.term.zone.instant(later(run.term.starts_on, 15), oclock(12));
        events.push(Event { at: ends_at, run, deed: Deed::Withdraw(trainee) });
    }
    for (turn, step) in (0i64..).zip(&run.steps) {
        if (plot.story, step.key.as_str()) == (Story::Deciding, STAGED) {
            let at = moment(run, trainee, DECIDES_ON, turn);
            return events.push(Event { at, run, deed: Deed::Begin(trainee, step) });
        }
        let at = moment(run, trainee, 1 + turn * plot.pace / 10, turn);
        let deeds = match step.kind {
            ActivityKind::Quiz => quiz(run, trainee, step, at),
            ActivityKind::Case => case(run, trainee, step, at),
            _ => vec![(at, Deed::Read(trainee, step))],
        };
        let in_time = |(at, deed): &(Moment, Deed<'_>)| *at < ends_at || matches!(deed, Deed::Grade(..));
        events.extend(deeds.into_iter().take_while(in_time).map(|(at, deed)| Event { at, run, deed }));
    }
}

/// Some time between seven in the morning and nine in the evening of a day of the edition.
fn moment(run: &Run, trainee: &Trainee, day: i64, turn: i64) -> Moment {
    let turn = u64::try_from(turn).unwrap_or_default();
    let minutes = i64::try_from(dice(trainee.seed, 100 + turn, 14 * 60)).unwrap_or_default();
    run.term.zone.instant(later(run.term.starts_on, day), oclock(7)).plus_minutes(minutes)
}

type Deeds<'a> = Vec<(Moment, Deed<'a>)>;

fn quiz<'a>(run: &'a Run, trainee: &'a Trainee, step: &'a Step, at: Moment) -> Deeds<'a> {
    let passes: &[bool] = match (trainee.plot.story, step.key.as_str()) {
        // Written answers that wait for their trainer: a few, and only where the course still goes on.
        (story, "first-request") => {
            let chosen = story == Story::Redo || dice_by_key(trainee.seed, &step.key, 5) == 0;
            if run.course != Course::Partnership || !chosen {
                return Vec::new();
            }
            return vec![(at.plus_minutes(REQUEST_TAKES), Deed::TakeQuiz(trainee, step, true))];
        }
        (Story::QuizFailed, "final-quiz") => &[false, false],
        (Story::Redo, "npo-quiz") => &[false, true],
        (_, "welcome-quiz" | "trust-survey-after") => &[true],
        _ if dice_by_key(trainee.seed, &step.key, 6) == 0 => &[false, true],
        _ => &[true],
    };
    let days = (0i64..).map(|days| at.plus_minutes(days * DAY));
    days.zip(passes).map(|(at, passes)| (at, Deed::TakeQuiz(trainee, step, *passes))).collect()
}

fn case<'a>(run: &Run, trainee: &'a Trainee, step: &'a Step, at: Moment) -> Deeds<'a> {
    let chance = dice_by_key(trainee.seed, &step.key, 7);
    if let (Story::GivenBack, STAGED) = (trainee.plot.story, step.key.as_str()) {
        return given_back(trainee, step, at);
    }
    let passes: &[bool] = match (trainee.plot.story, step.key.as_str()) {
        (Story::Redo, STAGED) | (Story::Missing, "case-who-answers") => &[false],
        (Story::Usual, _) if chance == 1 => &[false],
        _ if chance == 0 => &[false, true],
        _ => &[true],
    };
    let waits = match (run.course, chance % 3) {
        (Course::Spring | Course::Visiting, _) => 2,
        (Course::Volunteers, 2) => 5,
        (Course::Partnership, 2) => 9,
        (_, chance) => 2 + i64::try_from(chance).unwrap_or_default(),
    };
    let mut deeds = Vec::new();
    if run.course == Course::Partnership && (trainee.plot.story, step.key.as_str()) == (Story::Redo, STAGED) {
        let before = run.term.zone.instant(later(run.term.starts_on, 31), oclock(10));
        deeds.push((before, Deed::Extend(trainee, step)));
    }
    let mut handed_in = at;
    for passes in passes {
        let graded = handed_in.plus_minutes(waits * DAY + 137);
        deeds.push((handed_in, Deed::HandIn(trainee, step, *passes)));
        deeds.push((graded, Deed::Grade(trainee, step, *passes)));
        handed_in = graded.plus_minutes(2 * DAY - 55);
    }
    deeds
}

/// Somebody is named, which is hidden the next day; what comes two days later can be graded.
fn given_back<'a>(trainee: &'a Trainee, step: &'a Step, at: Moment) -> Deeds<'a> {
    let again = at.plus_minutes(2 * DAY + 95);
    vec![
        (at, Deed::NameSomebody(trainee, step)),
        (at.plus_minutes(DAY - 43), Deed::Hide(trainee, step)),
        (again, Deed::HandIn(trainee, step, true)),
        (again.plus_minutes(4 * DAY), Deed::Grade(trainee, step, true)),
    ]
}

/// The sessions of an edition. Those of today wait for the trainer.
fn hold<'a>(events: &mut Vec<Event<'a>>, run: &'a Run, today: NaiveDate) {
    let large = run.course == Course::Partnership;
    for held in run.held.iter().filter(|held| held.on < today) {
        let after = held.ends_at.plus_minutes(15);
        match held.key.as_str() {
            FORGOTTEN if large => {}
            MOVED if large => {
                let later = after.plus_minutes(MOVED_BY * DAY + 9 * 60);
                events.push(Event { at: after.plus_minutes(-2 * DAY), run, deed: Deed::Move(held) });
                events.push(Event { at: later, run, deed: Deed::CallMovedRoll(held) });
            }
            _ => events.push(Event { at: after, run, deed: Deed::CallRoll(held) }),
        }
        if let (true, CORRECTED, Some(trainee)) = (large, held.key.as_str(), run.trainees.get(1)) {
            let tomorrow = after.plus_minutes(DAY);
            events.push(Event { at: tomorrow, run, deed: Deed::Correct(held, trainee) });
        }
    }
}

/// What the administrator does when an edition is over.
fn finish<'a>(events: &mut Vec<Event<'a>>, run: &'a Run) {
    let day = |days| run.term.zone.instant(later(run.term.ends_on, days), oclock(11));
    events.push(Event { at: day(2), run, deed: Deed::Issue });
    events.push(Event { at: day(9), run, deed: Deed::Revoke });
}
