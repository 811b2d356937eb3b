//! What a person sees about themselves.

use super::super::rules::devices;
use super::{Say, languages, wrong, zones};
use crate::access::SessionKind;
use crate::access::store::SessionRow;
use crate::kernel::{Actor, Fault, Problem, dates};
use crate::people::actions::sessions::Own;
use crate::web::{Choice, Field, Form, Me, Title, View, paths};
use serde::Serialize;

/// The profile.
#[derive(Debug, Serialize)]
pub struct Profile {
    full_name: String,
    email: String,
    position: Option<String>,
    language: Field,
    languages: Vec<Choice>,
    zone: Field,
    zones: Vec<Choice>,
    wrong: Vec<Field>,
    sessions: Vec<SessionLine>,
    action_url: &'static str,
    password_url: &'static str,
    letters_url: &'static str,
    messages_url: &'static str,
    identity_url: &'static str,
    record_url: &'static str,
    levels_url: &'static str,
    proofs_url: &'static str,
    mentoring_url: &'static str,
}

#[derive(Debug, Serialize)]
struct SessionLine {
    device: Option<String>,
    is_program: bool,
    is_current: bool,
    address: String,
    last_used: String,
    since: String,
    revocation_url: String,
}

impl Profile {
    /// The profile as it stands.
    pub fn new(me: &Me, own: &Own, say: &Say<'_>) -> Profile {
        let language = Field::filled("language", me.actor.language.tag());
        let zone = Field::filled("zone", me.actor.zone.name());
        Profile::of(me, own, say, [language, zone])
    }

    /// The profile with the form as it was sent.
    pub fn again(me: &Me, own: &Own, say: &Say<'_>, typed: (&Form, &Problem)) -> Profile {
        let field = |name| Field::typed(name, typed.0, typed.1);
        Profile::of(me, own, say, [field("language"), field("zone")])
    }

    fn of(me: &Me, own: &Own, say: &Say<'_>, [language, zone]: [Field; 2]) -> Profile {
        Profile {
            full_name: me.actor.name.full(),
            email: me.actor.email.clone(),
            position: own.position.clone(),
            languages: languages(&language.value),
            zones: zones(say, &zone.value),
            wrong: wrong(&[&language, &zone]),
            language,
            zone,
            sessions: own.sessions.iter().map(|row| session_line(row, me, say)).collect(),
            action_url: paths::PROFILE,
            password_url: paths::PASSWORD,
            letters_url: paths::LETTER_WISHES,
            messages_url: paths::MESSAGES,
            identity_url: paths::IDENTITY,
            record_url: paths::OWN_RECORD,
            levels_url: paths::OWN_LEVELS,
            proofs_url: paths::OWN_PROOFS,
            mentoring_url: paths::MY_MENTORING,
        }
    }
}

fn session_line(row: &SessionRow, me: &Me, say: &Say<'_>) -> SessionLine {
    let at = |moment| dates::day_and_time(say.reader.language, moment, say.reader.zone);
    SessionLine {
        device: devices::describe(&row.agent),
        is_program: row.kind == SessionKind::Api,
        is_current: row.id == me.session,
        address: row.address.clone(),
        last_used: at(row.last_seen_at),
        since: at(row.created_at),
        revocation_url: paths::session_revocation(row.id),
    }
}

impl View for Profile {
    const TEMPLATE: &'static str = "pages/people/profile";

    fn title(&self) -> Title {
        Title::key("people-profile-title")
    }

    fn samples() -> Vec<Profile> {
        let line = |device: Option<&str>, is_program, is_current| SessionLine {
            device: device.map(str::to_owned),
            is_program,
            is_current,
            address: "192.0.2.7".into(),
            last_used: "сб, 21 ноября, 14:00".into(),
            since: "пн, 16 ноября, 9:00".into(),
            revocation_url: "/profile/sessions/1/revocation".into(),
        };
        let sample = |faults| Profile {
            full_name: "Ахметова Динара Серікқызы".into(),
            email: "dinara@birge.example".into(),
            position: Some("Әдіскер".into()),
            language: Field::filled("language", "kk"),
            languages: languages("kk"),
            zone: Field { faults, ..Field::filled("zone", "Asia/Almaty") },
            zones: vec![Choice::new("Asia/Almaty", "Алматы, UTC+5", "Asia/Almaty")],
            wrong: vec![],
            sessions: vec![
                line(Some("Chrome, Android"), false, true),
                line(None, true, false),
                line(None, false, false),
            ],
            action_url: paths::PROFILE,
            password_url: paths::PASSWORD,
            letters_url: paths::LETTER_WISHES,
            messages_url: paths::MESSAGES,
            identity_url: paths::IDENTITY,
            record_url: paths::OWN_RECORD,
            levels_url: paths::OWN_LEVELS,
            proofs_url: paths::OWN_PROOFS,
            mentoring_url: paths::MY_MENTORING,
        };
        vec![sample(vec![]), sample(vec![Fault::new("zone", "unknown-zone")])]
    }
}

/// Changing one's own password.
#[derive(Debug, Serialize)]
pub struct ChangePassword {
    email: String,
    old: Field,
    secret: Field,
    wrong: Vec<Field>,
    action_url: &'static str,
    profile_url: &'static str,
}

impl ChangePassword {
    /// The form, with what was wrong the last time.
    pub fn new(actor: &Actor, faults: &[Fault]) -> ChangePassword {
        let field = |name: &str| Field {
            faults: faults.iter().filter(|fault| fault.field == name).cloned().collect(),
            ..Field::empty(name)
        };
        let (old, secret) = (field("old"), field("password"));
        ChangePassword {
            email: actor.email.clone(),
            wrong: wrong(&[&old, &secret]),
            old,
            secret,
            action_url: paths::PASSWORD,
            profile_url: paths::PROFILE,
        }
    }
}

impl View for ChangePassword {
    const TEMPLATE: &'static str = "pages/people/change_password";

    fn title(&self) -> Title {
        Title::key("people-password-title")
    }

    fn samples() -> Vec<ChangePassword> {
        let wrong = [Fault::new("old", "password-wrong"), Fault::new("password", "password-too-common")];
        vec![ChangePassword::new(&Actor::program(), &[]), ChangePassword::new(&Actor::program(), &wrong)]
    }
}

/// The home page of somebody for whom nothing is open yet.
#[derive(Debug, Serialize)]
pub struct Waiting {
    address: String,
    email: String,
    profile_url: &'static str,
}

impl Waiting {
    /// For this person.
    pub fn new(actor: &Actor) -> Waiting {
        Waiting { address: actor.name.address(), email: actor.email.clone(), profile_url: paths::PROFILE }
    }
}

impl View for Waiting {
    const TEMPLATE: &'static str = "pages/people/waiting";

    fn title(&self) -> Title {
        Title::key("people-waiting-title")
    }

    fn samples() -> Vec<Waiting> {
        vec![Waiting::new(&Actor::program())]
    }
}
