//! Letters: what a room wants to say to a person becomes a row and a job in the room's own transaction; the
//! job renders the letter in the person's language, keeps it as a message on the site, and delivers it by SMTP, or as a
//! file when no server is set: at once, after the quiet hours, in a letter of the day or not at all, as the person
//! wants it.

pub mod actions;
pub mod api;
pub mod jobs;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;

use crate::kernel::{Language, PersonId};
use crate::printing::calendars::Event;
use serde_json::Value;

pub use actions::wishes::awake_at;
pub use actions::{keep_on_site, send, send_all, send_with};

crate::db::text_enum! {
    /// What a letter is about. By topics people choose what reaches them by mail.
    Topic {
        /// The account: invitations, passwords.
        Account = "account",
        /// Sessions and appointments that are moved, called off or offered, places in them that come free or are taken
        /// away, and what everybody is told at once.
        Changes = "changes",
        /// What is due, and what comes next.
        Reminders = "reminders",
        /// Works and answers that were looked at.
        Grades = "grades",
        /// Reviews of others, cases from practice, good answers that are shown.
        Cases = "cases",
        /// Places in sessions, absences, appointments.
        Places = "places",
        /// Documents that are ready.
        Documents = "documents",
        /// Being taken on.
        Enrolment = "enrolment",
    }
}

crate::db::text_enum! {
    /// How letters of a topic reach a person by mail. Among the messages on the site they stand in any case.
    Delivery {
        /// Each by itself, as soon as it is written.
        AtOnce = "at_once",
        /// All of a day in one letter.
        Digest = "digest",
        /// Not by mail.
        Never = "never",
    }
}

/// A letter about to be sent: which one, to whom, and what it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The folder of its templates under `templates/mail`.
    pub name: &'static str,
    /// Who gets it.
    pub to: Recipient,
    /// What its templates print: an object of ready texts. A `path` of ours among them becomes a whole `url`.
    pub data: Value,
}

/// Who gets a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The person, where there is an account.
    pub person: Option<PersonId>,
    /// The e-mail address.
    pub address: String,
    /// The name beside the address.
    pub name: String,
    /// The language of the letter.
    pub language: Language,
}

/// What a letter asks the reader's calendar to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// The event; its `uid` is a name within this installation, its `url` a path.
    pub event: Event,
    /// Events besides it. Of several at once programs are only told: they ask about one.
    pub more: Vec<Event>,
    /// Takes the event back instead of bringing it.
    pub cancels: bool,
}
