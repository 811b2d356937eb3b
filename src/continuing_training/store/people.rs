//! Who is in an edition, since when, and at which sessions they were.

use crate::attendance::rules::{Mark, Presence, SessionMode, Status, booking, credit};
use crate::continuing_training::rules::Visit;
use crate::db::schema::{
    activities, attendance_marks, enrolments, ledger_entries, organisations, people, sessions,
    training_starts,
};
use crate::db::{Json, Read, Write};
use crate::editions::rules::Scope;
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, Language, Localised, Minutes, Moment, OrganisationId, PersonId,
    PersonName, Problem, SessionId,
};
use crate::programmes::rules::words::DeliveryMode;
use crate::progress::store::SourceKind;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// Whose rows are read.
#[derive(Debug, Clone, Copy)]
pub enum Among {
    /// Everybody's of an edition.
    Edition(EditionId),
    /// One person's in an edition.
    One(EnrolmentId),
}

/// Somebody of an edition, also somebody who has left it.
#[derive(Debug, Clone)]
pub struct PersonRow {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// The short name of the organisation that sent the person.
    pub organisation: Option<String>,
    /// Since when enrolled.
    pub enrolled_at: Moment,
    /// When the person left.
    pub withdrawn_at: Option<Moment>,
}

type Columns =
    ((EnrolmentId, PersonId, Moment, Option<Moment>), (String, String, Option<String>), Option<String>);

/// The people of an edition whom somebody of this scope sees, by name as a reader of the language sorts.
pub fn of_edition(
    r: &mut Read,
    among: Among,
    scope: &Scope,
    language: Language,
) -> Result<Vec<PersonRow>, Problem> {
    let mut query = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .select((
            (enrolments::id, people::id, enrolments::enrolled_at, enrolments::withdrawn_at),
            (people::surname, people::given_name, people::patronymic),
            organisations::short_name.nullable(),
        ))
        .into_boxed();
    query = match among {
        Among::Edition(edition) => query.filter(enrolments::edition_id.eq(edition)),
        Among::One(enrolment) => query.filter(enrolments::id.eq(enrolment)),
    };
    if let Scope::SentBy(organisations) = scope {
        let sent_by: Vec<OrganisationId> = organisations.clone();
        query = query.filter(enrolments::organisation_id.eq_any(sent_by));
    }
    query = match language {
        Language::Kk => query.order((people::sort_kk, people::id)),
        Language::Ru | Language::En => query.order((people::sort_ru, people::id)),
    };
    let rows: Vec<Columns> = query.load(r.conn())?;
    let person = |((enrolment, person, enrolled_at, withdrawn_at), name, organisation): Columns| {
        let (surname, given_name, patronymic) = name;
        let name = PersonName { surname, given_name, patronymic };
        PersonRow { enrolment, person, name, organisation, enrolled_at, withdrawn_at }
    };
    Ok(rows.into_iter().map(person).collect())
}

/// What the ledger and the sheet say of one session for one person.
struct Seen {
    activity: ActivityId,
    credited: Minutes,
    there: Minutes,
}

/// The sessions that people attended, with the clock minutes that they were there. The ledger says whether anything was
/// credited, and in which mode; it counts minutes of the programme, which another session of the activity makes fewer
/// and an academic hour measures otherwise. How long somebody was in the room is what the sheet says.
pub fn visits(r: &mut Read, among: Among) -> Result<HashMap<EnrolmentId, Vec<Visit>>, Problem> {
    seen(r, Whose::Among(among))
}

/// The same of these enrolments, in whatever editions they are.
pub fn visits_of(r: &mut Read, these: &[EnrolmentId]) -> Result<HashMap<EnrolmentId, Vec<Visit>>, Problem> {
    seen(r, Whose::These(these))
}

/// Whose visits are read.
enum Whose<'a> {
    Among(Among),
    These(&'a [EnrolmentId]),
}

fn seen(r: &mut Read, whose: Whose<'_>) -> Result<HashMap<EnrolmentId, Vec<Visit>>, Problem> {
    type Held = (SessionId, NaiveDate, Moment, Moment);
    type Said = (Status, Presence, Minutes, Minutes);
    type Row = (EnrolmentId, Held, Said, (ActivityId, DeliveryMode, Minutes));
    let mut query = ledger_entries::table
        .inner_join(attendance_marks::table.on(attendance_marks::id.eq(ledger_entries::source_id)))
        .inner_join(sessions::table.on(sessions::id.eq(attendance_marks::session_id)))
        .inner_join(enrolments::table.on(enrolments::id.eq(ledger_entries::enrolment_id)))
        .filter(ledger_entries::source_kind.eq(SourceKind::Attendance))
        .select((
            ledger_entries::enrolment_id,
            (sessions::id, sessions::held_on, sessions::starts_at, sessions::ends_at),
            (
                attendance_marks::status,
                attendance_marks::presence,
                attendance_marks::late_minutes,
                attendance_marks::early_minutes,
            ),
            (ledger_entries::activity_id, ledger_entries::mode, ledger_entries::minutes),
        ))
        .into_boxed();
    query = match whose {
        Whose::Among(Among::Edition(edition)) => query.filter(enrolments::edition_id.eq(edition)),
        Whose::Among(Among::One(enrolment)) => query.filter(enrolments::id.eq(enrolment)),
        Whose::These(these) => query.filter(enrolments::id.eq_any(these.to_vec())),
    };
    let rows: Vec<Row> = query.load(r.conn())?;
    type Key = (NaiveDate, SessionId, EnrolmentId, bool);
    let mut seen: BTreeMap<Key, Seen> = BTreeMap::new();
    for (enrolment, (session, on, starts_at, ends_at), said, (activity, mode, minutes)) in rows {
        let (status, presence, late, early) = said;
        let mark = Mark { late, early, ..Mark::of(status, presence) };
        let there = credit::attended(&mark, booking::length(starts_at, ends_at));
        let key = (on, session, enrolment, mode == DeliveryMode::InPerson);
        let one = seen.entry(key).or_insert(Seen { activity, credited: Minutes::ZERO, there });
        one.credited = one.credited + minutes;
    }
    let mut of_person: HashMap<EnrolmentId, Vec<Visit>> = HashMap::new();
    for ((on, _, enrolment, in_person), Seen { activity, credited, there }) in seen {
        if credited > Minutes::ZERO && there > Minutes::ZERO {
            let visit = Visit { on, activity, in_person, minutes: there, elsewhere: false };
            of_person.entry(enrolment).or_default().push(visit);
        }
    }
    Ok(of_person)
}

/// Since when somebody's quarters are counted, as an administrator has set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartRow {
    /// The day.
    pub starts_on: NaiveDate,
    /// When it was set.
    pub set_at: Moment,
    /// By whom.
    pub set_by: Option<PersonId>,
}

/// The starts that were set, the last one of each person. Somebody who comes back keeps it: an administrator has chosen
/// the day, and a withdrawal taken back would lose it without a word.
pub fn starts(r: &mut Read, among: Among) -> Result<HashMap<EnrolmentId, StartRow>, Problem> {
    type Row = (EnrolmentId, NaiveDate, Moment, Option<PersonId>);
    let mut query = training_starts::table
        .inner_join(enrolments::table)
        .order(training_starts::id)
        .select((
            training_starts::enrolment_id,
            training_starts::starts_on,
            training_starts::set_at,
            training_starts::set_by,
        ))
        .into_boxed();
    query = match among {
        Among::Edition(edition) => query.filter(enrolments::edition_id.eq(edition)),
        Among::One(enrolment) => query.filter(enrolments::id.eq(enrolment)),
    };
    let rows: Vec<Row> = query.load(r.conn())?;
    let start =
        |(enrolment, starts_on, set_at, set_by): Row| (enrolment, StartRow { starts_on, set_at, set_by });
    Ok(rows.into_iter().map(start).collect())
}

/// Sets since when somebody's quarters are counted.
pub fn insert_start(
    w: &mut Write,
    enrolment: EnrolmentId,
    starts_on: NaiveDate,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::insert_into(training_starts::table)
        .values((
            training_starts::enrolment_id.eq(enrolment),
            training_starts::starts_on.eq(starts_on),
            training_starts::set_at.eq(now),
            training_starts::set_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// A session that somebody can come to in person.
#[derive(Debug, Clone)]
pub struct Gathering {
    /// What is taught.
    pub activity: ActivityId,
    /// The date on the wall of the edition.
    pub held_on: NaiveDate,
    /// From when.
    pub starts_at: Moment,
    /// The title of what is taught.
    pub title: Localised,
    /// The room.
    pub place: Option<String>,
}

/// The sessions of an edition that were not cancelled and are held in a room, as they follow one another.
pub fn gatherings(r: &mut Read, edition: EditionId) -> Result<Vec<Gathering>, Problem> {
    type Row = (ActivityId, NaiveDate, Moment, Json<Localised>, Option<String>);
    let rows: Vec<Row> = sessions::table
        .inner_join(activities::table)
        .filter(sessions::edition_id.eq(edition))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::mode.ne(SessionMode::Online))
        .order((sessions::starts_at, sessions::id))
        .select((
            sessions::activity_id,
            sessions::held_on,
            sessions::starts_at,
            activities::title,
            sessions::place,
        ))
        .load(r.conn())?;
    let gathering = |(activity, held_on, starts_at, Json(title), place): Row| Gathering {
        activity,
        held_on,
        starts_at,
        title,
        place,
    };
    Ok(rows.into_iter().map(gathering).collect())
}
