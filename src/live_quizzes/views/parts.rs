//! What the pages of a live quiz have in common: questions without their answers, bars, tables, the clock.

use crate::kernel::{Language, Moment};
use crate::live_quizzes::actions::Picture;
use crate::live_quizzes::rules::tally::{self, About, Bar};
use crate::live_quizzes::store::Round;
use crate::questions::rules::{Answer, ChoiceId, PublicQuestion, QuestionKind, right_response, shown_texts};
use crate::quizzes::views::describe;
use crate::render::SafeHtml;
use serde::Serialize;

/// A step on the way down to a page, or another link.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub(super) label: String,
    pub(super) url: String,
}

/// A choice with its letter and its shape, so that nobody needs to see colours.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Lettered {
    pub(super) value: u16,
    pub(super) letter: String,
    pub(super) shape: &'static str,
    pub(super) html: SafeHtml,
}

/// A question as the whole room may see it while it is open.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Shown {
    number: usize,
    total: usize,
    content_lang: &'static str,
    other_language: bool,
    prompt_html: SafeHtml,
    detail_html: Option<SafeHtml>,
    choices: Vec<Lettered>,
    rights: Vec<Lettered>,
    unit: Option<String>,
    hint_key: String,
    without_points: bool,
}

const SHAPES: [&str; 8] = ["▲", "●", "■", "◆", "★", "△", "○", "□"];

fn letter(language: Language, index: usize) -> String {
    let letters = match language {
        Language::En => "ABCDEFGHIJKLMNOP",
        Language::Ru | Language::Kk => "АБВГДЕЖЗИКЛМНОПР",
    };
    letters.chars().nth(index).map_or_else(|| (index + 1).to_string(), |letter| letter.to_string())
}

/// Choices with their letters. What is joined to something else is numbered instead.
pub(super) fn lettered(
    choices: &[crate::questions::rules::Choice],
    language: Language,
    numbered: bool,
) -> Vec<Lettered> {
    let one = |(index, choice): (usize, &crate::questions::rules::Choice)| Lettered {
        value: choice.id.0,
        letter: if numbered { (index + 1).to_string() } else { letter(language, index) },
        shape: SHAPES.get(index % SHAPES.len()).copied().unwrap_or_default(),
        html: SafeHtml::trusted(&choice.html),
    };
    choices.iter().enumerate().map(one).collect()
}

/// The question on show, without anything right or wrong about it.
pub(super) fn shown(picture: &Picture, language: Language) -> Option<Shown> {
    numbered(picture.round()?, (picture.run.position, picture.fixed.rounds.len()), language)
}

/// A question by its number.
pub(super) fn numbered(round: &Round, (number, total): (usize, usize), language: Language) -> Option<Shown> {
    let public = round.question.public(language)?;
    let kind = crate::kernel::Word::as_str(public.kind);
    Some(Shown {
        number,
        total,
        content_lang: public.language.tag(),
        other_language: public.language != language,
        prompt_html: SafeHtml::trusted(&public.prompt_html),
        detail_html: Some(&public.detail_html).filter(|html| !html.is_empty()).map(SafeHtml::trusted),
        choices: lettered(&public.choices, language, false),
        rights: lettered(&public.rights, language, true),
        unit: public.unit,
        hint_key: format!("live-hint-{}", kind.replace('_', "-")),
        without_points: round.question.answer == Answer::Scale,
    })
}

/// A bar of the distribution.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BarView {
    letter: String,
    shape: &'static str,
    html: Option<SafeHtml>,
    text: String,
    label_key: Option<&'static str>,
    count: usize,
    /// Its length in thousandths of the longest there could be.
    length: usize,
    right: bool,
}

/// How the room answered, and what is right.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Outcome {
    bars: Vec<BarView>,
    answers: usize,
    answer: Option<String>,
    explanation_html: Option<SafeHtml>,
    content_lang: &'static str,
}

/// How the room answered a question that is closed.
pub(super) fn outcome(picture: &Picture, position: usize, language: Language) -> Option<Outcome> {
    let round = picture.fixed.rounds.get(position.checked_sub(1)?)?;
    let public = round.question.public(language)?;
    let answers = picture.answers_to(position);
    let text = round.question.text(language);
    let why = text.map(|(_, text)| text.explanation_html.as_str()).filter(|html| !html.is_empty());
    let bars = tally::tally(&round.question, &answers);
    Some(Outcome {
        bars: bars.iter().map(|one| bar(one, &public, answers.len(), language)).collect(),
        answers: answers.len(),
        answer: right_words(round, &public, language),
        explanation_html: why.map(SafeHtml::trusted),
        content_lang: public.language.tag(),
    })
}

/// What is right, in words, where no bar shows it.
fn right_words(round: &Round, public: &PublicQuestion, language: Language) -> Option<String> {
    let answer = &round.question.answer;
    let words = match answer {
        Answer::Text(texts) => shown_texts(texts).join(" / "),
        Answer::Order(_) | Answer::Match(_) | Answer::Number { .. } => {
            describe(public, &right_response(answer)?, language)
        }
        _ => return None,
    };
    Some(words).filter(|words| !words.is_empty())
}

/// What is right, in words, for a phone: choices by their letters too.
pub(super) fn right_for_phone(round: &Round, language: Language) -> Option<String> {
    let public = round.question.public(language)?;
    if let Some(words) = right_words(round, &public, language) {
        return Some(words);
    }
    let right = |one: &&Lettered| tally::is_right(&round.question.answer, ChoiceId(one.value));
    let all = lettered(&public.choices, language, false);
    let words: Vec<String> = all
        .iter()
        .filter(right)
        .map(|one| {
            let id = ChoiceId(one.value);
            format!("{}. {}", one.letter, crate::quizzes::views::words_of(&public.choices, id))
        })
        .collect();
    Some(words.join("; ")).filter(|words| !words.is_empty())
}

fn bar(bar: &Bar, public: &PublicQuestion, answers: usize, language: Language) -> BarView {
    let mut view = BarView {
        letter: String::new(),
        shape: "",
        html: None,
        text: String::new(),
        label_key: None,
        count: bar.count,
        length: (bar.count * 1000).checked_div(answers).unwrap_or(0),
        right: bar.right,
    };
    match &bar.about {
        About::Choice(id) => {
            let all = lettered(&public.choices, language, false);
            if let Some(one) = all.into_iter().find(|one| one.value == id.0) {
                (view.letter, view.shape, view.html) = (one.letter, one.shape, Some(one.html));
            }
        }
        About::Step(step) => view.text = scale_step(*step, public),
        About::Typed(response) => view.text = describe(public, response, language),
        About::OtherTyped => view.label_key = Some("live-bar-other"),
        About::AllRight => view.label_key = Some("live-bar-all"),
        About::SomeRight => view.label_key = Some("live-bar-some"),
        About::NothingRight => view.label_key = Some("live-bar-nothing"),
    }
    view
}

fn scale_step(step: u8, public: &PublicQuestion) -> String {
    let ends = public.scale.as_ref();
    let label = match step {
        1 => ends.map(|ends| ends.lowest.as_str()),
        5 => ends.map(|ends| ends.highest.as_str()),
        _ => None,
    };
    label.map_or_else(|| step.to_string(), |label| format!("{step} – {label}"))
}

/// The time that is left, by the server's clock.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Clock {
    ms: i64,
    text: String,
    running: bool,
}

/// A clock that has so much left of the question on show.
pub(super) fn clock(picture: &Picture, ms: i64, now: Moment) -> Clock {
    let seconds = (ms + 999) / 1000;
    let text =
        if seconds < 60 { seconds.to_string() } else { format!("{}:{:02}", seconds / 60, seconds % 60) };
    Clock { ms, text, running: picture.phase(now) == crate::live_quizzes::rules::Phase::Open }
}

/// A line of the table.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    place: usize,
    /// The name; nothing where names are not shown.
    name: Option<String>,
    /// Who by number, where names are not shown.
    number: usize,
    team: Option<i32>,
    points: i32,
}

/// A line of the table of teams.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TeamRow {
    place: usize,
    team: i32,
    points: i32,
    members: i32,
}

/// The table after a question.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Table {
    rows: Vec<Row>,
    more: usize,
    teams: Vec<TeamRow>,
}

/// How many lines stand on the projector.
const TOP: usize = 10;

/// The table after so many questions.
pub(super) fn table(picture: &Picture, questions: usize, names: bool) -> Table {
    let lines = picture.table(questions);
    let row = |line: &crate::live_quizzes::rules::Line| {
        let (number, player) = (1..).zip(&picture.players).find(|(_, row)| row.id == line.player)?;
        Some(Row {
            place: line.place,
            name: names.then(|| player.name.clone()),
            number,
            team: player.team,
            points: line.points,
        })
    };
    let team = |line: crate::live_quizzes::rules::TeamLine| TeamRow {
        place: line.place,
        team: line.team,
        points: line.points,
        members: line.members,
    };
    Table {
        rows: lines.iter().take(TOP).filter_map(row).collect(),
        more: lines.len().saturating_sub(TOP),
        teams: picture.teams(questions).into_iter().map(team).collect(),
    }
}

/// Whether a kind is answered with one press.
pub(super) fn one_press(kind: QuestionKind) -> bool {
    matches!(kind, QuestionKind::One | QuestionKind::TrueFalse)
}
