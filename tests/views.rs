//! Every view, in each of its sample states, in every language: the template fits its data, no message is
//! missing, and every branch a template asks about exists in the data.

use birge::kernel::{Language, ProblemCode};
use birge::render::{Templates, Words};
use birge::web::view::{Sample, Title, samples_of};
use serde_json::{Value, json};
use std::sync::Arc;

macro_rules! gather {
    ($($($part:ident)::+,)*) => {
        vec![$((stringify!($($part)::+), samples_of::<birge::$($part)::+>().unwrap()),)*]
    };
}

fn all() -> Vec<(&'static str, Vec<Sample>)> {
    birge::every_view!(gather)
}

fn rooted(data: &Value, language: Language) -> Value {
    let mut data = data.clone();
    for (name, value) in
        [("lang", language.tag()), ("csrf", "token"), ("form_id", "form"), ("page_title", "Title")]
    {
        data[name] = json!(value);
    }
    data
}

#[test]
fn every_view_renders_in_every_language_without_a_missing_message() {
    let words = Arc::new(Words::load().unwrap());
    let templates = Templates::load(words.clone()).unwrap();
    let mut wrong = Vec::new();
    for (view, samples) in all() {
        assert!(!samples.is_empty(), "{view} has no samples");
        for (index, sample) in samples.iter().enumerate() {
            for language in Language::ALL {
                match templates.render(sample.template, rooted(&sample.data, language)) {
                    Err(error) => wrong.push(format!("{view} #{index} {}: {error}", language.tag())),
                    Ok(html) if html.contains('⟦') => {
                        let at = html.find('⟦').unwrap();
                        let rest: String = html[at..].chars().take(60).collect();
                        wrong.push(format!("{view} #{index} {}: {rest}", language.tag()));
                    }
                    Ok(_) => {}
                }
                if let Title::Key(key, args) = &sample.title {
                    let args: Vec<(&str, &str)> =
                        args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    let title = words.text_with(language, key, &args);
                    if title.contains('⟦') {
                        wrong.push(format!("{view}: the title {title} ({})", language.tag()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is typed into a form that fails comes back on its error page; secrets never do.
#[test]
fn every_password_field_is_known_as_a_secret() {
    let templates = Templates::load(Arc::new(Words::load().unwrap())).unwrap();
    let mut seen = 0;
    for (view, samples) in all() {
        for sample in samples {
            let html = templates.render(sample.template, rooted(&sample.data, Language::Ru)).unwrap();
            for tag in html.split("type=\"password\"").skip(1) {
                let name = tag.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
                assert!(birge::web::typed::is_secret(name), "{view}: {name}");
                seen += 1;
            }
        }
    }
    assert!(seen > 3, "no password fields were found");
}

/// Strict templates still take `{{#if missing}}` for false, so the names in conditions are checked here.
#[test]
fn every_name_a_template_asks_about_exists_in_the_data() {
    let mut wrong = Vec::new();
    for (view, samples) in all() {
        let Some(first) = samples.first() else { continue };
        let source = std::fs::read_to_string(format!("templates/{}.hbs", first.template)).unwrap();
        for (open, _) in source.match_indices("{{#") {
            let tag = source[open + 3..].split("}}").next().unwrap_or_default();
            let mut words = tag.split_whitespace();
            let (block, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let top_level = ["if", "unless", "each", "with"].contains(&block)
                && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.')
                && !locals(&source, open).contains(&name.split('.').next().unwrap_or_default().to_owned());
            let root = name.split('.').next().unwrap_or_default();
            let known = samples.iter().any(|sample| sample.data.get(root).is_some());
            if top_level && !known && !["this", "lang", ""].contains(&root) && !inside_each(&source, open) {
                wrong.push(format!("{view}: {{{{#{block} {name}}}}} asks for what no sample has"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Block parameters that are in scope somewhere before a place: `as |step|`.
fn locals(source: &str, at: usize) -> Vec<String> {
    source[..at]
        .match_indices("as |")
        .map(|(from, _)| source[from + 4..].split(['|', ' ']).next().unwrap_or_default().to_owned())
        .collect()
}

/// Whether a place lies inside an `{{#each}}` or `{{#with}}` without a block parameter, where names are the row's.
fn inside_each(source: &str, at: usize) -> bool {
    let before = &source[..at];
    let opened = before.matches("{{#each").count() + before.matches("{{#with").count();
    let closed = before.matches("{{/each").count() + before.matches("{{/with").count();
    opened > closed
}

#[test]
fn every_problem_has_its_words_in_every_language() {
    let words = Words::load().unwrap();
    for language in Language::ALL {
        let keys = words.keys(language).unwrap();
        for code in ProblemCode::ALL {
            for key in [format!("problem-{}", code.as_str()), format!("problem-{}-help", code.as_str())] {
                assert!(keys.contains(&key), "{} lacks {key}", language.tag());
            }
        }
        let known: Vec<String> =
            ProblemCode::ALL.iter().map(|code| format!("problem-{}", code.as_str())).collect();
        for key in keys.iter().filter(|key| key.starts_with("problem-")) {
            let code = key.strip_suffix("-help").unwrap_or(key);
            assert!(known.iter().any(|known| known == code), "{key} belongs to no problem");
        }
    }
}

#[test]
fn every_fault_code_in_the_program_has_its_words() {
    let words = Words::load().unwrap();
    let keys = words.keys(Language::Ru).unwrap();
    let mut missing = Vec::new();
    for path in walk("src") {
        let text = std::fs::read_to_string(&path).unwrap();
        for (at, _) in text.match_indices("Fault::new(") {
            let call = arguments(&text[at + 11..]);
            let Some(code) = call
                .trim_end()
                .trim_end_matches(',')
                .strip_suffix('"')
                .and_then(|call| call.rsplit('"').next())
            else {
                continue;
            };
            if !keys.contains(&format!("fault-{code}")) {
                missing.push(format!("{path}: fault-{code}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The arguments of a call, up to its closing bracket.
fn arguments(text: &str) -> &str {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return &text[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    text
}

fn walk(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk(path.to_str().unwrap()));
        } else {
            found.push(path.to_str().unwrap().to_owned());
        }
    }
    found
}
