//! Rows of letters; what a person sees of them and wants of them stands below.

pub mod digests;
pub mod messages;
pub mod wishes;

use super::{Brought, Letter};
use crate::db::schema::{mail_events, mails};
use crate::db::{Json, Read, Write, each};
use crate::kernel::{Language, MailDigestId, MailId, Moment, PersonId, Problem};
use crate::printing::calendars::Event;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A letter as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct MailRow {
    /// The letter.
    pub id: MailId,
    /// The address it goes to.
    pub to_address: String,
    /// The name beside the address.
    pub to_name: String,
    /// Which letter it is.
    pub name: String,
    /// Its language.
    pub language: Language,
    /// The subject; empty until the letter is rendered.
    pub subject: String,
    /// The text.
    pub body_text: String,
    /// The same as HTML.
    pub body_html: String,
    /// When it was asked for.
    pub created_at: Moment,
    /// When a server, or the folder, took it: itself, or the letter that gathered it.
    pub sent_at: Option<Moment>,
    /// Whose it is, where there is an account.
    pub person: Option<PersonId>,
    /// Until when it waits for the end of quiet hours, or waited.
    pub waits_until: Option<Moment>,
    /// Since when it is settled that it does not go by mail.
    pub kept_at: Option<Moment>,
    /// The letters it goes together with.
    pub digest: Option<MailDigestId>,
}

impl MailRow {
    /// Whether nothing is to be done with it by itself: it went, it stays on the site, or it goes with others.
    pub fn is_settled(&self) -> bool {
        self.sent_at.is_some() || self.kept_at.is_some() || self.digest.is_some()
    }
}

/// The columns of a letter, in the order of [`MailRow`].
type Columns = (
    mails::id,
    mails::to_address,
    mails::to_name,
    mails::name,
    mails::language,
    mails::subject,
    mails::body_text,
    mails::body_html,
    mails::created_at,
    mails::sent_at,
    mails::person_id,
    mails::waits_until,
    mails::kept_at,
    mails::digest_id,
);

const MAIL: Columns = (
    mails::id,
    mails::to_address,
    mails::to_name,
    mails::name,
    mails::language,
    mails::subject,
    mails::body_text,
    mails::body_html,
    mails::created_at,
    mails::sent_at,
    mails::person_id,
    mails::waits_until,
    mails::kept_at,
    mails::digest_id,
);

/// Writes down that there is a letter, still without its text.
pub fn insert(w: &mut Write, letter: &Letter, now: Moment) -> Result<MailId, Problem> {
    Ok(diesel::insert_into(mails::table)
        .values((
            mails::person_id.eq(letter.to.person),
            mails::to_address.eq(&letter.to.address),
            mails::to_name.eq(&letter.to.name),
            mails::name.eq(letter.name),
            mails::language.eq(letter.to.language),
            mails::subject.eq(""),
            mails::body_text.eq(""),
            mails::body_html.eq(""),
            mails::created_at.eq(now),
        ))
        .returning(mails::id)
        .get_result(w.conn())?)
}

/// How many rows one statement inserts: within the number of variables that SQLite allows.
const ROWS: usize = 200;

/// By what letters that were just written down are told apart. Rows that are alike here are alike altogether.
type Alike = (Option<PersonId>, String, String, String, Language);

/// Writes down that there are letters, still without their texts; answers their ids in the same order.
pub fn insert_all(w: &mut Write, letters: &[Letter], now: Moment) -> Result<Vec<MailId>, Problem> {
    let mut ids = Vec::with_capacity(letters.len());
    for some in letters.chunks(ROWS) {
        let row = |letter: &Letter| {
            (
                mails::person_id.eq(letter.to.person),
                mails::to_address.eq(letter.to.address.clone()),
                mails::to_name.eq(letter.to.name.clone()),
                mails::name.eq(letter.name),
                mails::language.eq(letter.to.language),
                mails::subject.eq(""),
                mails::body_text.eq(""),
                mails::body_html.eq(""),
                mails::created_at.eq(now),
            )
        };
        let rows: Vec<_> = some.iter().map(row).collect();
        let written: Vec<(MailId, Alike)> = each!(w.conn(), c => {
            let alike = (mails::person_id, mails::to_address, mails::to_name, mails::name, mails::language);
            diesel::insert_into(mails::table).values(rows).returning((mails::id, alike)).get_results(c)?
        });
        // In which order a database gives back what it has inserted, it does not promise.
        let mut waiting: HashMap<Alike, Vec<MailId>> = HashMap::new();
        for (id, alike) in written {
            waiting.entry(alike).or_default().push(id);
        }
        for letter in some {
            let to = &letter.to;
            let name = letter.name.to_owned();
            let alike = (to.person, to.address.clone(), to.name.clone(), name, to.language);
            let id = waiting.get_mut(&alike).and_then(Vec::pop);
            ids.push(id.ok_or_else(|| Problem::internal(anyhow::anyhow!("a letter was not written down")))?);
        }
    }
    Ok(ids)
}

/// Keeps what a letter brings for the reader's calendar.
pub fn insert_event(w: &mut Write, mail: MailId, brought: &Brought) -> Result<(), Problem> {
    diesel::insert_into(mail_events::table)
        .values((
            mail_events::mail_id.eq(mail),
            mail_events::cancels.eq(brought.cancels),
            mail_events::event.eq(Json(Kept::of(brought))),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// What a letter brings for the reader's calendar, where it brings something.
pub fn event(r: &mut Read, mail: MailId) -> Result<Option<Brought>, Problem> {
    let found: Option<(Json<Kept>, bool)> = mail_events::table
        .filter(mail_events::mail_id.eq(mail))
        .select((mail_events::event, mail_events::cancels))
        .first(r.conn())
        .optional()?;
    Ok(found.and_then(|(Json(kept), cancels)| kept.brought(cancels)))
}

/// Events as they are kept: one by itself, several as a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    One(Event),
    Several(Vec<Event>),
}

impl Kept {
    fn of(brought: &Brought) -> Kept {
        let first = brought.event.clone();
        if brought.more.is_empty() {
            return Kept::One(first);
        }
        Kept::Several(std::iter::once(first).chain(brought.more.iter().cloned()).collect())
    }

    fn brought(self, cancels: bool) -> Option<Brought> {
        let mut events = match self {
            Kept::One(event) => vec![event],
            Kept::Several(events) => events,
        }
        .into_iter();
        Some(Brought { event: events.next()?, more: events.collect(), cancels })
    }
}

/// The text of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// One line.
    pub subject: String,
    /// The text.
    pub plain: String,
    /// The same as HTML.
    pub html: String,
}

/// Keeps what a letter says.
pub fn set_text(w: &mut Write, mail: MailId, text: &Text) -> Result<(), Problem> {
    diesel::update(mails::table.filter(mails::id.eq(mail)))
        .set((
            mails::subject.eq(&text.subject),
            mails::body_text.eq(&text.plain),
            mails::body_html.eq(&text.html),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Puts a letter among the messages of its person; one that stands there stays where it is.
pub fn set_shown(w: &mut Write, mail: MailId, now: Moment) -> Result<(), Problem> {
    diesel::update(mails::table.filter(mails::id.eq(mail)).filter(mails::shown_at.is_null()))
        .set(mails::shown_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Notes until when a letter waits.
pub fn set_waiting(w: &mut Write, mail: MailId, until: Moment) -> Result<(), Problem> {
    diesel::update(mails::table.filter(mails::id.eq(mail)))
        .set(mails::waits_until.eq(until))
        .execute(w.conn())?;
    Ok(())
}

/// Puts another address on a letter that did not go yet.
pub fn set_address(w: &mut Write, mail: MailId, address: &str) -> Result<(), Problem> {
    diesel::update(mails::table.filter(mails::id.eq(mail)))
        .set(mails::to_address.eq(address))
        .execute(w.conn())?;
    Ok(())
}

/// Notes that letters do not go by mail.
pub fn set_kept(w: &mut Write, letters: &[MailId], now: Moment) -> Result<(), Problem> {
    diesel::update(mails::table.filter(mails::id.eq_any(letters.to_vec())))
        .set(mails::kept_at.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Notes that a letter was taken by a server or the folder.
pub fn set_sent(w: &mut Write, mail: MailId, now: Moment) -> Result<(), Problem> {
    diesel::update(mails::table.filter(mails::id.eq(mail))).set(mails::sent_at.eq(now)).execute(w.conn())?;
    Ok(())
}

/// A letter.
pub fn mail(r: &mut Read, id: MailId) -> Result<Option<MailRow>, Problem> {
    Ok(mails::table.filter(mails::id.eq(id)).select(MAIL).first(r.conn()).optional()?)
}

/// Letters before a given one, the newest first.
pub fn newest(r: &mut Read, before: Option<MailId>, limit: i64) -> Result<Vec<MailRow>, Problem> {
    let before = before.unwrap_or(MailId(i64::MAX));
    Ok(mails::table
        .filter(mails::id.lt(before))
        .order(mails::id.desc())
        .limit(limit)
        .select(MAIL)
        .load(r.conn())?)
}
