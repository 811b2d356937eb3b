//! One part of a case as a form holds it, and what the buttons of the form do besides saving.

use super::front::{Handed, Settings};
use super::outline::{Outline, Section, Sort};
use super::rubric::{Row, Rubric};
use super::step::{Choice, Step};

/// One part of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The settings above all sections.
    Settings(Settings),
    /// A step.
    Step(Step),
    /// The criteria.
    Criteria(Rubric),
    /// A heading and a text: everything else.
    Plain {
        /// The heading.
        title: String,
        /// The text: Markdown.
        text: String,
    },
    /// What no form can show, as it is written.
    Raw(String),
}

/// What a button asks for: `add-choice`, `remove-row-2`, `up-part-1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// `add`, `remove`, `up` or `down`.
    pub verb: String,
    /// `choice`, `row`, `column`, `part`, or `section` for the part itself.
    pub list: String,
    /// The place, from 0.
    pub place: usize,
}

/// The most rows of a list.
const MOST: usize = 30;
/// The most columns of the criteria.
const MOST_COLUMNS: usize = 10;

impl Part {
    /// The part at a place: the settings, or a section from 0.
    pub fn of(outline: &Outline, place: Option<usize>) -> Option<Part> {
        let Some(place) = place else {
            let settings = Settings::of(&outline.head).map(Part::Settings);
            return Some(settings.unwrap_or_else(|| Part::Raw(outline.head.clone())));
        };
        let section = outline.sections.get(place)?;
        let raw = || Part::Raw(format!("{}{}", section.heading, section.body));
        Some(match section.sort() {
            Sort::Step(_) => Step::of(section).map_or_else(raw, Part::Step),
            Sort::Criteria => Rubric::of(section).map_or_else(raw, Part::Criteria),
            Sort::Plain(key) if key.is_empty() => raw(),
            Sort::End(_) | Sort::Plain(_) => {
                Part::Plain { title: section.title(), text: section.text().trim_end().to_owned() }
            }
        })
    }

    /// Writes it back to its place.
    pub fn write(&self, outline: &mut Outline, place: Option<usize>) {
        let section = place.and_then(|place| outline.sections.get_mut(place));
        match (self, section) {
            (Part::Settings(settings), None) if place.is_none() => settings.write(&mut outline.head),
            (Part::Raw(text), None) if place.is_none() => outline.head = closed(text),
            (Part::Step(step), Some(section)) => step.write(section),
            (Part::Criteria(rubric), Some(section)) => rubric.write(section),
            (Part::Plain { title, text }, Some(section)) => {
                section.head(&section.words().join(" "), title);
                section.put(text);
            }
            (Part::Raw(text), Some(section)) => {
                let text = closed(text);
                let end = text.find('\n').map_or(text.len(), |end| end + 1);
                let (heading, body) = text.split_at(end);
                *section = Section { heading: heading.to_owned(), body: body.to_owned() };
            }
            _ => {}
        }
    }

    /// The word by which the form says what it holds.
    pub fn kind(&self) -> &'static str {
        match self {
            Part::Settings(_) => "settings",
            Part::Step(_) => "step",
            Part::Criteria(_) => "criteria",
            Part::Plain { .. } => "plain",
            Part::Raw(_) => "raw",
        }
    }

    /// Adds, removes or moves a row.
    pub fn apply(&mut self, command: &Command) {
        let adds = |rows: usize, most: usize| command.verb == "add" && rows < most;
        match (self, command.list.as_str()) {
            (Part::Step(step), "choice") if adds(step.choices.len(), MOST) => step.add_choice(),
            (Part::Step(step), "choice") => command.on(&mut step.choices),
            (Part::Criteria(rubric), "row") if adds(rubric.rows.len(), MOST) => rubric.add_row(),
            (Part::Criteria(rubric), "row") => command.on(&mut rubric.rows),
            (Part::Criteria(rubric), "column") if adds(rubric.points.len(), MOST_COLUMNS) => {
                rubric.add_column()
            }
            (Part::Criteria(rubric), "column") if command.verb == "remove" => {
                rubric.remove_column(command.place)
            }
            (Part::Settings(settings), "part") if command.verb == "add" => settings.parts.push(Handed {
                key: format!("part-{}", settings.parts.len() + 1),
                kind: "text".to_owned(),
                ..Handed::default()
            }),
            (Part::Settings(settings), "part") => command.on(&mut settings.parts),
            _ => {}
        }
    }

    /// Reads what was typed: `value` gives a field as it was typed, `ticked` says whether a box is.
    pub fn typed(kind: &str, value: &dyn Fn(&str) -> String, ticked: &dyn Fn(&str) -> bool) -> Option<Part> {
        Some(match kind {
            "settings" => Part::Settings(settings(value, ticked)),
            "step" => Part::Step(step(value, ticked)),
            "criteria" => Part::Criteria(rubric(value, ticked)),
            "plain" => Part::Plain { title: value("title"), text: value("text") },
            "raw" => Part::Raw(value("text")),
            _ => return None,
        })
    }
}

impl Command {
    /// Reads the value of a button.
    pub fn parse(text: &str) -> Option<Command> {
        let mut parts = text.split('-');
        let (verb, list) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        let place = parts.next().map_or(Some(0), |place| place.parse().ok())?;
        ["add", "remove", "up", "down"].contains(&verb.as_str()).then_some(Command { verb, list, place })
    }

    fn on<T>(&self, rows: &mut Vec<T>) {
        let last = rows.len().saturating_sub(1);
        match self.verb.as_str() {
            "remove" if self.place < rows.len() => drop(rows.remove(self.place)),
            "up" if self.place > 0 && self.place <= last => rows.swap(self.place, self.place - 1),
            "down" if self.place < last => rows.swap(self.place, self.place + 1),
            _ => {}
        }
    }
}

fn closed(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() { String::new() } else { format!("{text}\n\n") }
}

fn settings(value: &dyn Fn(&str) -> String, ticked: &dyn Fn(&str) -> bool) -> Settings {
    use crate::kernel::{Language, Localised};
    let part = |place: usize| {
        let name = |rest: &str| format!("part-{place}-{rest}");
        let mut title = Localised::default();
        for language in Language::ALL {
            title.put(language, one_line(&value(&name(&format!("title-{}", language.tag())))));
        }
        let kind = value(&name("kind"));
        let sorts = ["pdf", "image", "office", "text"].into_iter();
        let accepts = sorts.filter(|sort| kind == "file" && ticked(&name(sort))).map(str::to_owned);
        Handed {
            key: value(&name("key")).trim().to_owned(),
            title,
            required: ticked(&name("required")),
            accepts: accepts.collect(),
            kind,
        }
    };
    let number = |name: &str| value(name).trim().to_owned();
    Settings {
        pass_points: number("pass_points"),
        submissions: number("submissions"),
        takes_text: ticked("takes_text"),
        takes_files: ticked("takes_files"),
        max_files: number("max_files"),
        due_days: number("due_days"),
        replay: ticked("replay"),
        team: ticked("team"),
        team_least: number("team_least"),
        team_most: number("team_most"),
        self_assessment: Some(value("self_assessment"))
            .filter(|word| ["offered", "required"].contains(&word.as_str()))
            .unwrap_or_default(),
        parts: (0..MOST).take_while(|place| ticked(&format!("part-{place}-kind"))).map(part).collect(),
    }
}

fn step(value: &dyn Fn(&str) -> String, ticked: &dyn Fn(&str) -> bool) -> Step {
    let choice = |place: usize| Choice {
        key: value(&format!("choice-{place}-key")).trim().to_owned(),
        next: value(&format!("choice-{place}-next")).trim().to_owned(),
        words: trimmed(&value(&format!("choice-{place}-words"))),
    };
    let in_words = value("decided") == "words";
    let mut step = Step {
        key: value("key").trim().to_owned(),
        title: one_line(&value("title")),
        minutes: value("minutes").trim().to_owned(),
        facts: trimmed(&value("facts")),
        question: one_line(&value("question")),
        detail: trimmed(&value("detail")),
        choices: (0..MOST).take_while(|place| ticked(&format!("choice-{place}-words"))).map(choice).collect(),
        in_words,
        words_next: if in_words { value("words_next").trim().to_owned() } else { String::new() },
        timeout_next: value("timeout_next").trim().to_owned(),
    };
    if in_words {
        step.choices.clear();
    }
    step.name_choices();
    step
}

fn rubric(value: &dyn Fn(&str) -> String, ticked: &dyn Fn(&str) -> bool) -> Rubric {
    let points: Vec<String> = (0..MOST_COLUMNS)
        .take_while(|place| ticked(&format!("points-{place}")))
        .map(|place| one_line(&value(&format!("points-{place}"))))
        .collect();
    let row = |place: usize| Row {
        key: value(&format!("row-{place}-key")).trim().to_owned(),
        steps: value(&format!("row-{place}-steps"))
            .split([',', ' '])
            .filter(|key| !key.is_empty())
            .collect::<Vec<_>>()
            .join(","),
        weight: value(&format!("row-{place}-weight")).trim().to_owned(),
        title: one_line(&value(&format!("row-{place}-title"))),
        levels: (0..points.len())
            .map(|level| one_line(&value(&format!("row-{place}-level-{level}"))))
            .collect(),
    };
    let rows = (0..MOST).take_while(|place| ticked(&format!("row-{place}-title"))).map(row).collect();
    let mut rubric = Rubric { corner: one_line(&value("corner")), points, rows };
    rubric.name_rows();
    rubric
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without empty lines around it, its line ends as they are kept.
fn trimmed(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim_matches('\n').trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_adds_and_moves_rows() {
        let mut part = Part::Step(Step::default());
        for button in ["add-choice", "add-choice", "up-choice-1"] {
            part.apply(&Command::parse(button).unwrap());
        }
        let Part::Step(step) = part else { unreachable!() };
        assert_eq!(
            step.choices.iter().map(|choice| choice.key.as_str()).collect::<Vec<_>>(),
            ["choice-2", "choice-1"]
        );
        assert_eq!(Command::parse("save"), None);
    }

    #[test]
    fn what_the_form_cannot_show_is_changed_as_it_is_written() {
        let text = "## {criteria} К\n\nне таблица\n\n## {task} Т\n\nдело\n";
        let mut outline = Outline::of(text);
        let Some(Part::Raw(raw)) = Part::of(&outline, Some(0)) else { panic!("a form for what has none") };
        Part::Raw(raw.replace("не таблица", "\r\nчто угодно")).write(&mut outline, Some(0));
        assert!(outline.text().contains("что угодно\n\n## {task} Т"), "{}", outline.text());
    }
}
