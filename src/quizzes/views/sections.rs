//! The sections of a setup as a form shows them.

use super::parts::plain;
use crate::kernel::{Fault, Language};
use crate::programmes::rules::words::Word as _;
use crate::questions::rules::QuestionKind;
use crate::quizzes::actions::Desk;
use crate::quizzes::rules::draft::{Draft, SECTIONS};
use crate::web::{Choice, Field};
use serde::Serialize;

/// How many empty sections the form offers.
const SPARE: usize = 2;

/// A section.
#[derive(Debug, Serialize)]
pub(super) struct SectionRow {
    place: usize,
    title: Field,
    from: Field,
    froms: Vec<Choice>,
    category: Field,
    categories: Vec<Choice>,
    count: Field,
    tags: Field,
    kind: Field,
    kinds: Vec<Choice>,
    refill: Field,
    questions: Vec<Placed>,
    empty: bool,
}

/// A fixed question with its place.
#[derive(Debug, Serialize)]
struct Placed {
    order: Field,
    prompt: String,
    newer: Option<Newer>,
}

/// The box that takes the newest version of a question.
#[derive(Debug, Serialize)]
struct Newer {
    field: Field,
    ticked: bool,
}

/// Says a key in the reader's language.
pub(super) type Say<'a> = &'a dyn Fn(&str) -> String;

/// The sections of a draft, and a few empty ones.
pub(super) fn rows(
    desk: &Desk,
    draft: &Draft,
    faults: &[Fault],
    (language, say): (Language, Say<'_>),
) -> Vec<SectionRow> {
    let used = |place: &usize| !draft.text(&format!("section-{place}-from")).is_empty();
    let last = (1..=SECTIONS).filter(used).max().unwrap_or(0);
    (1..=(last + SPARE).min(SECTIONS)).map(|place| row(desk, draft, faults, (place, language, say))).collect()
}

fn row(
    desk: &Desk,
    draft: &Draft,
    faults: &[Fault],
    (place, language, say): (usize, Language, Say<'_>),
) -> SectionRow {
    let name = |rest: &str| format!("section-{place}-{rest}");
    let field = |rest: &str| Field::with_faults(&name(rest), draft.text(&name(rest)), faults);
    let from = field("from");
    let froms = [("", "setups-from-none"), ("fixed", "setups-from-fixed"), ("random", "setups-from-random")];
    let category = field("category");
    let categories = desk
        .categories
        .iter()
        .map(|(row, count)| Choice::new(row.id, format!("{} ({count})", row.name), &category.value));
    let kind = field("kind");
    let kinds = QuestionKind::WORDS
        .iter()
        .map(|word| Choice::new(word, say(&format!("setups-kind-{}", word.replace('_', "-"))), &kind.value));
    let mut questions: Vec<(i32, Placed)> = desk
        .named
        .iter()
        .filter_map(|(id, question)| {
            let order = field(&format!("order-{id}"));
            let text = question.text(language).map(|(_, text)| plain(&text.prompt_html)).unwrap_or_default();
            let place = order.value.parse().ok()?;
            let newer = desk.newer.get(id).map(|newest| {
                let field = field(&format!("newer-{id}-{newest}"));
                Newer { ticked: draft.ticked(&field.name), field }
            });
            Some((place, Placed { order, prompt: text, newer }))
        })
        .collect();
    questions.sort_by_key(|(place, _)| *place);
    SectionRow {
        place,
        title: field("title"),
        froms: froms.iter().map(|(value, key)| Choice::new(value, say(key), &from.value)).collect(),
        empty: from.value.is_empty(),
        from,
        categories: categories.collect(),
        category,
        count: field("count"),
        tags: field("tags"),
        kinds: kinds.collect(),
        kind,
        refill: field("refill"),
        questions: questions.into_iter().map(|(_, placed)| placed).collect(),
    }
}

/// Fields of sections that have faults, for the summary.
pub(super) fn wrong(rows: &[SectionRow]) -> impl Iterator<Item = &Field> {
    rows.iter()
        .flat_map(|row| [&row.title, &row.from, &row.category, &row.count, &row.tags])
        .chain(rows.iter().flat_map(|row| row.questions.iter().map(|placed| &placed.order)))
}
