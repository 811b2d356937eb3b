//! The commands. Each prints what a person at a terminal needs to go on, and nothing else.

mod audit;
mod backup;
mod check;
pub mod content;
pub mod credential;
mod print_template;
pub mod questions;
mod serve;
mod store;
mod user;

use crate::config::{
    AuditCommand, Command, CommandLine, ContentCommand, CredentialCommand, QuestionsCommand, StoreOptions,
    mistyped,
};
use crate::countries::rules::Country;
use crate::db::Db;
use crate::files::FileStore;
use crate::kernel::{Clock, Word as _};
use std::io::Write as _;
use std::process::ExitCode;

/// Runs a command; 0 when it did what it was asked.
pub fn run(line: CommandLine) -> ExitCode {
    match known_settings().and_then(|()| dispatch(line.command)) {
        Ok(code) => code,
        Err(error) => {
            complain(&format!("birge: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// A setting under a name that nothing reads would be one that its operator relies on in vain.
fn known_settings() -> anyhow::Result<()> {
    match mistyped::unknown(std::env::vars_os()) {
        Some((name, nearest)) => Err(anyhow::anyhow!("there is no setting {name}; did you mean {nearest}?")),
        None => Ok(()),
    }
}

fn dispatch(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve(options) => serve::serve(options),
        Command::Demo(options) => serve::demo(options),
        Command::Migrate(options) => store::migrate(&options),
        Command::Check(options) => check::check(&options),
        Command::Content { command } => course_content(command),
        Command::Questions { command } => bank_questions(command),
        Command::User { command } => user::run(command),
        Command::Credential { command } => credentials(command),
        Command::Backup { store, archive } => backup::backup(&store, &archive),
        Command::Restore { store, archive } => backup::restore(&store, &archive),
        Command::Audit { command: AuditCommand::Verify { store } } => audit::verify(&store),
        Command::Openapi => openapi(),
        Command::PrintTemplate { megabytes } => print_template::print(megabytes),
    }
}

fn course_content(command: ContentCommand) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    match command {
        ContentCommand::Check { folders, content_dir, country } => {
            let country = Country::parse(&country).unwrap_or(Country::USUAL);
            runtime()?.block_on(content::check_for(&folders, &content_dir, country, &mut out))
        }
        ContentCommand::Import { store, folders } => {
            let db = store::open_migrated(&store)?;
            let files = FileStore::in_folder(&store.data_dir.join("files"))
                .map_err(|problem| anyhow::anyhow!("{problem}"))?;
            runtime()?.block_on(content::import(&db, &files, &Clock::System, &folders, &mut out))
        }
        ContentCommand::List { store } => {
            let db = store::open_present(&store)?;
            runtime()?.block_on(content::list(&db, &mut out))
        }
    }
}

fn bank_questions(command: QuestionsCommand) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    match command {
        QuestionsCommand::Check { file, format, language } => {
            match questions::check(&file, format, &language, &mut out) {
                Ok(code) => Ok(code),
                Err(error) => {
                    complain(&format!("birge: {error:#}"));
                    Ok(ExitCode::from(2))
                }
            }
        }
        QuestionsCommand::Import { store, category, format, language, good_only, file } => {
            let (db, files) = bank(&store)?;
            let coming = questions::Coming { category, format, language: &language, good_only, file: &file };
            runtime()?.block_on(questions::import((&db, &files), &Clock::System, &coming, &mut out))
        }
        QuestionsCommand::Export { store, category, format, language } => {
            let (db, files) = bank(&store)?;
            let text = questions::export((&db, &files), category, &format, &language);
            out.write_all(runtime()?.block_on(text)?.as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn credentials(command: CredentialCommand) -> anyhow::Result<ExitCode> {
    match command {
        CredentialCommand::Verify { file, keys, status_lists, json, language } => {
            let asked = credential::Asked { file, keys, status_lists, json, language };
            match credential::verify(&asked, Clock::System.now(), &mut std::io::stdout()) {
                Ok(code) => Ok(code),
                Err(error) => {
                    complain(&format!("birge: {error:#}"));
                    Ok(ExitCode::from(2))
                }
            }
        }
        CredentialCommand::RotateKeys { store, organisation } => credential::rotate(&store, organisation),
        CredentialCommand::WithdrawKey { store, key, reason } => {
            credential::withdraw(&store, &key, reason, &mut std::io::stdout())
        }
    }
}

/// The bank of a centre that is there already, and its pictures.
fn bank(options: &StoreOptions) -> anyhow::Result<(Db, FileStore)> {
    let db = store::open_present(options)?;
    store::data_dir_present(options)?;
    let files = FileStore::in_folder(&options.data_dir.join("files"))
        .map_err(|problem| anyhow::anyhow!("{problem}"))?;
    Ok((db, files))
}

fn openapi() -> anyhow::Result<ExitCode> {
    say(&crate::routes::api_docs().to_pretty_json()?);
    Ok(ExitCode::SUCCESS)
}

/// A line for the person at the terminal.
pub(crate) fn say(line: &str) {
    // A closed pipe is the reader's wish to stop, not a fault.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// A line for the person at the terminal about what went wrong.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A runtime for commands that do one thing and end.
pub(crate) fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
