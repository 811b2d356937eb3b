//! `birge questions`: what a file of another system would bring into the bank.

use crate::config::FormatWord;
use crate::kernel::{Language, Word};
use crate::questions::rules::exchange::{self, Fault, Format, Imported, Reading};
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
    let size = std::fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    // One byte more than is read anyway is enough to be told so.
    let most = u64::try_from(exchange::LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    let bytes = if size > most {
        vec![0; exchange::LARGEST_FILE + 1]
    } else {
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let reading = exchange::read(&bytes, &name, format.map(FormatWord::format), Language::Ru);
    let language = Language::from_tag(language).unwrap_or(Language::En);
    let printed = document(&reading, language, &Words::load()?);
    writeln!(out, "{}", serde_json::to_string_pretty(&printed)?)?;
    let faulty = reading.faults().next().is_some();
    Ok(if faulty { ExitCode::FAILURE } else { ExitCode::SUCCESS })
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
