//! How what was typed into a draft differs from what somebody else has saved meanwhile: part by part, as the form names them.

use super::Telling;
use super::draft::texts;
use crate::kernel::{EnrolmentId, PersonName, Word as _};
use crate::orders::actions::Shown;
use crate::orders::rules::content::{Content, Entry, Member};
use serde::Serialize;

/// What stands for nothing.
const NOTHING: &str = "—";

/// A part in which the two differ.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Difference {
    /// What it is: a field of the form, or somebody's name.
    part: String,
    /// What is saved.
    saved: String,
    /// What was typed.
    typed: String,
}

/// The parts in which they differ, in the order of the form.
pub(super) fn differences(shown: &Shown, mine: &Content, telling: Telling<'_>) -> Vec<Difference> {
    between(shown, (&shown.row.content.0, mine), telling)
}

/// The parts in which two contents of a paper differ.
pub(super) fn between(
    shown: &Shown,
    (old, new): (&Content, &Content),
    telling: Telling<'_>,
) -> Vec<Difference> {
    let (saved, typed) = (parts(shown, old, telling), parts(shown, new, telling));
    let of = |all: &[(String, String)], part: &str| {
        let said = all.iter().find(|(name, _)| name == part).map(|(_, said)| said.as_str());
        said.filter(|said| !said.is_empty()).unwrap_or(NOTHING).to_owned()
    };
    let mut names: Vec<&String> = Vec::new();
    for (name, _) in saved.iter().chain(&typed) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let both = names.into_iter().map(|name| Difference {
        part: name.clone(),
        saved: of(&saved, name),
        typed: of(&typed, name),
    });
    both.filter(|one| one.saved != one.typed).collect()
}

/// What a content says, as (part, text).
fn parts(shown: &Shown, content: &Content, telling: Telling<'_>) -> Vec<(String, String)> {
    let say = |key: &str| (telling.say)(key);
    let name = |id: EnrolmentId| shown.desk.group.name(id).map(PersonName::full).unwrap_or_default();
    let texts = texts(content, None).into_iter();
    let mut parts: Vec<(String, String)> =
        texts.map(|text| (say(&text.label_key), text.field.value)).collect();
    match content {
        Content::Enrolment { people, .. } => {
            parts.extend(people.iter().map(|one| (name(one.enrolment), one.ground.clone())));
        }
        Content::Commission { members } => {
            let said = |one: &Member| {
                format!("{}, {}", say(&format!("orders-role-{}", one.role.as_str())), one.post)
            };
            parts.extend(members.iter().map(|one| (one.name.full(), said(one))));
        }
        Content::AssessmentSheet { entries, .. } => {
            parts.extend(entries.iter().map(|one| (name(one.enrolment), decided(one, telling))));
        }
        Content::Protocol { present, .. } => {
            let there = present.iter().filter_map(|place| shown.desk.commission.get(place.checked_sub(1)?));
            let there: Vec<String> = there.map(|one| one.name.full()).collect();
            parts.push((say("orders-field-present"), there.join("; ")));
        }
        Content::Closing { people } => {
            let said = |word: &str| say(&format!("orders-part-{word}"));
            parts.extend(people.iter().map(|one| (name(one.enrolment), said(one.ending.as_str()))));
        }
        Content::Expulsion { .. } | Content::Correction { .. } | Content::Cancellation { .. } => {}
    }
    parts
}

/// The line of somebody in a sheet: «Аттестован(а), зачтено (92 %), Приют на сто мест».
fn decided(entry: &Entry, telling: Telling<'_>) -> String {
    let word = entry.outcome.map_or("undecided", |outcome| outcome.as_str());
    let said = (telling.say)(&format!("orders-part-{word}"));
    let line: Vec<String> = [Some(said), entry.mark(), entry.topic.clone()].into_iter().flatten().collect();
    line.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use crate::web::Reader;

    #[test]
    fn only_what_differs_is_named_and_what_is_gone_is_a_dash() {
        let (say, reader) = (|key: &str| key.to_owned(), Reader::sample());
        let telling = Telling { reader: &reader, say: &say };
        for shown in samples::drafts() {
            assert!(differences(&shown, &shown.row.content.0, telling).is_empty());
        }
        let (shown, mine) = samples::changed().next().unwrap();
        let said: Vec<(String, String)> =
            differences(&shown, &mine, telling).into_iter().map(|one| (one.saved, one.typed)).collect();
        assert_eq!(said, [("Заявление слушателя".to_owned(), NOTHING.to_owned())]);
    }
}
