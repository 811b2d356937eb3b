//! Everything that happens is done by the rooms' own actions, at its own time: marks, hours, letters and the
//! audit trail are real.

use super::courses::{later, oclock};
use super::coursework::{self, Coursework};
use super::papers::Papers;
use super::script::{Deed, Event, MOVED_BY};
use super::stage::{Held, Run, Stage, Step, Trainee};
use super::{answers, lost, roll, rubrics, steps};
use crate::attendance::actions::{self as attendance, Line, RollCall};
use crate::attendance::rules::{Booking, Presence, SessionMode};
use crate::attendance::store::sessions::SessionRow;
use crate::db::Write;
use crate::editions::actions as editions;
use crate::kernel::{ActivityId, EnrolmentId, Moment, Problem, QuestionId};
use crate::lessons::actions as lessons;
use crate::people::Purpose;
use crate::people::actions::{self as people, NewLink};
use crate::programmes::rules::quiz::Question;
use crate::quizzes::actions::{self as quizzes, PageInput};
use crate::quizzes::store as quiz_store;
use crate::web::Kit;
use chrono::{NaiveDate, TimeDelta};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// Lets everything happen, the oldest first.
///
/// # Errors
/// What an action answers, with the deed that it was about; the demonstration is then not made at all.
pub fn perform(w: &mut Write, kit: &Kit, stage: &Stage, events: &[Event<'_>]) -> Result<(), Problem> {
    let mut play = Play {
        kit,
        stage,
        questions: HashMap::new(),
        gone: HashSet::new(),
        coursework: Coursework::default(),
        papers: Papers { kit, admin: &stage.admin, first: None },
    };
    for event in events {
        play.act(w, event).map_err(|problem| told(problem, event))?;
    }
    Ok(())
}

fn told(problem: Problem, event: &Event<'_>) -> Problem {
    let about = match event.deed {
        Deed::Read(_, step)
        | Deed::TakeQuiz(_, step, _)
        | Deed::Begin(_, step)
        | Deed::HandIn(_, step, _)
        | Deed::NameSomebody(_, step)
        | Deed::Hide(_, step)
        | Deed::Extend(_, step)
        | Deed::ChangeRubric(step)
        | Deed::Grade(_, step, _) => &step.key,
        Deed::CallRoll(held) | Deed::Correct(held, _) | Deed::Move(held) | Deed::CallMovedRoll(held) => {
            &held.key
        }
        Deed::Remind(_) | Deed::Withdraw(_) | Deed::Prepare | Deed::Issue | Deed::Revoke => "people",
    };
    problem
        .with("demonstration", event.run.course.title())
        .with("about", about)
        .with("at", event.at.rfc3339())
}

type Questions = Vec<(QuestionId, Question)>;

struct Play<'a> {
    kit: &'a Kit,
    stage: &'a Stage,
    questions: HashMap<ActivityId, Questions>,
    gone: HashSet<EnrolmentId>,
    coursework: Coursework,
    papers: Papers<'a>,
}

impl Play<'_> {
    fn act(&mut self, w: &mut Write, event: &Event<'_>) -> Result<(), Problem> {
        let (run, now) = (event.run, event.at);
        match event.deed {
            Deed::Read(who, step) => read(w, who, step, now),
            Deed::TakeQuiz(who, step, passes) => self.take_quiz(w, (who, step), passes, now),
            Deed::Begin(who, step) => steps::begin(w, (who, step), now),
            Deed::HandIn(who, step, strong) => self.coursework.hand_in(w, run, (who, step), strong, now),
            Deed::NameSomebody(who, step) => self.coursework.name_somebody(w, (who, step), now),
            Deed::Hide(who, step) => self.coursework.hide(w, run, (who, step), now),
            Deed::Extend(who, step) => coursework::extend(w, run, (who, step), now),
            Deed::Grade(who, step, passes) => self.coursework.grade(w, run, (who, step), passes, now),
            Deed::ChangeRubric(step) => rubrics::change(w, run, step, now),
            Deed::CallRoll(held) => self.call_roll(w, run, (held, held.on), now),
            Deed::CallMovedRoll(held) => self.call_roll(w, run, (held, later(held.on, MOVED_BY)), now),
            Deed::Correct(held, who) => correct(w, run, held, who, now),
            Deed::Move(held) => move_session(w, run, held, now),
            Deed::Remind(who) => {
                let link = NewLink::new(&self.kit.secrets, Purpose::Invitation, now)?;
                people::invite(w, &self.stage.admin, who.actor.person_id()?, &link, now)
            }
            Deed::Withdraw(who) => {
                self.gone.insert(who.enrolment);
                let reason = "Өз өтініші бойынша: басқа қалаға көшті";
                editions::withdraw(w, &self.stage.admin, (run.id, who.enrolment), reason, now)
            }
            Deed::Prepare => self.papers.prepare(w, run, now).map(|_| ()),
            Deed::Issue => self.papers.issue(w, run, now),
            Deed::Revoke => self.papers.revoke(w, now),
        }
    }

    fn take_quiz(
        &mut self,
        w: &mut Write,
        (who, step): (&Trainee, &Step),
        passes: bool,
        now: Moment,
    ) -> Result<(), Problem> {
        let pass = quiz_store::settings(w, step.id)?.ok_or_else(|| lost(&step.key))?.pass;
        let seed = who.seed.wrapping_mul(1000).wrapping_add(now.0.timestamp().unsigned_abs());
        let order = i64::try_from(seed >> 1).unwrap_or_default();
        let attempt = quizzes::start(w, &who.actor, (who.enrolment, step.id), order, now)?;
        let asked = quiz_store::attempt(w, attempt)?.ok_or_else(|| lost(&step.key))?.question_ids.0;
        let known = self.questions_of(w, step.id)?;
        let find = |id: &QuestionId| known.iter().find(|(other, _)| other == id).map(|(id, one)| (*id, one));
        let asked: Vec<(QuestionId, &Question)> = asked.iter().filter_map(find).collect();
        let answers = answers::responses(&asked, pass, passes, seed);
        let page = PageInput { attempt, sequence: 0, answers, check: None, flags: Vec::new() };
        quizzes::answer_page(w, &who.actor, &page, now.plus_minutes(9))?;
        quizzes::submit(w, &who.actor, attempt, now.plus_minutes(11))
    }

    fn questions_of(&mut self, w: &mut Write, quiz: ActivityId) -> Result<&Questions, Problem> {
        Ok(match self.questions.entry(quiz) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(quiz_store::questions(w, quiz)?),
        })
    }

    fn call_roll(
        &self,
        w: &mut Write,
        run: &Run,
        (held, on): (&Held, NaiveDate),
        now: Moment,
    ) -> Result<(), Problem> {
        let session = session(w, run, held.activity, on)?;
        let presence = presence(&session);
        let there = run.trainees.iter().filter(|who| !self.gone.contains(&who.enrolment));
        let line = |who: &Trainee| Line {
            enrolment: who.enrolment,
            seen: 0,
            mark: roll::mark(run, who, &held.key, presence),
        };
        let sheet = RollCall { lines: there.map(line).collect(), reason: None };
        attendance::mark(w, &run.trainer, session.id, &sheet, now)?;
        Ok(())
    }
}

fn read(w: &mut Write, who: &Trainee, step: &Step, now: Moment) -> Result<(), Problem> {
    let which = lessons::Which { enrolment: who.enrolment, activity: step.id };
    lessons::mark_read(w, &who.actor, which, now)?;
    Ok(())
}

fn session(w: &mut Write, run: &Run, activity: ActivityId, on: NaiveDate) -> Result<SessionRow, Problem> {
    let sessions = attendance::timetable(w, &run.trainer, run.id)?.sessions;
    let wanted =
        |row: &SessionRow| row.activity_id == activity && row.held_on == on && row.cancelled_at.is_none();
    sessions.into_iter().map(|(row, ..)| row).find(wanted).ok_or_else(|| lost("a session"))
}

fn presence(session: &SessionRow) -> Presence {
    if session.mode == SessionMode::Online { Presence::Online } else { Presence::InPerson }
}

fn correct(w: &mut Write, run: &Run, held: &Held, who: &Trainee, now: Moment) -> Result<(), Problem> {
    let session = session(w, run, held.activity, held.on)?;
    let line = Line { enrolment: who.enrolment, seen: 1, mark: roll::corrected(presence(&session)) };
    let sheet = RollCall {
        lines: vec![line], reason: Some("Слушатель принёс справку".to_owned())
    };
    attendance::mark(w, &run.trainer, session.id, &sheet, now)?;
    Ok(())
}

/// The trainer falls ill: the session is cancelled and held online some days later in the evening.
fn move_session(w: &mut Write, run: &Run, held: &Held, now: Moment) -> Result<(), Problem> {
    let session = session(w, run, held.activity, held.on)?;
    let reason = "Преподаватель заболел, встретимся онлайн через три дня";
    attendance::cancel(w, &run.trainer, session.id, reason, now)?;
    let starts = oclock(18);
    let length = TimeDelta::minutes(session.length().0.into());
    let booking = Booking {
        activity: held.activity,
        held_on: later(held.on, MOVED_BY),
        starts,
        ends: starts.overflowing_add_signed(length).0,
        mode: SessionMode::Online,
        place: None,
        link: Some("https://meet.birge.example/partnership-2".to_owned()),
        trainer: session.trainer_id,
    };
    attendance::book(w, &run.trainer, run.id, &booking, now.plus_minutes(10))?;
    Ok(())
}
