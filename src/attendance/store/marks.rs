//! Marks of sessions, and what they said before.

use crate::attendance::rules::{Mark, Presence, ReasonCode, Status};
use crate::db::schema::{
    attendance_corrections, attendance_marks, enrolments, organisations, people, sessions,
};
use crate::db::{Json, Read, Write, each};
use crate::kernel::{
    EditionId, EnrolmentId, Language, MarkId, Minutes, Moment, PersonId, PersonName, Problem, SessionId,
};
use diesel::prelude::*;

/// A person on a sheet.
#[derive(Debug, Clone)]
pub struct OnRoll {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The name.
    pub name: PersonName,
    /// The organisation that sent the person.
    pub organisation: Option<String>,
}

/// Everybody enrolled in an edition, in the order in which this reader's language files names.
pub fn roll(r: &mut Read, edition: EditionId, reader: Language) -> Result<Vec<OnRoll>, Problem> {
    type Row = (EnrolmentId, String, String, Option<String>, Option<String>);
    let found = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select((
            enrolments::id,
            people::surname,
            people::given_name,
            people::patronymic,
            organisations::short_name.nullable(),
        ));
    let rows: Vec<Row> = match reader {
        Language::Kk => found.order((people::sort_kk, people::id)).load(r.conn())?,
        Language::Ru | Language::En => found.order((people::sort_ru, people::id)).load(r.conn())?,
    };
    let on_roll = |(enrolment, surname, given_name, patronymic, organisation): Row| OnRoll {
        enrolment,
        name: PersonName { surname, given_name, patronymic },
        organisation,
    };
    Ok(rows.into_iter().map(on_roll).collect())
}

/// The enrolments of an edition that hold.
pub fn enrolled(r: &mut Read, edition: EditionId) -> Result<Vec<EnrolmentId>, Problem> {
    Ok(enrolments::table
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .select(enrolments::id)
        .load(r.conn())?)
}

/// Somebody to whom the letters of an edition go.
#[derive(Debug, Clone)]
pub struct Addressee {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// The address.
    pub email: String,
    /// The name.
    pub name: PersonName,
    /// The language of the letter.
    pub language: Language,
}

/// The people of an edition, to whom its letters go.
pub fn addressees(r: &mut Read, edition: EditionId) -> Result<Vec<Addressee>, Problem> {
    type Row = (EnrolmentId, PersonId, String, String, String, Option<String>, Language);
    let rows: Vec<Row> = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .filter(enrolments::edition_id.eq(edition))
        .filter(enrolments::withdrawn_at.is_null())
        .filter(people::deactivated_at.is_null())
        .order(enrolments::id)
        .select((
            enrolments::id,
            people::id,
            people::email,
            people::surname,
            people::given_name,
            people::patronymic,
            people::language,
        ))
        .load(r.conn())?;
    let addressee = |(enrolment, person, email, surname, given_name, patronymic, language): Row| {
        let name = PersonName { surname, given_name, patronymic };
        Addressee { enrolment, person, email, name, language }
    };
    Ok(rows.into_iter().map(addressee).collect())
}

/// A mark.
#[derive(Debug, Clone)]
pub struct MarkRow {
    /// The mark.
    pub id: MarkId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// What it says.
    pub mark: Mark,
    /// What it credits.
    pub minutes: Minutes,
    /// How often it was written, from 1.
    pub revision: i32,
    /// When it was written last.
    pub marked_at: Moment,
    /// By whom.
    pub marked_by: Option<PersonId>,
}

type MarkColumns = (
    MarkId,
    EnrolmentId,
    (Status, Presence, Minutes, Minutes, Option<String>, Option<ReasonCode>),
    Minutes,
    i32,
    Moment,
    Option<PersonId>,
);

type MarkSelection = (
    attendance_marks::id,
    attendance_marks::enrolment_id,
    (
        attendance_marks::status,
        attendance_marks::presence,
        attendance_marks::late_minutes,
        attendance_marks::early_minutes,
        attendance_marks::reason,
        attendance_marks::reason_code,
    ),
    attendance_marks::minutes,
    attendance_marks::revision,
    attendance_marks::marked_at,
    attendance_marks::marked_by,
);

const MARK: MarkSelection = (
    attendance_marks::id,
    attendance_marks::enrolment_id,
    (
        attendance_marks::status,
        attendance_marks::presence,
        attendance_marks::late_minutes,
        attendance_marks::early_minutes,
        attendance_marks::reason,
        attendance_marks::reason_code,
    ),
    attendance_marks::minutes,
    attendance_marks::revision,
    attendance_marks::marked_at,
    attendance_marks::marked_by,
);

/// The marks of a session.
pub fn of_session(r: &mut Read, session: SessionId) -> Result<Vec<MarkRow>, Problem> {
    let rows: Vec<MarkColumns> = attendance_marks::table
        .filter(attendance_marks::session_id.eq(session))
        .select(MARK)
        .load(r.conn())?;
    Ok(rows.into_iter().map(mark_row).collect())
}

/// What the sheet of a session says of somebody.
pub fn of_enrolment(r: &mut Read, session: SessionId, who: EnrolmentId) -> Result<Option<MarkRow>, Problem> {
    let theirs = attendance_marks::table
        .filter(attendance_marks::session_id.eq(session))
        .filter(attendance_marks::enrolment_id.eq(who))
        .select(MARK);
    let row: Option<MarkColumns> = each!(r.conn(), c => theirs.first(c).optional()?);
    Ok(row.map(mark_row))
}

/// The marks of a session that people made of themselves and nobody has changed since.
pub fn self_made(r: &mut Read, session: SessionId) -> Result<Vec<MarkId>, Problem> {
    Ok(attendance_marks::table
        .inner_join(enrolments::table)
        .filter(attendance_marks::session_id.eq(session))
        .filter(attendance_marks::revision.eq(1))
        .filter(attendance_marks::marked_by.eq(enrolments::person_id.nullable()))
        .select(attendance_marks::id)
        .load(r.conn())?)
}

fn mark_row((id, enrolment, said, minutes, revision, marked_at, marked_by): MarkColumns) -> MarkRow {
    let (status, presence, late, early, reason, code) = said;
    let mark = Mark { status, presence, late, early, reason, code };
    MarkRow { id, enrolment, mark, minutes, revision, marked_at, marked_by }
}

/// What the sessions of a person were marked with: status and minutes by session.
pub fn of_person(r: &mut Read, person: PersonId) -> Result<Vec<(SessionId, Status, Minutes)>, Problem> {
    Ok(attendance_marks::table
        .inner_join(enrolments::table)
        .inner_join(sessions::table)
        .filter(enrolments::person_id.eq(person))
        .select((attendance_marks::session_id, attendance_marks::status, attendance_marks::minutes))
        .load(r.conn())?)
}

/// Writes a first mark.
pub fn insert(
    w: &mut Write,
    session: SessionId,
    enrolment: EnrolmentId,
    (mark, minutes): (&Mark, Minutes),
    (by, now): (Option<PersonId>, Moment),
) -> Result<MarkId, Problem> {
    Ok(diesel::insert_into(attendance_marks::table)
        .values((
            attendance_marks::session_id.eq(session),
            attendance_marks::enrolment_id.eq(enrolment),
            attendance_marks::status.eq(mark.status),
            attendance_marks::presence.eq(mark.presence),
            attendance_marks::late_minutes.eq(mark.late),
            attendance_marks::early_minutes.eq(mark.early),
            attendance_marks::minutes.eq(minutes),
            attendance_marks::reason.eq(&mark.reason),
            attendance_marks::reason_code.eq(mark.code),
            attendance_marks::revision.eq(1),
            attendance_marks::marked_at.eq(now),
            attendance_marks::marked_by.eq(by),
        ))
        .returning(attendance_marks::id)
        .get_result(w.conn())?)
}

/// Writes a first mark, unless there is one already.
pub fn insert_first(
    w: &mut Write,
    session: SessionId,
    enrolment: EnrolmentId,
    (mark, minutes): (&Mark, Minutes),
    (by, now): (Option<PersonId>, Moment),
) -> Result<Option<MarkId>, Problem> {
    use attendance_marks as rows;
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::enrolment_id.eq(enrolment),
        rows::status.eq(mark.status),
        rows::presence.eq(mark.presence),
        rows::late_minutes.eq(mark.late),
        rows::early_minutes.eq(mark.early),
        rows::minutes.eq(minutes),
        rows::reason.eq(mark.reason.clone()),
        rows::reason_code.eq(mark.code),
        rows::revision.eq(1),
        rows::marked_at.eq(now),
        rows::marked_by.eq(by),
    ));
    let one = (rows::session_id, rows::enrolment_id);
    Ok(each!(w.conn(), c => {
        insert.on_conflict(one).do_nothing().returning(rows::id).get_result(c).optional()?
    }))
}

/// Writes a mark anew, under its next revision.
pub fn update(
    w: &mut Write,
    old: &MarkRow,
    (mark, minutes): (&Mark, Minutes),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    diesel::update(attendance_marks::table.filter(attendance_marks::id.eq(old.id)))
        .set((
            attendance_marks::status.eq(mark.status),
            attendance_marks::presence.eq(mark.presence),
            attendance_marks::late_minutes.eq(mark.late),
            attendance_marks::early_minutes.eq(mark.early),
            attendance_marks::minutes.eq(minutes),
            attendance_marks::reason.eq(&mark.reason),
            attendance_marks::reason_code.eq(mark.code),
            attendance_marks::revision.eq(old.revision + 1),
            attendance_marks::marked_at.eq(now),
            attendance_marks::marked_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Notes what a mark credits after its session got another length or share.
pub fn update_minutes(w: &mut Write, id: MarkId, minutes: Minutes) -> Result<(), Problem> {
    diesel::update(attendance_marks::table.filter(attendance_marks::id.eq(id)))
        .set(attendance_marks::minutes.eq(minutes))
        .execute(w.conn())?;
    Ok(())
}

/// A correction: what a mark said before and after.
#[derive(Debug, Clone)]
pub struct CorrectionRow {
    /// Whose mark.
    pub enrolment: EnrolmentId,
    /// What it said.
    pub old: Mark,
    /// What it says since.
    pub new: Mark,
    /// Why it was changed.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom; nobody when the program itself did it.
    pub by: Option<PersonName>,
}

/// The corrections of a session's marks, the oldest first: the n-th of a mark replaced its revision n.
pub fn corrections(r: &mut Read, session: SessionId) -> Result<Vec<CorrectionRow>, Problem> {
    type Author = (Option<String>, Option<String>, Option<String>);
    type Row = (EnrolmentId, Json<Mark>, Json<Mark>, Option<String>, Moment, Author);
    let rows: Vec<Row> = attendance_corrections::table
        .inner_join(attendance_marks::table)
        .left_join(people::table.on(people::id.nullable().eq(attendance_corrections::corrected_by)))
        .filter(attendance_marks::session_id.eq(session))
        .order(attendance_corrections::id)
        .select((
            attendance_marks::enrolment_id,
            attendance_corrections::old_value,
            attendance_corrections::new_value,
            attendance_corrections::reason,
            attendance_corrections::corrected_at,
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .load(r.conn())?;
    let correction = |(enrolment, Json(old), Json(new), reason, at, author): Row| {
        let (surname, given_name, patronymic) = author;
        let by = surname.zip(given_name);
        let by = by.map(|(surname, given_name)| PersonName { surname, given_name, patronymic });
        CorrectionRow { enrolment, old, new, reason, at, by }
    };
    Ok(rows.into_iter().map(correction).collect())
}

/// Keeps what a mark said before.
pub fn insert_correction(
    w: &mut Write,
    old: &MarkRow,
    new: &Mark,
    reason: Option<&str>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    use attendance_corrections as rows;
    diesel::insert_into(rows::table)
        .values((
            rows::mark_id.eq(old.id),
            rows::old_value.eq(Json(old.mark.clone())),
            rows::new_value.eq(Json(new.clone())),
            rows::reason.eq(reason),
            rows::corrected_at.eq(now),
            rows::corrected_by.eq(by),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The names of people, for saying who marked.
pub fn names(r: &mut Read, people: &[PersonId]) -> Result<Vec<(PersonId, PersonName)>, Problem> {
    use crate::db::schema::people::dsl;
    let rows: Vec<(PersonId, String, String, Option<String>)> = dsl::people
        .filter(dsl::id.eq_any(people.to_vec()))
        .select((dsl::id, dsl::surname, dsl::given_name, dsl::patronymic))
        .load(r.conn())?;
    let named = |(id, surname, given_name, patronymic)| (id, PersonName { surname, given_name, patronymic });
    Ok(rows.into_iter().map(named).collect())
}
