//! `birge questions`: what a file of another system would bring into the bank, bringing it, and taking questions
//! out.

use crate::config::FormatWord;
use crate::db::Db;
use crate::files::FileStore;
use crate::kernel::{Actor, Clock, Language, ProblemCode, QuestionCategoryId, Word};
use crate::questions::actions::exports;
use crate::questions::actions::imports::{self, Arrival};
use crate::questions::rules::exchange::{self, Fault, Format, Imported, Reading};
use crate::questions::rules::filter::Filter;
use crate::questions::views::losses::with_losses;
use crate::render::Words;
use anyhow::Context;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Prints one JSON document with `questions`, `faults` and `warnings`. The exit code is 1 when there are faults.
///
/// # Errors
/// The file cannot be read, or nothing can be printed.
pub fn check(
    file: &Path,
    format: Option<FormatWord>,
    language: &str,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let reading = read(file, format, Language::Ru)?;
    let language = Language::from_tag(language).unwrap_or(Language::En);
    let printed = document(&reading, language, &Words::load()?);
    writeln!(out, "{}", serde_json::to_string_pretty(&printed)?)?;
    let faulty = reading.faults().next().is_some();
    Ok(if faulty { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn read(file: &Path, format: Option<FormatWord>, language: Language) -> anyhow::Result<Reading> {
    let size = std::fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    // One byte more than is read anyway is enough to be told so.
    let most = u64::try_from(exchange::LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    let bytes = if size > most {
        vec![0; exchange::LARGEST_FILE + 1]
    } else {
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?
    };
    Ok(exchange::read(&bytes, &name_of(file), format.map(FormatWord::format), language))
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A file to take.
#[derive(Debug, Clone, Copy)]
pub struct Coming<'c> {
    /// The category.
    pub category: i64,
    /// The format; without it, the content and the file's name tell.
    pub format: Option<FormatWord>,
    /// The language of the questions.
    pub language: &'c str,
    /// Whether the good ones are taken although others have faults.
    pub good_only: bool,
    /// The file.
    pub file: &'c Path,
}

/// Takes the questions of a file, as the import page does, and prints every fault with its line. The exit code is
/// 1 when there are faults.
///
/// # Errors
/// The file cannot be read, there is no such category, or the database.
pub async fn import(
    (db, files): (&Db, &FileStore),
    clock: &Clock,
    coming: &Coming<'_>,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let language = Language::from_tag(coming.language).unwrap_or(Language::Ru);
    let reading = read(coming.file, coming.format, language)?;
    let (name, words) = (name_of(coming.file), Words::load()?);
    for fault in &reading.findings {
        let said = |key: &str| words.text_with(Language::En, key, &fault.arguments());
        writeln!(
            out,
            "{name}:{}: {}. {}",
            fault.line,
            said(&fault.message_key()),
            said(&fault.remedy_key())
        )?;
    }
    let faulty = reading.faults().next().is_some();
    if faulty && (!coming.good_only || reading.questions.is_empty()) {
        writeln!(out, "nothing was taken")?;
        return Ok(ExitCode::FAILURE);
    }
    imports::lay_away(files, &reading).await?;
    let (category, good_only, now) = (QuestionCategoryId(coming.category), coming.good_only, clock.now());
    let taking = move |w: &mut _| {
        let arrival = Arrival { reading: &reading, file_name: &name, category, good_only };
        imports::take(w, &Actor::program(), &arrival, now)
    };
    let arrived = match db.write(taking).await {
        Err(problem) if problem.code == ProblemCode::NotFound => {
            anyhow::bail!("there is no category {category}")
        }
        arrived => arrived?,
    };
    writeln!(out, "new: {}, known: {}", arrived.new, arrived.known)?;
    Ok(if faulty { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The questions of a category and of those under it, or of the whole bank, as a file for other systems.
///
/// # Errors
/// The database, or the texts of the program cannot be loaded.
pub async fn export(
    (db, files): (&Db, &FileStore),
    category: Option<i64>,
    format: &str,
    language: &str,
) -> anyhow::Result<String> {
    let language = Language::from_tag(language).unwrap_or(Language::Ru);
    let format = Format::parse(format).unwrap_or(Format::MoodleXml);
    let category = category.map(|id| id.to_string()).unwrap_or_default();
    let filter = Filter { category, ..Filter::default() };
    let actor = Actor { language, ..Actor::program() };
    let leaving = db.read(move |r| exports::leaving(r, &actor, &filter)).await?;
    let images = exports::images(files, &leaving).await;
    let (written, words) = (exports::written(&leaving, format, language, &images), Words::load()?);
    Ok(with_losses(written, format, &|key| words.text(language, key)))
}

impl FormatWord {
    fn format(self) -> Format {
        match self {
            FormatWord::Gift => Format::Gift,
            FormatWord::MoodleXml => Format::MoodleXml,
            FormatWord::Aiken => Format::Aiken,
            FormatWord::Table => Format::Table,
        }
    }
}

/// What a file brings, as it is printed.
pub fn document(reading: &Reading, language: Language, words: &Words) -> Value {
    json!({
        "format": reading.format.as_str(),
        "questions": reading.questions.iter().map(question).collect::<Vec<_>>(),
        "faults": reading.faults().map(|fault| finding(fault, language, words)).collect::<Vec<_>>(),
        "warnings": reading.warnings().map(|fault| finding(fault, language, words)).collect::<Vec<_>>(),
    })
}

fn question(one: &Imported) -> Value {
    json!({
        "line": one.line,
        "type": one.question.kind.as_str(),
        "name": one.name,
        "text": one.plain_text(),
        "category": one.category,
        "tags": one.tags,
        "points": one.question.points,
    })
}

fn finding(fault: &Fault, language: Language, words: &Words) -> Value {
    let arguments = fault.arguments();
    json!({
        "line": fault.line,
        "code": fault.code.as_str(),
        "message": words.text_with(language, &fault.message_key(), &arguments),
        "remedy": words.text_with(language, &fault.remedy_key(), &arguments),
    })
}
