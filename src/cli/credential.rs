//! `birge credential`: verifying credentials without a network, changing and withdrawing keys.

use super::{runtime, say, store};
use crate::config::StoreOptions;
use crate::credentials::actions::keys::{Pair, rotate as rotate_keys};
use crate::credentials::actions::verifying::given_list;
use crate::credentials::actions::withdrawing::withdraw as withdraw_key;
use crate::credentials::rules::did::keys_of;
use crate::credentials::rules::keys::Algorithm;
use crate::credentials::rules::opening::{LARGEST, open};
use crate::credentials::rules::verdict::{Answer, Finding, Grounds, Verdict, verdict};
use crate::credentials::rules::withdrawal::{LONGEST, SHORTEST, reason as withdrawal_reason};
use crate::credentials::store::{self as shelf, KeyRow, Owner, issuer};
use crate::db::{Db, Write as Writing};
use crate::kernel::name::fold;
use crate::kernel::{Actor, Clock, CredentialKeyId, Language, Moment, Problem, ProblemCode, Word as _};
use crate::organisations;
use crate::render::Words;
use crate::secrets::Secrets;
use anyhow::Context as _;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What is to be verified, and with what.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The credential.
    pub file: PathBuf,
    /// Files of keys.
    pub keys: Vec<PathBuf>,
    /// Files of status lists.
    pub status_lists: Vec<PathBuf>,
    /// Whether the verdict is printed as JSON.
    pub json: bool,
    /// The language of the reasons.
    pub language: String,
}

/// Verifies a credential; 0 only when everything holds.
///
/// # Errors
/// A file cannot be read, or is none of what it has to be.
pub fn verify(asked: &Asked, now: Moment, out: &mut dyn Write) -> anyhow::Result<ExitCode> {
    let language = Language::from_tag(&asked.language).context("--language is ru, kk or en")?;
    let words = Words::load()?;
    let fault = |code: &str| {
        let megabytes = (LARGEST / (1024 * 1024)).to_string();
        words.text_with(language, &format!("fault-{code}"), &[("megabytes", &megabytes)])
    };
    let opened = open(&read(&asked.file)?);
    let (_, signed) =
        opened.map_err(|unopened| anyhow::anyhow!("{}", fault(&unopened.fault("file").code)))?;
    let mut keys = Vec::new();
    for path in &asked.keys {
        let found = keys_of(&String::from_utf8_lossy(&read(path)?));
        anyhow::ensure!(!found.is_empty(), "{}: {}", path.display(), fault("credential-keys-unknown"));
        keys.extend(found);
    }
    let mut lists = Vec::new();
    for path in &asked.status_lists {
        let list = given_list(&read(path)?);
        lists
            .push(list.with_context(|| format!("{}: {}", path.display(), fault("credential-list-unknown")))?);
    }
    let verdict = verdict(&signed, &Grounds { keys: &keys, lists: &lists, now });
    match asked.json {
        true => writeln!(out, "{:#}", as_json(&verdict, &words, language))?,
        false => print(&verdict, &words, language, out)?,
    }
    Ok(if verdict.valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn reason(finding: &Finding, words: &Words, language: Language) -> String {
    let about = finding.about.clone().unwrap_or_default();
    words.text_with(language, &format!("credentials-reason-{}", finding.code), &[("about", &about)])
}

fn as_json(verdict: &Verdict, words: &Words, language: Language) -> serde_json::Value {
    let findings = verdict.findings.iter().map(|finding| {
        json!({
            "question": finding.question,
            "answer": finding.answer,
            "code": finding.code,
            "about": finding.about,
            "reason": reason(finding, words, language),
        })
    });
    json!({ "valid": verdict.valid, "findings": findings.collect::<Vec<_>>() })
}

fn print(verdict: &Verdict, words: &Words, language: Language, out: &mut dyn Write) -> std::io::Result<()> {
    for finding in &verdict.findings {
        let mark = match finding.answer {
            Answer::Holds => "ok     ",
            Answer::Fails => "FAULT  ",
            Answer::Unknown => "?      ",
        };
        writeln!(out, "{mark}{}", reason(finding, words, language))?;
    }
    let heading = match (verdict.valid, verdict.findings.iter().any(|one| one.answer == Answer::Fails)) {
        // Nobody was given who vouches for the key: it vouches for itself.
        (true, _) if verdict.findings.iter().any(|one| one.code == "issuer-is-key") => {
            "credentials-verdict-others"
        }
        (true, _) => "credentials-verdict-valid",
        (false, _) if verdict.findings.iter().any(|one| one.code == "issuer-withdrawn") => {
            "credentials-verdict-withdrawn"
        }
        (false, true) => "credentials-verdict-invalid",
        (false, false) => "credentials-verdict-unknown",
    };
    writeln!(out, "{}", words.text(language, heading))?;
    match heading {
        "credentials-verdict-withdrawn" => {
            writeln!(out, "{}", words.text(language, "credentials-verdict-withdrawn-help"))
        }
        _ => Ok(()),
    }
}

/// Gives an issuer new keys.
///
/// # Errors
/// The database cannot be opened, or the issuer has no keys yet.
pub fn rotate(options: &StoreOptions, organisation: Option<String>) -> anyhow::Result<ExitCode> {
    let db = store::open_present(options)?;
    if options.secret_key.is_none() {
        store::data_dir_present(options)?;
    }
    let secrets = store::secrets(options)?;
    let made: Result<Vec<Pair>, Problem> =
        [Algorithm::Ed25519, Algorithm::Rsa].into_iter().map(|one| Pair::draw(&secrets, one)).collect();
    let pairs = made.map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let now = Clock::System.now();
    let done = runtime()?.block_on(db.write(move |w| {
        let owner = match &organisation {
            Some(name) => {
                let row = organisations::store::by_name_fold(w, &fold(name))?;
                Owner::Organisation(row.ok_or_else(Problem::not_found)?.id)
            }
            None => Owner::Site,
        };
        let found = issuer(w, owner)?.ok_or_else(Problem::not_found)?;
        rotate_keys(w, &Actor::program(), &secrets, (found.id, &pairs), now)
    }));
    db.close();
    done.map_err(|problem| anyhow::anyhow!("{problem}")).context(
        "refused: an issuer has keys once a credential of it was downloaded, and an organisation needs its exact name",
    )?;
    say("The keys are changed. The former ones stay published.");
    Ok(ExitCode::SUCCESS)
}

/// Withdraws a key, once and for all.
///
/// # Errors
/// The database cannot be opened; there is no such key, and which there are; it was withdrawn before; the reason is none.
pub fn withdraw(
    options: &StoreOptions,
    key: &str,
    reason: String,
    out: &mut dyn Write,
) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(
        withdrawal_reason(&reason).is_ok(),
        "--reason has to be {SHORTEST} to {LONGEST} characters: whoever looks at the keys reads it"
    );
    let db = store::open_present(options)?;
    if options.secret_key.is_none() {
        store::data_dir_present(options)?;
    }
    let secrets = store::secrets(options)?;
    let done = runtime()?.block_on(withdrawn(&db, secrets, (key, reason), Clock::System.now()));
    db.close();
    done?;
    writeln!(out, "The key is withdrawn: nothing that it signed is believed any more.")?;
    writeln!(
        out,
        "If it was the one that signs, another stands in its place. Holders download their credentials again."
    )?;
    writeln!(out, "The running program signs the lists of statuses anew when they are next asked for.")?;
    Ok(ExitCode::SUCCESS)
}

/// Withdraws the key of a name in an open database. Where it is the one that signs, a new one takes its place.
///
/// # Errors
/// There is no such key, and which there are; it was withdrawn before; the reason is none.
pub async fn withdrawn(
    db: &Db,
    secrets: Secrets,
    (key, reason): (&str, String),
    now: Moment,
) -> anyhow::Result<()> {
    let keys = db.read(shelf::all_keys).await.map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let row = named(&keys, key)?;
    let pair = Pair::draw(&secrets, row.algorithm).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let id: CredentialKeyId = row.id;
    let withdraw = move |w: &mut Writing| {
        withdraw_key(w, &Actor::program(), &secrets, (id, reason.as_str(), &pair), now)
    };
    db.write(withdraw).await.map_err(|problem| match problem.code {
        ProblemCode::Conflict => anyhow::anyhow!("this key was withdrawn before"),
        _ => anyhow::anyhow!("{problem}"),
    })
}

/// The key of a name; where there is none, those that there are.
fn named<'k>(keys: &'k [KeyRow], name: &str) -> anyhow::Result<&'k KeyRow> {
    let fragment = name.rsplit('#').next().unwrap_or(name);
    if let Some(found) = keys.iter().find(|row| row.fragment == fragment) {
        return Ok(found);
    }
    let standing = keys.iter().filter(|row| row.withdrawn_at.is_none());
    let known: Vec<String> = standing
        .map(|row| {
            format!(
                "{} (issuer {}, {}, number {})",
                row.fragment,
                row.issuer_id,
                row.algorithm.as_str(),
                row.number
            )
        })
        .collect();
    anyhow::bail!("there is no key {fragment}; those that stand: {}", known.join("; "))
}
