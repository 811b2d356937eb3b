//! What a session is made of, as it is answered.

use crate::agendas::actions::Programme;
use crate::agendas::rules::{Block, Guest, Question, Shift, clock};
use crate::agendas::store::Led;
use crate::agendas::store::visits::VisitRow;
use crate::kernel::{Language, Minutes, Moment, PersonName, Word as _};
use serde::Serialize;
use utoipa::ToSchema;

/// What a session is made of.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgrammeOut {
    /// The session.
    session_id: i64,
    /// The title of the activity, in the caller's language.
    title: String,
    /// Its own topic.
    topic: Option<String>,
    /// The instant of the start, UTC.
    starts_at: String,
    /// The instant of the end, UTC.
    ends_at: String,
    /// The edition's IANA zone.
    time_zone: String,
    /// How long the session is.
    length_minutes: i32,
    /// The questions in their order.
    questions: Vec<AgendaQuestionOut>,
    /// The blocks in their order.
    blocks: Vec<SessionBlockOut>,
    /// What the blocks sum to; `null` where there are none. It differs from the length when the session was moved
    /// after they were written.
    blocks_minutes: Option<i32>,
    /// Who teaches, the first trainer first.
    trainers: Vec<String>,
    /// The ids of those who teach beside the first trainer.
    co_trainers: Vec<i64>,
    /// Who speaks and has no account.
    guests: Vec<GuestSpeakerOut>,
    /// What makes the place accessible: `ramp`, `lift`, `sign_language`, `hearing_loop`, `large_print`, `quiet_room`,
    /// `parking`, `accessible_toilet`.
    access: Vec<String>,
    /// A word about access.
    access_note: Option<String>,
    /// The visit that it is.
    visit: Option<VisitOut>,
    /// The shifts that its day belongs to.
    shifts: Vec<StayOut>,
}

/// A question of an agenda.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgendaQuestionOut {
    /// What is discussed.
    text: String,
    /// For how long.
    minutes: Option<i32>,
    /// Who speaks.
    speaker: Option<String>,
    /// The instant it begins, UTC, where the questions before it have their minutes.
    starts_at: Option<String>,
}

/// A block of a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionBlockOut {
    /// `theory`, `quiz`, `case`, `game`, `break` or `other`.
    kind: String,
    /// For how long.
    minutes: i32,
    /// What it is called.
    title: Option<String>,
    /// The activity that is done in it.
    activity_id: Option<i64>,
    /// The title of that activity, in the caller's language.
    activity: Option<String>,
    /// The instant it begins, UTC.
    starts_at: Option<String>,
}

/// A guest speaker.
#[derive(Debug, Serialize, ToSchema)]
pub struct GuestSpeakerOut {
    /// The name.
    name: String,
    /// The post.
    post: Option<String>,
    /// The organisation.
    organisation: Option<String>,
    /// What about.
    topic: Option<String>,
}

/// A visit.
#[derive(Debug, Serialize, ToSchema)]
pub struct VisitOut {
    /// The organisation that receives the group.
    host: String,
    /// Its id, where it is one that we know.
    host_id: Option<i64>,
    /// Where.
    address: String,
    /// Who meets the group.
    contact: Option<String>,
    /// The telephone of whoever meets it.
    phone: Option<String>,
    /// What to bring.
    bring: Option<String>,
    /// What came of it.
    report: Option<String>,
    /// When the report was written last.
    reported_at: Option<String>,
    /// Who goes on it, or went; only for those who teach.
    people: Vec<VisitorOut>,
}

/// Somebody who goes on a visit.
#[derive(Debug, Serialize, ToSchema)]
pub struct VisitorOut {
    /// The name.
    name: String,
    /// Whether the sheet says that the person was there; `null` while it says nothing.
    came: Option<bool>,
}

/// A shift that a session belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub struct StayOut {
    /// The first day, `2026-09-10`.
    first_on: String,
    /// The last day.
    last_on: String,
    /// Where.
    place: String,
    /// Where people sleep.
    lodging: Option<String>,
    /// Where and when people eat.
    meals: Option<String>,
}

impl ProgrammeOut {
    /// A programme in the reader's language.
    pub fn new(programme: &Programme, reader: Language) -> ProgrammeOut {
        let (session, contents) = (&programme.session, &programme.contents);
        ProgrammeOut {
            session_id: session.id.0,
            title: programme.title.for_reader(reader).to_owned(),
            topic: contents.brief.topic.clone(),
            starts_at: session.starts_at.rfc3339(),
            ends_at: session.ends_at.rfc3339(),
            time_zone: session.time_zone.name().to_owned(),
            length_minutes: session.length().0,
            questions: questions(&contents.questions, session.starts_at),
            blocks: blocks(&contents.blocks, session.starts_at, reader),
            blocks_minutes: contents.blocks_sum().map(|minutes| minutes.0),
            trainers: contents.trainers.iter().map(PersonName::full).collect(),
            co_trainers: contents.co_trainers.iter().map(|person| person.0).collect(),
            guests: contents.guests.iter().map(guest).collect(),
            access: contents.brief.conditions.iter().map(|one| one.as_str().to_owned()).collect(),
            access_note: contents.brief.access_note.clone(),
            visit: contents.visit.as_ref().map(|row| visit(row, programme)),
            shifts: contents.shifts.iter().map(StayOut::new).collect(),
        }
    }
}

fn questions(questions: &[Question], start: Moment) -> Vec<AgendaQuestionOut> {
    let lengths: Vec<Option<Minutes>> = questions.iter().map(|one| one.minutes).collect();
    let spans = clock::spans(start, &lengths);
    let question = |(one, span): (&Question, Option<(Moment, Option<Moment>)>)| AgendaQuestionOut {
        text: one.text.clone(),
        minutes: one.minutes.map(|minutes| minutes.0),
        speaker: one.speaker.clone(),
        starts_at: span.map(|(from, _)| from.rfc3339()),
    };
    questions.iter().zip(spans).map(question).collect()
}

fn blocks(blocks: &[(Block, Option<Led>)], start: Moment, reader: Language) -> Vec<SessionBlockOut> {
    let lengths: Vec<Option<Minutes>> = blocks.iter().map(|(one, _)| Some(one.minutes)).collect();
    let spans = clock::spans(start, &lengths);
    let block = |(one, led): &(Block, Option<Led>), starts: Option<Moment>| SessionBlockOut {
        kind: one.kind.as_str().to_owned(),
        minutes: one.minutes.0,
        title: one.title.clone(),
        activity_id: led.as_ref().map(|led| led.id.0),
        activity: led.as_ref().map(|led| led.title.for_reader(reader).to_owned()),
        starts_at: starts.map(Moment::rfc3339),
    };
    let starts = spans.into_iter().map(|span| span.map(|(from, _)| from));
    blocks.iter().zip(starts).map(|(one, starts)| block(one, starts)).collect()
}

fn guest(one: &Guest) -> GuestSpeakerOut {
    GuestSpeakerOut {
        name: one.name.clone(),
        post: one.post.clone(),
        organisation: one.organisation.clone(),
        topic: one.topic.clone(),
    }
}

fn visit(row: &VisitRow, programme: &Programme) -> VisitOut {
    let visit = &row.visit;
    let going = |one: &crate::agendas::actions::Going| VisitorOut { name: one.name.full(), came: one.came };
    VisitOut {
        host: visit.host.clone(),
        host_id: row.host_id.map(|host| host.0),
        address: visit.address.clone(),
        contact: visit.contact.clone(),
        phone: visit.phone.clone(),
        bring: visit.bring.clone(),
        report: row.report.as_ref().map(|report| report.text.clone()),
        reported_at: row.report.as_ref().map(|report| report.at.rfc3339()),
        people: programme.people.iter().map(going).collect(),
    }
}

impl StayOut {
    fn new(shift: &Shift) -> StayOut {
        StayOut {
            first_on: shift.first_on.to_string(),
            last_on: shift.last_on.to_string(),
            place: shift.place.clone(),
            lodging: shift.lodging.clone(),
            meals: shift.meals.clone(),
        }
    }
}
