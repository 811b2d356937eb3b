//! `birge user`: accounts from the terminal, for the first administrator above all.

use super::{runtime, say, store};
use crate::config::{PersonOptions, RoleWord, StoreOptions, UserCommand};
use crate::db::{Db, Write};
use crate::kernel::name::fold;
use crate::kernel::{Actor, Clock, Language, Moment, PersonName, Problem, ZoneName};
use crate::organisations;
use crate::people::actions::{self, links};
use crate::people::rules::{NewGrant, NewPerson};
use crate::people::{Purpose, Role, passwords};
use anyhow::Context;
use std::io::{BufRead as _, IsTerminal as _};
use std::process::ExitCode;

/// What usually is missing when an account or a role is refused.
const NEEDED: &str =
    "refused: an account is made once, and a coordinator needs --organisation with its exact name";

/// Runs one of the commands.
///
/// # Errors
/// The database or the data given are not in order.
pub fn run(command: UserCommand) -> anyhow::Result<ExitCode> {
    match command {
        UserCommand::Create { store, person } => create(&store, &person),
        UserCommand::Invite { store, person } => invite(&store, &person),
        UserCommand::Role { store, email, role, organisation } => grant(&store, &email, role, organisation),
    }
}

fn create(store: &StoreOptions, person: &PersonOptions) -> anyhow::Result<ExitCode> {
    let new = new_person(person)?;
    let password = read_password()?;
    if let Some(fault) = passwords::fault(&password, &new.email) {
        anyhow::bail!(
            "the password is refused ({}); take at least 10 characters that nobody would guess",
            fault.code
        );
    }
    let salt = store::secrets(store)?.bytes();
    let hash = passwords::hash(&password, salt).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let wanted = wanted(person);
    write(store::open_migrated(store)?, move |w, now| {
        let program = Actor::program();
        let id = actions::create(w, &program, &new, now)?;
        actions::set_password_hash(w, &program, id, &hash, now)?;
        if let Some(wanted) = &wanted {
            let grant = wanted.resolve(w)?;
            actions::grant_role(w, &program, id, grant, now)?;
        }
        Ok(())
    })
    .context(NEEDED)?;
    say(&format!("{} can sign in now.", person.email));
    Ok(ExitCode::SUCCESS)
}

fn invite(store: &StoreOptions, person: &PersonOptions) -> anyhow::Result<ExitCode> {
    let (new, wanted) = (new_person(person)?, wanted(person));
    // Before the key: a link signed with the key of a mistyped folder would open nothing.
    let db = store::open_present(store)?;
    if store.secret_key.is_none() {
        store::data_dir_present(store)?;
    }
    let secrets = store::secrets(store)?;
    let link = links::NewLink::new(&secrets, Purpose::Invitation, Clock::System.now())
        .map_err(|problem| anyhow::anyhow!("{problem}"))?;
    write(db, move |w, now| {
        let program = Actor::program();
        let id = actions::create(w, &program, &new, now)?;
        if let Some(wanted) = &wanted {
            let grant = wanted.resolve(w)?;
            actions::grant_role(w, &program, id, grant, now)?;
        }
        links::invite(w, &program, id, &link, now)
    })
    .context(NEEDED)?;
    say(&format!("An invitation to {} is in the outbox; `birge serve` sends it.", person.email));
    Ok(ExitCode::SUCCESS)
}

fn grant(
    store: &StoreOptions,
    email: &str,
    role: RoleWord,
    organisation: Option<String>,
) -> anyhow::Result<ExitCode> {
    let (wanted, email) = (Wanted { role, organisation }, email.to_owned());
    write(store::open_present(store)?, move |w, now| {
        let person = actions::by_email(w, &email)?.id;
        let grant = wanted.resolve(w)?;
        actions::grant_role(w, &Actor::program(), person, grant, now).map(|_| ())
    })
    .context(NEEDED)?;
    say("The role is granted.");
    Ok(ExitCode::SUCCESS)
}

fn write<F>(db: Db, mut job: F) -> anyhow::Result<()>
where
    F: FnMut(&mut Write, Moment) -> Result<(), Problem> + Send + 'static,
{
    let now = Clock::System.now();
    let done = runtime()?.block_on(db.write(move |w| job(w, now)));
    db.close();
    done.map_err(|problem| anyhow::anyhow!("{problem}"))
}

/// A role as the terminal names it.
struct Wanted {
    role: RoleWord,
    organisation: Option<String>,
}

fn wanted(person: &PersonOptions) -> Option<Wanted> {
    person.role.map(|role| Wanted { role, organisation: person.organisation.clone() })
}

impl Wanted {
    fn resolve(&self, w: &mut Write) -> Result<NewGrant, Problem> {
        let organisation = match &self.organisation {
            Some(name) => {
                let row = organisations::store::by_name_fold(w, &fold(name))?;
                Some(row.ok_or_else(Problem::not_found)?.id)
            }
            None => None,
        };
        Ok(NewGrant { role: role_of(self.role), organisation })
    }
}

fn role_of(word: RoleWord) -> Role {
    match word {
        RoleWord::Administrator => Role::Administrator,
        RoleWord::Coordinator => Role::Coordinator,
        RoleWord::Trainer => Role::Trainer,
    }
}

fn new_person(person: &PersonOptions) -> anyhow::Result<NewPerson> {
    Ok(NewPerson {
        email: person.email.clone(),
        name: PersonName::new(&person.surname, &person.given_name, person.patronymic.as_deref()),
        language: Language::from_tag(&person.language).context("--language is ru, kk or en")?,
        zone: ZoneName::MOSCOW,
        organisation: None,
        position: None,
    })
}

/// The password: the first line of standard input. At a terminal it is asked for.
fn read_password() -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        say("Password (it is shown while you type; clear the screen afterwards, or pipe it in):");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
