//! A question about experience on the page of its trainee: the form, or what was answered and decided.

use super::conditions::Wording;
use crate::editions::rules::Stage;
use crate::kernel::{Fault, dates};
use crate::progress::actions::Course;
use crate::progress::actions::declaring::{Asked, ExtraModule};
use crate::web::{Choice, Field, Reader, paths};
use serde::Serialize;

/// A question with what hangs on it.
#[derive(Debug, Clone, Serialize)]
pub struct AskedView {
    question: String,
    /// What was answered, and when.
    answer: Option<String>,
    /// Where the answer goes, as long as it may be given.
    url: Option<String>,
    pub(super) field: Field,
    choices: Vec<Choice>,
    modules: Vec<String>,
    /// Why it cannot be answered any more.
    settled_key: Option<&'static str>,
    waits: bool,
}

/// The field of a declaration: each its own, since a page may have several.
pub fn field_name(declaration: &str) -> String {
    format!("experience-{declaration}")
}

/// The message of an answer.
pub fn answer_key(experienced: bool) -> &'static str {
    if experienced { "progress-experience-yes" } else { "progress-experience-no" }
}

impl AskedView {
    pub(super) fn new(
        asked: &Asked,
        data: &Course,
        reader: &Reader,
        wording: &Wording<'_>,
        faults: &[Fault],
    ) -> AskedView {
        let row = &data.row;
        let over =
            row.enrolment.withdrawn_at.is_some() || row.edition.term().stage(reader.now) == Stage::Over;
        let may = data.own && !over && asked.settled.is_none();
        let chosen = asked.experienced().map_or("", |yes| if yes { "yes" } else { "no" });
        let choice = |value: &str, yes| Choice::new(value, wording.say(answer_key(yes), &[]), chosen);
        AskedView {
            question: asked.question.for_reader(reader.language).to_owned(),
            answer: asked.answers.first().map(|answer| {
                let said = wording.say(answer_key(answer.experienced), &[]);
                let at = dates::day_and_time(reader.language, answer.at, reader.zone);
                wording.say("progress-asked-answer", &[("answer", &said), ("at", &at)])
            }),
            url: may.then(|| paths::declaration_answers(row.enrolment.id, &asked.key)),
            field: Field::with_faults(&field_name(&asked.key), chosen, faults),
            choices: vec![choice("no", false), choice("yes", true)],
            modules: asked.modules.iter().map(|module| said(module, reader, wording)).collect(),
            settled_key: match asked.settled {
                _ if over => Some("progress-asked-settled-over"),
                Some(settled) => Some(match settled.as_str() {
                    "documented" => "progress-asked-settled-documented",
                    "decided" => "progress-asked-settled-decided",
                    _ => "progress-asked-settled-begun",
                }),
                None => None,
            },
            waits: asked.waits(),
        }
    }

    /// Whether the question stands before everything else.
    pub(super) fn comes_first(&self) -> bool {
        self.waits && self.url.is_some()
    }

    /// One that waits, one that was sent empty, one that was answered, and one that cannot be changed any more.
    pub(super) fn samples() -> [AskedView; 4] {
        let choice = |value, label: &str, chosen| Choice::new(value, label, chosen);
        let asked = |chosen: &'static str, faults: &[Fault]| AskedView {
            question: "Работали ли вы раньше с детьми-сиротами?".into(),
            answer: None,
            url: Some("/learn/1/declarations/orphan-care/answers".into()),
            field: Field::with_faults("experience-orphan-care", chosen, faults),
            choices: vec![choice("no", "Нет, опыта нет", chosen), choice("yes", "Да, опыт есть", chosen)],
            modules: vec!["«Первый опыт общения с детьми-сиротами», 6 ч: ждёт вашего ответа".into()],
            settled_key: None,
            waits: true,
        };
        let answer = Some("Ваш ответ: «Нет, опыта нет», 21 ноября, 14:05".to_owned());
        let answered = AskedView { answer, waits: false, ..asked("no", &[]) };
        let settled_key = Some("progress-asked-settled-begun");
        let settled = AskedView { url: None, settled_key, ..answered.clone() };
        let fault = Fault::new("experience-orphan-care", "choose-one");
        [asked("", &[]), asked("", &[fault]), answered, settled]
    }
}

/// A module with its hours and whose it is; with the note, where the training centre has decided.
fn said(module: &ExtraModule, reader: &Reader, wording: &Wording<'_>) -> String {
    let title = module.title.for_reader(reader.language);
    let hours = wording.say("progress-hours", &[("hours", &wording.hours(module.minutes))]);
    let key = match (module.decided(), module.assignment.as_str()) {
        (Some(_), "assigned") => "progress-asked-module-decided",
        (Some(_), _) => "progress-asked-module-released",
        (None, state) => &format!("progress-asked-module-{state}"),
    };
    let (at, note) = module.decided().map_or_else(Default::default, |row| {
        (dates::day_and_time(reader.language, row.at, reader.zone), row.note.clone())
    });
    wording.say(key, &[("title", title), ("hours", &hours), ("at", &at), ("note", &note)])
}
