//! What was told to everybody concerned at once.

use crate::db::schema::{activities, people, session_notices, sessions};
use crate::db::{Json, Read, Write};
use crate::kernel::{
    EditionId, Localised, Moment, PersonId, PersonName, Problem, SessionId, SessionNoticeId,
};
use chrono::NaiveDate;
use diesel::prelude::*;

/// How many of an edition's messages are shown.
const SHOWN: i64 = 50;

/// What a message was about: one session, or the whole edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The edition.
    pub edition: EditionId,
    /// The session, where it was about one.
    pub session: Option<SessionId>,
}

/// A message that went.
#[derive(Debug, Clone)]
pub struct NoticeRow {
    /// The message.
    pub id: SessionNoticeId,
    /// What it was about.
    pub session: Option<SessionId>,
    /// The title and the day of that session.
    pub held: Option<(Localised, NaiveDate)>,
    /// What it said.
    pub text: String,
    /// To how many people it went.
    pub recipients: i32,
    /// When.
    pub sent_at: Moment,
    /// Who sent it.
    pub by: Option<PersonName>,
}

/// Keeps what was told, by whom and when.
pub fn insert(
    w: &mut Write,
    subject: Subject,
    (text, recipients): (&str, i32),
    (by, now): (Option<PersonId>, Moment),
) -> Result<SessionNoticeId, Problem> {
    Ok(diesel::insert_into(session_notices::table)
        .values((
            session_notices::edition_id.eq(subject.edition),
            session_notices::session_id.eq(subject.session),
            session_notices::text.eq(text),
            session_notices::recipients.eq(recipients),
            session_notices::sent_at.eq(now),
            session_notices::sent_by.eq(by),
        ))
        .returning(session_notices::id)
        .get_result(w.conn())?)
}

/// The last messages about an edition and its sessions, or about one session, the newest first.
pub fn of(r: &mut Read, subject: Subject) -> Result<Vec<NoticeRow>, Problem> {
    type Author = (Option<String>, Option<String>, Option<String>);
    type Row = (
        (SessionNoticeId, Option<SessionId>, String, i32, Moment),
        Option<Json<Localised>>,
        Option<NaiveDate>,
        Author,
    );
    let found = session_notices::table
        .left_join(sessions::table.on(sessions::id.nullable().eq(session_notices::session_id)))
        .left_join(activities::table.on(activities::id.nullable().eq(sessions::activity_id.nullable())))
        .left_join(people::table.on(people::id.nullable().eq(session_notices::sent_by)))
        .filter(session_notices::edition_id.eq(subject.edition))
        .order(session_notices::id.desc())
        .limit(SHOWN)
        .select((
            (
                session_notices::id,
                session_notices::session_id,
                session_notices::text,
                session_notices::recipients,
                session_notices::sent_at,
            ),
            activities::title.nullable(),
            sessions::held_on.nullable(),
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .into_boxed();
    let rows: Vec<Row> = match subject.session {
        Some(session) => found.filter(session_notices::session_id.eq(session)).load(r.conn())?,
        None => found.load(r.conn())?,
    };
    let notice = |((id, session, text, recipients, sent_at), title, day, author): Row| {
        let (surname, given_name, patronymic) = author;
        let named = surname.zip(given_name);
        NoticeRow {
            id,
            session,
            held: title.map(|title| title.0).zip(day),
            text,
            recipients,
            sent_at,
            by: named.map(|(surname, given_name)| PersonName { surname, given_name, patronymic }),
        }
    };
    Ok(rows.into_iter().map(notice).collect())
}
