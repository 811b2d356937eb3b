//! What becomes of a letter between its being written and its being sent: its text is kept for the person first, then
//! it goes, waits, is gathered with others, or stays on the site. Called by the jobs of this room.

use super::{key, later_key, send};
use crate::db::{Read, Write};
use crate::jobs::{self as outbox, NewJob};
use crate::kernel::{MailDigestId, MailId, Moment, Problem, ZoneName};
use crate::mail::rules::wishes::Wishes;
use crate::mail::rules::{self, Way};
use crate::mail::store::digests::{self, Gathered};
use crate::mail::store::wishes::{self, Reader};
use crate::mail::store::{self, MailRow, Text};
use crate::mail::{Brought, Delivery, Letter, Recipient, jobs};
use crate::web::paths;
use anyhow::anyhow;
use serde_json::{Value, json};

/// A letter with everything that decides what becomes of it.
#[derive(Debug, Clone)]
pub struct Pending {
    /// The letter.
    pub row: MailRow,
    /// What it brings for the reader's calendar.
    pub brought: Option<Brought>,
    wishes: Wishes,
    zone: ZoneName,
}

impl Pending {
    /// Whether nothing is to be done with it by the job that writes it: it was put off, or settled. A letter that is
    /// for the site alone still has to be written.
    pub fn is_done(&self) -> bool {
        let row = &self.row;
        let unwritten = row.kept_at.is_some() && row.subject.is_empty();
        (row.is_settled() && !unwritten) || row.waits_until.is_some()
    }

    /// What is to be done with it now. An event for the calendar does not wait: it would come late, or never.
    pub fn way(&self, now: Moment) -> Way {
        if self.brought.is_some() {
            return Way::Now;
        }
        rules::way(&self.row.name, &self.wishes, self.zone, now)
    }

    /// The text as it was kept.
    pub fn text(&self) -> Text {
        let row = &self.row;
        Text { subject: row.subject.clone(), plain: row.body_text.clone(), html: row.body_html.clone() }
    }
}

/// A letter with what its person wants. Whoever has no account wants nothing in particular.
///
/// # Errors
/// `Internal` when there is no such letter.
pub fn pending(r: &mut Read, mail: MailId) -> Result<Pending, Problem> {
    let row = store::mail(r, mail)?.ok_or_else(|| Problem::internal(anyhow!("there is no letter {mail}")))?;
    let brought = store::event(r, mail)?;
    let (wishes, zone) = match row.person {
        Some(person) => (wishes::of(r, person)?, wishes::zone(r, person)?),
        None => (Wishes::default(), None),
    };
    Ok(Pending { row, brought, wishes, zone: zone.unwrap_or(ZoneName::MOSCOW) })
}

/// Keeps what a letter says, and shows it to its person: from now on nothing that happens to the mail can lose it. Of a
/// letter with a one-time link only the subject is kept, unless it is for a demonstration, whose letters go nowhere.
///
/// # Errors
/// The database's.
pub fn keep(w: &mut Write, row: &MailRow, text: &Text, demo: bool, now: Moment) -> Result<(), Problem> {
    if rules::is_secret(&row.name) && !demo {
        let subject = text.subject.clone();
        return store::set_text(w, row.id, &Text { subject, plain: String::new(), html: String::new() });
    }
    store::set_text(w, row.id, text)?;
    match row.person {
        Some(_) if rules::is_listed(&row.name) => store::set_shown(w, row.id, now),
        _ => Ok(()),
    }
}

/// Notes that a letter went. What was a secret in it is forgotten.
///
/// # Errors
/// The database's.
pub fn note_sent(w: &mut Write, row: &MailRow, now: Moment) -> Result<(), Problem> {
    store::set_sent(w, row.id, now)?;
    if rules::is_secret(&row.name) {
        outbox::forget_payload(w, &key(row.id), jobs::payload(row.id, Value::Null))?;
    }
    if row.name == rules::DIGEST { digests::set_sent(w, row.id, now) } else { Ok(()) }
}

/// A letter that waited, with the address of now; nothing where the account was switched off meanwhile: then it stays
/// where it is, and nobody is written to.
///
/// # Errors
/// The database's.
pub fn wake(w: &mut Write, row: &MailRow, now: Moment) -> Result<Option<MailRow>, Problem> {
    let Some(person) = row.person else { return Ok(Some(row.clone())) };
    let Some(Reader { address, .. }) = wishes::reader(w, person)? else {
        store::set_kept(w, &[row.id], now)?;
        return Ok(None);
    };
    if address != row.to_address {
        store::set_address(w, row.id, &address)?;
    }
    Ok(Some(MailRow { to_address: address, ..row.clone() }))
}

/// Forgets what was a secret in a letter that is tried no more.
///
/// # Errors
/// The database's.
pub fn give_up(w: &mut Write, mail: MailId) -> Result<(), Problem> {
    match store::mail(w, mail)? {
        Some(row) if rules::is_secret(&row.name) => {
            outbox::forget_payload(w, &key(mail), jobs::payload(mail, Value::Null))
        }
        _ => Ok(()),
    }
}

/// Puts off a letter that does not go now.
///
/// # Errors
/// The database's.
pub fn put_off(w: &mut Write, row: &MailRow, way: Way, now: Moment) -> Result<(), Problem> {
    match (way, row.person) {
        (Way::SiteOnly, _) => store::set_kept(w, &[row.id], now),
        (Way::Later(at), _) => {
            store::set_waiting(w, row.id, at)?;
            let payload = jobs::payload(row.id, Value::Null);
            let unique_key = Some(later_key(row.id, at));
            outbox::enqueue_at(w, now, at, NewJob { kind: jobs::LATER, payload, unique_key })?;
            Ok(())
        }
        (Way::Digest(at), Some(person)) => {
            let digest = match digests::open(w, person)? {
                Some(digest) => digest,
                None => {
                    let digest = digests::insert(w, person, at, now)?;
                    let unique_key = Some(format!("{}-{digest}", jobs::GATHER));
                    let payload = json!({ "digest": digest });
                    outbox::enqueue_at(w, now, at, NewJob { kind: jobs::GATHER, payload, unique_key })?;
                    digest
                }
            };
            digests::put_in(w, row.id, digest)
        }
        (Way::Digest(_), None) | (Way::Now, _) => Ok(()),
    }
}

/// Puts the letters of a digest together as one, and puts that into the outbox. What was read on the site meanwhile, or
/// is not wanted by mail any more, is left out; where nothing is left, there is no letter. Done once: a digest that is
/// closed stays as it is.
///
/// # Errors
/// The database's.
pub fn gather(w: &mut Write, id: MailDigestId, public_url: &str, now: Moment) -> Result<(), Problem> {
    let Some(digest) = digests::find(w, id)?.filter(|digest| digest.closed_at.is_none()) else {
        return Ok(());
    };
    let reader = wishes::reader(w, digest.person)?;
    let wishes = wishes::of(w, digest.person)?;
    let wanted = |one: &Gathered| {
        let delivery = rules::topic(&one.name).map_or(Delivery::AtOnce, |topic| wishes.delivery(topic));
        reader.is_some() && one.read_at.is_none() && delivery != Delivery::Never
    };
    let (news, rest): (Vec<Gathered>, Vec<Gathered>) = digests::letters(w, id)?.into_iter().partition(wanted);
    let rest: Vec<MailId> = rest.iter().map(|one| one.id).collect();
    store::set_kept(w, &rest, now)?;
    let mail = match reader {
        Some(reader) if !news.is_empty() => {
            let data = told(&reader, &news, public_url);
            let to = Recipient {
                person: Some(digest.person),
                name: reader.name.full(),
                address: reader.address,
                language: reader.language,
            };
            Some(send(w, now, &Letter { name: rules::DIGEST, to, data })?)
        }
        _ => None,
    };
    digests::close(w, id, mail, now)
}

/// What the letter of the day says: of each letter its subject, its first line, and where the whole of it stands.
fn told(reader: &Reader, news: &[Gathered], public_url: &str) -> Value {
    let items: Vec<Value> = news
        .iter()
        .map(|one| {
            let url = format!("{public_url}{}", paths::message(one.id));
            json!({ "subject": one.subject, "line": rules::first_line(&one.text), "url": url })
        })
        .collect();
    json!({
        "name": reader.name.address(),
        "path": paths::MESSAGES,
        "count": items.len(),
        "items": items,
        "wishes_url": format!("{public_url}{}", paths::LETTER_WISHES),
    })
}
