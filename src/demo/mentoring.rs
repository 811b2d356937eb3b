//! Two mentors: one meets a child, with a paper that expires soon, a contact that is overdue and an end that was put off once
//! and is near again; of the other a paper has expired and others are missing.

use super::lost;
use super::stage::{Stage, Trainee};
use crate::db::Write;
use crate::editions::store as editions;
use crate::kernel::{Actor, MentorId, Moment, OrganisationId, PersonId, Problem, ProgrammeId};
use crate::mentoring::actions::{deciding, pairing, recording, setting};
use crate::mentoring::rules::learned::Lesson;
use crate::mentoring::rules::{Asked, CheckKind, ConsentBy, ContactWay, Learned, StepKind};
use crate::mentoring::store::pairs::{Agreement, NewContact};
use crate::mentoring::store::records::{NewCheck, NewInterview};
use crate::mentoring::store::{settings, training};
use chrono::{Datelike as _, Days, NaiveDate};

const DAY: i64 = 24 * 60;

/// When it is, seen from the present.
#[derive(Clone, Copy)]
struct Time(Moment);

impl Time {
    fn ago(self, days: i64) -> Moment {
        self.0.plus_minutes(-days * DAY)
    }

    fn day(self, actor: &Actor, days: i64) -> NaiveDate {
        self.ago(days).date_in(actor.zone)
    }
}

/// Takes two people on their way.
///
/// # Errors
/// What an action answers.
pub fn accompany(w: &mut Write, stage: &Stage, now: Moment) -> Result<(), Problem> {
    let (admin, time) = (&stage.admin, Time(now));
    let programmes = settings::programmes(w)?.into_iter().map(|(id, _)| id).collect::<Vec<ProgrammeId>>();
    let asked = Asked { takes_applications: true, ..Asked::usual() };
    let mut found = None;
    for run in &stage.runs {
        if found.is_none() {
            found = trained(w, &run.trainees, &programmes, &asked)?.map(|fit| (run, fit));
        }
    }
    let (run, fit) = found.ok_or_else(|| lost("somebody with the hours of a mentor"))?;
    let edition = editions::edition(w, run.id)?.ok_or_else(|| lost("the edition of a mentor"))?;
    let organisation = edition.organisation_id;
    setting::set(w, admin, organisation, (&asked, &programmes), time.ago(90))?;
    let meets = enter(w, (admin, organisation), fit, time.ago(80))?;
    meet(w, (admin, meets), time)?;
    let other = run.trainees.iter().find(|one| one.actor.person != fit.actor.person);
    let other = other.ok_or_else(|| lost("another candidate"))?;
    let waits = enter(w, (admin, organisation), other, time.ago(20))?;
    let term = (time.day(admin, 400), Some(time.day(admin, 3)));
    see(w, (admin, waits), CheckKind::CriminalRecord, term, time.ago(19))
}

/// The first who has the hours.
fn trained<'a>(
    w: &mut Write,
    trainees: &'a [Trainee],
    programmes: &[ProgrammeId],
    asked: &Asked,
) -> Result<Option<&'a Trainee>, Problem> {
    let people: Vec<PersonId> = trainees.iter().filter_map(|one| one.actor.person).collect();
    let lessons = training::lessons(w, &people, programmes)?;
    let has = |one: &&Trainee| {
        let own = one.actor.person.and_then(|person| lessons.get(&person));
        let own: Vec<Lesson> = own.into_iter().flatten().map(|(_, lesson)| *lesson).collect();
        let learned = Learned::of(&own);
        learned.has(asked.training_hours) && learned.has_in_person(asked.in_person_hours)
    };
    Ok(trainees.iter().find(has))
}

fn enter(
    w: &mut Write,
    (admin, organisation): (&Actor, OrganisationId),
    who: &Trainee,
    at: Moment,
) -> Result<MentorId, Problem> {
    let words = "Работаю со старшеклассниками, могу помочь с учёбой и выбором профессии.";
    deciding::enter(w, admin, organisation, (&who.actor.email, words), at)
}

fn see(
    w: &mut Write,
    (admin, id): (&Actor, MentorId),
    kind: CheckKind,
    (dated, valid_until): (NaiveDate, Option<NaiveDate>),
    at: Moment,
) -> Result<(), Problem> {
    let new = NewCheck { kind, number: "12-4578/26".to_owned(), dated, valid_until };
    recording::see(w, admin, id, &new, at).map(|_| ())
}

/// From the papers to the pair.
fn meet(w: &mut Write, (admin, id): (&Actor, MentorId), time: Time) -> Result<(), Problem> {
    let (dated, ahead) = (time.day(admin, 85), |days: i64| Some(time.day(admin, -days)));
    see(w, (admin, id), CheckKind::CriminalRecord, (dated, ahead(25)), time.ago(78))?;
    see(w, (admin, id), CheckKind::Medical, (dated, ahead(200)), time.ago(78))?;
    see(w, (admin, id), CheckKind::HomeInspection, (dated, None), time.ago(78))?;
    deciding::take(w, admin, id, (StepKind::DocumentsChecked, ""), time.ago(77))?;
    deciding::take(w, admin, id, (StepKind::Trained, ""), time.ago(70))?;
    let interview = NewInterview {
        held_on: time.day(admin, 65),
        in_person: true,
        recommended: true,
        notes: "Спокойный, внимательный, понимает границы роли.".to_owned(),
    };
    recording::interview(w, admin, id, &interview, time.ago(65))?;
    deciding::take(w, admin, id, (StepKind::Admitted, ""), time.ago(60))?;
    let starts_on = time.day(admin, 48);
    let agreement = Agreement {
        mentee_code: "А.К.".to_owned(),
        mentee_born_in: starts_on.year() - 14,
        starts_on,
        planned_end: starts_on + Days::new(40),
        consent_by: ConsentBy::Institution,
        consent_paper: "Согласие учреждения № 17".to_owned(),
        consent_on: time.day(admin, 52),
    };
    let pair = pairing::pair(w, admin, id, &agreement, time.ago(50))?;
    pairing::begin(w, admin, pair, time.ago(48))?;
    let contact = NewContact {
        held_on: time.day(admin, 40),
        way: ContactWay::Call,
        note: "Встретились дважды, ходили в библиотеку. Вопросов нет.".to_owned(),
    };
    pairing::contact(w, admin, pair, &contact, time.ago(40))?;
    let later = (time.day(admin, -10), "Подросток сдаёт экзамены, встречи помогают.");
    pairing::extend(w, admin, pair, later, time.ago(10))
}
