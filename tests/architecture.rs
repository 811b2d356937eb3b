//! The house: the order of rooms, the furniture in each, and the sizes. Read from the source text, so that a
//! wrong turn fails with the offending line.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms from left to right; those on one line do not know each other.
const ORDER: &[&[&str]] = &[
    &["kernel"],
    &["db"],
    &["audit"],
    &["jobs"],
    &["secrets"],
    &["render"],
    &["printing"],
    &["files"],
    &["access"],
    &["web"],
    &["api"],
    &["mail"],
    &["people"],
    &["organisations"],
    &["formats"],
    &["questions"],
    &["programmes"],
    &["countries"],
    &["identities"],
    &["outside_proofs"],
    &["editions"],
    &["holidays"],
    &["progress"],
    &["phrases"],
    &["teams"],
    &["lessons", "quizzes", "cases", "attendance"],
    &["grading"],
    &["quiz_marking", "quiz_statistics", "live_quizzes", "staged_cases", "peer_reviews", "case_library"],
    &["case_authoring", "check_in"],
    &["agendas", "sign_ups", "absences", "roll_calls", "make_ups", "appointments", "webinars"],
    &["site_cases", "calendars", "continuing_training", "timetables", "mentoring"],
    &["attendance_papers", "reminders"],
    &["today", "registers", "paper_templates", "orders", "credentials"],
    &["documents"],
    &["letters", "levels"],
    &["federal_register", "document_batches"],
    &["signatures"],
    &["group_files", "personal_records"],
];

/// Puts the program together and so may know every room; no room knows it.
const COMPOSITION: &[&str] =
    &["app", "cli", "config", "demo", "lib", "main", "operations", "routes", "telemetry"];

/// What each library is confined to: rooms, or file names within any room.
const CONFINED: &[(&str, &[&str], &[&str])] = &[
    ("diesel", &["db", "audit", "jobs"], &["store"]),
    ("actix_web", &["web", "api", "routes", "app", "operations", "cli", "demo"], &["pages", "api"]),
    ("handlebars", &["render"], &[]),
    ("typst", &["printing"], &[]),
    ("lettre", &["mail"], &[]),
    ("object_store", &["files"], &[]),
];

/// Files and folders a feature room may have.
const FURNITURE: &[&str] = &["mod", "rules", "store", "actions", "views", "pages", "api", "jobs"];
/// Furniture of single rooms, with the reason why it is none of the usual.
const EXTRA: &[(&str, &str)] = &[
    ("programmes", "folder"),  // reads course files into memory: the only I/O of the room
    ("progress", "attending"), // the batch path of the roll call into the ledger
    ("live_quizzes", "hub"),   // keeps the pages in the room up to date: one task for each quiz under way
];

const KIT: &[&str] = &[
    "kernel", "db", "audit", "jobs", "secrets", "render", "printing", "files", "access", "web", "api", "mail",
];

struct Source {
    path: PathBuf,
    room: String,
    /// File or folder names below the room, without `.rs`.
    below: Vec<String>,
    text: String,
}

#[test]
fn every_room_knows_only_the_rooms_to_its_left() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(place) = place_of(&source.room) else { continue };
        for (number, line) in production(&source.text) {
            for other in rooms_named(line) {
                if COMPOSITION.contains(&other.as_str()) && other != source.room {
                    wrong.push(offence(&source, number, line, "knows the composition root"));
                }
                let theirs = place_of(&other);
                if theirs.is_some_and(|theirs| theirs > place || (theirs == place && other != source.room)) {
                    wrong.push(offence(&source, number, line, "looks to its right"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_room_is_in_the_order() {
    let unknown: Vec<String> = sources()
        .iter()
        .filter(|source| place_of(&source.room).is_none() && !COMPOSITION.contains(&source.room.as_str()))
        .map(|source| source.path.display().to_string())
        .collect();
    assert!(unknown.is_empty(), "rooms without a place in ORDER: {unknown:#?}");
}

#[test]
fn libraries_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (library, rooms, furniture) in CONFINED {
            let at_home = rooms.contains(&source.room.as_str())
                || source.below.iter().any(|name| furniture.contains(&name.as_str()));
            if at_home {
                continue;
            }
            for (number, line) in production(&source.text) {
                if names_crate(line, library) {
                    wrong.push(offence(&source, number, line, &format!("{library} does not belong here")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn rules_are_pure() {
    const IMPURE: &[&str] = &[
        "std::fs",
        "std::net",
        "tokio",
        "reqwest",
        "Utc::now",
        "SystemTime::now",
        "crate::db",
        "crate::web",
    ];
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.below.first().is_some_and(|name| name == "rules")) {
        for (number, line) in production(&source.text) {
            if IMPURE.iter().any(|word| line.contains(word)) {
                wrong.push(offence(source, number, line, "rules are pure"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn rooms_have_only_the_furniture() {
    let mut wrong = Vec::new();
    for source in sources() {
        if KIT.contains(&source.room.as_str()) || COMPOSITION.contains(&source.room.as_str()) {
            continue;
        }
        let Some(piece) = source.below.first() else { continue };
        let extra = EXTRA.contains(&(source.room.as_str(), piece.as_str()));
        if !FURNITURE.contains(&piece.as_str()) && !extra {
            wrong.push(source.path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "not furniture: {wrong:#?}");
}

#[test]
fn files_functions_and_templates_keep_their_size() {
    let mut wrong = Vec::new();
    for source in sources() {
        let generated = source.path.ends_with("db/schema.rs");
        let lines = production(&source.text).count();
        if lines > 500 && !generated {
            wrong.push(format!("{}: {lines} lines, at most 500", source.path.display()));
        }
        let most = if source.below.iter().any(|name| name == "pages") { 40 } else { 60 };
        for (name, start, length) in functions(&source.text) {
            if length > most {
                wrong.push(format!(
                    "{}:{start}: fn {name} has {length} lines, at most {most}",
                    source.path.display()
                ));
            }
        }
    }
    for path in files_under(Path::new("templates"), "hbs") {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        if lines > 150 && !path.to_string_lossy().contains("styleguide") {
            wrong.push(format!("{}: {lines} lines, at most 150", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Names of fields that are `SafeHtml` in their views: sanitised course texts, and the body of the layout.
const SAFE: &[&str] = &[
    "body",
    "html",
    "prompt",
    "detail",
    "explanation",
    "situation",
    "task",
    "hand_in",
    "trainer_notes",
    "facts",
    "closing",
    "chosen",
    "debrief",
    "left",
    "right",
];

#[test]
fn raw_html_is_printed_for_safe_fields_only() {
    let mut wrong = Vec::new();
    for path in files_under(Path::new("templates"), "hbs") {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            for (at, _) in line.match_indices("{{{") {
                let name = line[at + 3..].split("}}}").next().unwrap_or_default().trim();
                let field = name.rsplit('.').next().unwrap_or_default();
                if !SAFE.contains(&field) && !field.ends_with("_html") {
                    wrong.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{{{{{{ }}}}}} prints only the body and sanitised text:\n{}", wrong.join("\n"));
}

#[test]
fn templates_have_no_inline_code_and_no_addresses_of_their_own() {
    let mut wrong = Vec::new();
    for path in files_under(Path::new("templates"), "hbs")
        .into_iter()
        .filter(|path| !path.starts_with("templates/mail"))
    {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            let inline = line.contains("<style")
                || line.contains(" style=\"")
                || line.contains(" onclick=")
                || line.contains("javascript:")
                || (line.contains("<script") && !line.contains("src="));
            let address =
                line.contains("href=\"/") || line.contains("action=\"/") || line.contains("src=\"/");
            if (inline || address) && !path.to_string_lossy().contains("styleguide") {
                wrong.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_dependency_has_a_permissive_licence() {
    const FINE: &[&str] = &[
        "MIT",
        "Apache-2.0",
        "Apache-2.0 WITH LLVM-exception",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "Zlib",
        "0BSD",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "BSL-1.0",
        "CC0-1.0",
        "Unlicense",
        "MIT-0",
        "OFL-1.1",
        "Ubuntu-font-1.0",
        "CDLA-Permissive-2.0",
        "PostgreSQL",
        "bzip2-1.0.6",
        "MPL-2.0",
    ];
    /// Those that say it only in a file beside their sources.
    const READ: &[(&str, &str)] = &[("ical", "Apache-2.0")];
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut wrong = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        let named = READ.iter().find(|(name, _)| package["name"] == *name).map(|(_, licence)| *licence);
        let licence = package["license"].as_str().or(named).unwrap_or("none").replace('/', " OR ");
        if !satisfied(&licence, FINE) {
            wrong.insert(package["name"].as_str().unwrap().to_owned(), licence);
        }
    }
    assert!(wrong.is_empty(), "licences that are not permissive: {wrong:#?}");
}

/// Whether a licence expression can be met with the fine ones: `OR` needs one side, `AND` both.
fn satisfied(expression: &str, fine: &[&str]) -> bool {
    let expression = expression.trim();
    for (word, all) in [(" AND ", true), (" OR ", false)] {
        let parts = split_outside_brackets(expression, word);
        if parts.len() > 1 {
            let mut met = parts.iter().map(|part| satisfied(part, fine));
            return if all { met.all(|part| part) } else { met.any(|part| part) };
        }
    }
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => satisfied(inner, fine),
        None => fine.contains(&expression),
    }
}

fn split_outside_brackets<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0i32, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && text[at..].starts_with(word) && at >= from => {
                parts.push(&text[from..at]);
                from = at + word.len();
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
}

fn offence(source: &Source, number: usize, line: &str, why: &str) -> String {
    format!("{}:{number}: {why}: {}", source.path.display(), line.trim())
}

fn place_of(room: &str) -> Option<usize> {
    ORDER.iter().position(|level| level.contains(&room))
}

/// The rooms that a line names through `crate::`.
fn rooms_named(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices("crate::")
        .flat_map(|(at, _)| {
            let rest = &code[at + 7..];
            let word = |text: &str| {
                text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
            };
            match rest.strip_prefix('{') {
                Some(list) => list.split(',').map(|part| word(part.trim())).collect::<Vec<_>>(),
                None => vec![word(rest)],
            }
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn names_crate(line: &str, library: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices(library).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + library.len()..];
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':') && after.starts_with("::")
    })
}

/// The lines before the tests of a file, numbered from 1.
fn production(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
}

/// Functions of the production part: name, first line, number of lines.
fn functions(text: &str) -> Vec<(String, usize, usize)> {
    let lines: Vec<(usize, &str)> = production(text).collect();
    let mut found = Vec::new();
    for (index, (number, line)) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        let is_function = [
            "fn ",
            "pub fn ",
            "async fn ",
            "pub async fn ",
            "pub(super) fn ",
            "pub(crate) fn ",
            "pub(super) async fn ",
        ]
        .iter()
        .any(|start| trimmed.starts_with(start));
        if !is_function {
            continue;
        }
        let indent = line.len() - trimmed.len();
        let end = format!("{}}}", " ".repeat(indent));
        let length = lines[index..]
            .iter()
            .position(|(_, line)| *line == end || line.ends_with(';') && lines[index].1 == *line)
            .unwrap_or(0);
        let name =
            trimmed.split("fn ").nth(1).unwrap_or_default().split(['(', '<']).next().unwrap_or_default();
        found.push((name.to_owned(), *number, length + 1));
    }
    found
}

fn sources() -> Vec<Source> {
    files_under(Path::new("src"), "rs")
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix("src").unwrap().with_extension("");
            let mut names: Vec<String> =
                inside.iter().map(|name| name.to_string_lossy().into_owned()).collect();
            let room = names.remove(0);
            Source { text: fs::read_to_string(&path).unwrap(), path, room, below: names }
        })
        .collect()
}

fn files_under(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_under(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
