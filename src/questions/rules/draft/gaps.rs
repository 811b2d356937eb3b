//! Gaps as lines of text: one answer a line, a share in front of it where it is not worth everything.

use super::build::Build;
use super::known::one_line;
use super::of::tolerance;
use super::{Draft, DraftGap, Texts};
use crate::kernel::{Fault, Language};
use crate::questions::rules::outline::percent;
use crate::questions::rules::to_markdown::to_markdown;
use crate::questions::rules::{
    AcceptedNumber, AcceptedText, AcceptedTexts, Answer, Choice, ChoiceId, Decimal, Gap, GapAnswer, Question,
    Weight,
};
use std::collections::{BTreeMap, BTreeSet};

/// A gap as it could have been typed.
pub(super) fn draft(question: &Question, id: ChoiceId, gap: &Gap) -> DraftGap {
    let mut draft = DraftGap {
        number: id.0.to_string(),
        weight: if gap.weight == 1 { String::new() } else { gap.weight.to_string() },
        ..DraftGap::default()
    };
    match &gap.right {
        GapAnswer::Choice(worths) => {
            draft.kind = "choice".to_owned();
            (draft.options, draft.feedback) = options(question, id, worths);
        }
        GapAnswer::Text(texts) => {
            draft.kind = "text".to_owned();
            draft.case_matters = texts.case_matters;
            let line = |text: &AcceptedText| with_share(text.weight, &text.pattern);
            draft.accepted = texts.accepted.iter().map(line).collect::<Vec<_>>().join("\n");
        }
        GapAnswer::Number(numbers) => {
            draft.kind = "number".to_owned();
            let line = |number: &AcceptedNumber| {
                let around = tolerance(number.tolerance);
                let around = if around.is_empty() { around } else { format!(" ± {around}") };
                with_share(number.weight, &format!("{}{around}", number.value))
            };
            draft.accepted = numbers.iter().map(line).collect::<Vec<_>>().join("\n");
        }
    }
    draft
}

/// The choices of a gap, one a line, each with its share where its place does not say it; and what is said after
/// them.
fn options(question: &Question, id: ChoiceId, worths: &BTreeMap<ChoiceId, Weight>) -> (Texts, Texts) {
    let worth = |choice: &Choice| worths.get(&choice.id).copied().unwrap_or_default();
    let (mut texts, mut feedback) = (Texts::default(), Texts::default());
    for (language, text) in &question.texts {
        let choices = text.gaps.get(&id).map(Vec::as_slice).unwrap_or_default();
        let line = |(place, choice): (usize, &Choice)| {
            let text = to_markdown(&choice.html);
            match (place, worth(choice)) {
                (0, Weight::WHOLE) => text,
                (0, weight) => format!("{}% {text}", percent(weight)),
                (_, Weight(0)) => text,
                (_, weight) => format!("{}% {text}", percent(weight)),
            }
        };
        texts.set(*language, choices.iter().enumerate().map(line).collect::<Vec<_>>().join("\n"));
        let said = |choice: &Choice| {
            let html = text.choice_feedback.get(&choice.id);
            html.map_or_else(|| NOTHING.to_owned(), |html| one_line(&to_markdown(html)))
        };
        if choices.iter().any(|choice| text.choice_feedback.contains_key(&choice.id)) {
            feedback.set(*language, choices.iter().map(said).collect::<Vec<_>>().join("\n"));
        }
    }
    (texts, feedback)
}

/// Stands where nothing is said after a choice.
const NOTHING: &str = "–";

fn with_share(weight: Weight, text: &str) -> String {
    if weight == Weight::WHOLE { text.to_owned() } else { format!("{}% {text}", percent(weight)) }
}

/// The share in front of a line, and the rest.
fn share(line: &str) -> (Option<Weight>, &str) {
    let found = line.split_once('%').and_then(|(number, rest)| {
        let weight = super::build::weight_of(number)?;
        Some((weight, rest.trim()))
    });
    found.map_or((None, line), |(weight, rest)| (Some(weight), rest))
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// The choices of gaps, and what is said after them.
#[derive(Default)]
pub(super) struct GapWords {
    pub choices: BTreeMap<ChoiceId, Vec<Choice>>,
    pub feedback: BTreeMap<ChoiceId, String>,
}

/// The same by language.
pub(super) type GapTexts = BTreeMap<Language, GapWords>;

/// What is right in the gaps, and their words.
pub(super) fn build(draft: &Draft, b: &mut Build<'_>) -> (Answer, GapTexts) {
    let (mut gaps, mut words) = (BTreeMap::new(), GapTexts::new());
    let own = draft.gaps.iter().filter_map(|gap| gap.number.trim().parse().ok().map(ChoiceId));
    // The choices of all gaps have numbers of their own, which no gap has either.
    let mut taken: BTreeSet<ChoiceId> = own.chain(b.gap_ids()).collect();
    if draft.gaps.is_empty() {
        b.fault(Fault::new("detail-ru", "gaps-missing"));
    }
    for (place, gap) in draft.gaps.iter().enumerate() {
        let name = format!("gaps-{place}");
        let id = match gap.number.trim().parse::<u16>() {
            Ok(id) if id > 0 && !gaps.contains_key(&ChoiceId(id)) => ChoiceId(id),
            _ => {
                b.fault(Fault::new(format!("{name}-number"), "gap-number"));
                continue;
            }
        };
        let weight = b.whole(&format!("{name}-weight"), &gap.weight, (1, 100)).unwrap_or(1);
        let right = match gap.kind.as_str() {
            "text" => texts(gap, &name, b),
            "number" => numbers(gap, &name, b),
            _ => of_choices(gap, (id, &name), b, (&mut words, &mut taken)),
        };
        gaps.insert(id, Gap { weight, right });
    }
    placed(draft, &gaps.keys().copied().collect(), b);
    (Answer::Gaps(gaps), words)
}

/// Every gap stands in the text of every language, and nothing else in double brackets does.
fn placed(draft: &Draft, known: &BTreeSet<ChoiceId>, b: &mut Build<'_>) {
    for language in b.languages() {
        let name = format!("detail-{}", language.tag());
        let text = draft.detail.get(language);
        let there: BTreeSet<ChoiceId> = text
            .split("[[")
            .skip(1)
            .filter_map(|after| after.split_once("]]")?.0.trim().parse().ok().map(ChoiceId))
            .collect();
        for missing in known.difference(&there) {
            b.fault(Fault::new(name.clone(), "gap-not-in-text").with("number", missing.0));
        }
        for unknown in there.difference(known) {
            b.fault(Fault::new(name.clone(), "gap-unknown").with("number", unknown.0));
        }
    }
}

fn texts(gap: &DraftGap, name: &str, b: &mut Build<'_>) -> GapAnswer {
    let line = |line: &str| {
        let (weight, text) = share(line);
        AcceptedText { pattern: text.to_owned(), weight: weight.unwrap_or(Weight::WHOLE) }
    };
    let accepted: Vec<AcceptedText> = lines(&gap.accepted).into_iter().map(line).collect();
    if accepted.is_empty() {
        b.fault(Fault::new(format!("{name}-accepted"), "required"));
    } else if accepted.iter().all(|text| text.weight.0 < Weight::WHOLE.0) {
        b.fault(Fault::new(format!("{name}-accepted"), "nothing-whole"));
    }
    GapAnswer::Text(AcceptedTexts { accepted, case_matters: gap.case_matters })
}

fn numbers(gap: &DraftGap, name: &str, b: &mut Build<'_>) -> GapAnswer {
    let mut accepted = Vec::new();
    for line in lines(&gap.accepted) {
        let (weight, text) = share(line);
        let (value, around) = text.split_once('±').unwrap_or((text, "0"));
        match (Decimal::parse(value), Decimal::parse(around)) {
            (Some(value), Some(tolerance)) if tolerance.0 >= 0 => {
                accepted.push(AcceptedNumber { value, tolerance, weight: weight.unwrap_or(Weight::WHOLE) });
            }
            _ => b.fault(Fault::new(format!("{name}-accepted"), "gap-number-line").with("line", line)),
        }
    }
    if lines(&gap.accepted).is_empty() {
        b.fault(Fault::new(format!("{name}-accepted"), "required"));
    }
    GapAnswer::Number(accepted)
}

/// The choices of a gap: what is worth what, the main language says; the others follow it line by line.
fn of_choices(
    gap: &DraftGap,
    (id, name): (ChoiceId, &str),
    b: &mut Build<'_>,
    (words, taken): (&mut GapTexts, &mut BTreeSet<ChoiceId>),
) -> GapAnswer {
    let main = b.main();
    let main_lines: Vec<(Option<Weight>, &str)> =
        lines(gap.options.get(main)).into_iter().map(share).collect();
    if main_lines.len() < 2 {
        b.fault(Fault::new(format!("{name}-options-{}", main.tag()), "choices-too-few"));
    }
    let texts: Vec<String> = main_lines.iter().map(|(_, text)| (*text).to_owned()).collect();
    let before = b.gap_choices(id, main);
    let ids = b.ids_by_text(&texts, &before, taken);
    let weights = main_lines
        .iter()
        .enumerate()
        .map(|(place, (weight, _))| weight.unwrap_or(if place == 0 { Weight::WHOLE } else { Weight(0) }));
    let worths: BTreeMap<ChoiceId, Weight> =
        ids.iter().copied().zip(weights).filter(|(_, worth)| worth.0 != 0).collect();
    if !main_lines.is_empty() && worths.values().all(|worth| worth.0 < Weight::WHOLE.0) {
        b.fault(Fault::new(format!("{name}-options-{}", main.tag()), "nothing-whole"));
    }
    for language in b.languages() {
        let field = format!("{name}-options-{}", language.tag());
        let lines: Vec<&str> =
            lines(gap.options.get(language)).into_iter().map(|line| share(line).1).collect();
        if lines.len() != ids.len() {
            b.fault(Fault::new(field.clone(), "gap-lines").with("count", ids.len()));
        }
        let html = |(id, line): (&ChoiceId, &str)| Choice { id: *id, html: b.inline(&field, line) };
        let row: Vec<Choice> = ids.iter().zip(lines).map(html).collect();
        let written = words.entry(language).or_default();
        written.choices.insert(id, row);
        let field = format!("{name}-said-{}", language.tag());
        let said: Vec<&str> = self::lines(gap.feedback.get(language));
        if said.len() > ids.len() {
            b.fault(Fault::new(field.clone(), "gap-lines").with("count", ids.len()));
        }
        for (id, line) in ids.iter().zip(said).filter(|(_, line)| ![NOTHING, "-"].contains(line)) {
            written.feedback.insert(*id, b.blocks(&field, line));
        }
    }
    GapAnswer::Choice(worths)
}
