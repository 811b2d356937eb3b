//! The lesson's page, its print, and the page of a lesson that is not open yet.

use super::actions::{Lesson as Opened, Preview as Previewed, Reading, Text};
use super::rules;
use crate::kernel::{ActivityId, EnrolmentId, Language, Localised, Permille, dates};
use crate::programmes::rules::Source;
use crate::programmes::rules::links::{Addresses, linked};
use crate::programmes::rules::words::ActivityKind;
use crate::programmes::store::ActivityRow;
use crate::progress::actions::Standing;
use crate::progress::rules::{ActivityFact, missing_before};
use crate::progress::views::course::address;
use crate::render::SafeHtml;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

mod samples;

/// The addresses of an enrolment's own pages.
pub struct OwnAddresses<'s> {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Every activity.
    pub facts: &'s [ActivityFact],
}

impl Addresses for OwnAddresses<'_> {
    fn media(&self, path: &str) -> String {
        paths::lesson_media(self.enrolment, path)
    }

    fn activity(&self, key: &str) -> Option<String> {
        let fact = self.facts.iter().find(|fact| fact.key == key)?;
        Some(address(self.enrolment, fact))
    }
}

/// The addresses of a preview: only lessons have one.
struct PreviewAddresses<'s> {
    lesson: ActivityId,
    activities: &'s [ActivityRow],
}

impl Addresses for PreviewAddresses<'_> {
    fn media(&self, path: &str) -> String {
        paths::preview_media(self.lesson, path)
    }

    fn activity(&self, key: &str) -> Option<String> {
        self.activities.iter().find(|row| row.key == key).and_then(preview_address)
    }
}

fn preview_address(row: &ActivityRow) -> Option<String> {
    (row.kind == ActivityKind::Lesson).then(|| paths::lesson_preview(row.id))
}

/// A lesson in front of a reader.
#[derive(Debug, Serialize)]
pub struct Lesson {
    title: String,
    course: Link,
    module: String,
    language: &'static str,
    is_fallback: bool,
    reading_minutes: i32,
    takeaways: Vec<String>,
    html: SafeHtml,
    self_check: Vec<SelfCheck>,
    sources: Vec<String>,
    reading_url: String,
    is_read: bool,
    is_over: bool,
    is_preview: bool,
    resume: Option<Link>,
    place_url: String,
    place: i32,
    previous: Link,
    next: Link,
    print_url: String,
    opened: bool,
}

/// Where a link leads; empty where there is nothing.
#[derive(Debug, Default, Serialize)]
struct Link {
    title: String,
    url: String,
}

#[derive(Debug, Serialize)]
struct SelfCheck {
    question: String,
    answer: String,
}

impl Lesson {
    /// The page of a lesson in an edition.
    pub fn new(lesson: &Opened, reader: &Reader) -> Lesson {
        let (enrolment, facts) = (lesson.standing.enrolment.id, &lesson.standing.facts);
        let id = lesson.fact.id;
        let open = lesson.reading == Reading::Open;
        let (before, after) = rules::neighbours(facts, id);
        let neighbour = |fact: &ActivityFact| Link {
            title: fact.title.for_reader(reader.language).to_owned(),
            url: address(enrolment, fact),
        };
        let keeps_place = matches!(lesson.reading, Reading::Open | Reading::Done);
        Lesson {
            course: Link {
                title: lesson.text.programme.for_reader(reader.language).to_owned(),
                url: paths::course(enrolment),
            },
            reading_url: if open { paths::lesson_reading(enrolment, id) } else { String::new() },
            is_read: lesson.reading == Reading::Done,
            is_over: lesson.reading == Reading::Over,
            is_preview: lesson.reading == Reading::Preview,
            resume: resume(&lesson.text.body.html, lesson.place).filter(|_| open),
            place_url: if keeps_place { paths::lesson_place(enrolment, id) } else { String::new() },
            place: lesson.place.0,
            previous: before.map(neighbour).unwrap_or_default(),
            next: after.map(neighbour).unwrap_or_default(),
            print_url: format!("{}?print", paths::lesson(enrolment, id)),
            title: lesson.fact.title.for_reader(reader.language).to_owned(),
            ..Lesson::of_text(&lesson.text, reader, &OwnAddresses { enrolment, facts })
        }
    }

    /// The page of a lesson outside of any edition.
    pub fn preview(preview: &Previewed, reader: &Reader) -> Lesson {
        let (slug, number) = &preview.programme;
        let lessons: Vec<&ActivityRow> =
            preview.activities.iter().filter(|row| row.kind == ActivityKind::Lesson).collect();
        let place = lessons.iter().position(|row| row.id == preview.activity.id).unwrap_or_default();
        let neighbour = |row: &&ActivityRow| Link {
            title: row.title.0.for_reader(reader.language).to_owned(),
            url: paths::lesson_preview(row.id),
        };
        let to = PreviewAddresses { lesson: preview.activity.id, activities: &preview.activities };
        Lesson {
            course: Link {
                title: preview.text.programme.for_reader(reader.language).to_owned(),
                url: paths::programme_version(slug, *number),
            },
            is_preview: true,
            previous: place
                .checked_sub(1)
                .and_then(|before| lessons.get(before))
                .map(neighbour)
                .unwrap_or_default(),
            next: lessons.get(place + 1).map(neighbour).unwrap_or_default(),
            print_url: format!("{}?print", paths::lesson_preview(preview.activity.id)),
            title: preview.activity.title.0.for_reader(reader.language).to_owned(),
            ..Lesson::of_text(&preview.text, reader, &to)
        }
    }

    fn of_text(text: &Text, reader: &Reader, to: &impl Addresses) -> Lesson {
        let body = &text.body;
        let checks = body.self_check.iter();
        Lesson {
            title: String::new(),
            course: Link::default(),
            module: text.module.for_reader(reader.language).to_owned(),
            language: text.language.tag(),
            is_fallback: text.language != reader.language,
            reading_minutes: body.reading_minutes.0,
            takeaways: body.takeaways.clone(),
            html: SafeHtml::trusted(linked(&body.html, to)),
            self_check: checks
                .map(|check| SelfCheck { question: check.question.clone(), answer: check.answer.clone() })
                .collect(),
            sources: body.sources.iter().map(source_line).collect(),
            reading_url: String::new(),
            is_read: false,
            is_over: false,
            is_preview: false,
            resume: None,
            place_url: String::new(),
            place: 0,
            previous: Link::default(),
            next: Link::default(),
            print_url: String::new(),
            opened: false,
        }
    }
}

fn resume(html: &str, place: Permille) -> Option<Link> {
    let heading = rules::heading_at(html, place).filter(|_| rules::worth_resuming(place))?;
    Some(Link { title: heading.title, url: format!("#{}", heading.id) })
}

/// «Author. Title, year (note)».
pub fn source_line(source: &Source) -> String {
    let note = source.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{}. {}, {}{note}", source.author.trim_end_matches('.'), source.title, source.year)
}

impl View for Lesson {
    const TEMPLATE: &'static str = "pages/lessons/show";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<Lesson> {
        samples::lessons()
    }
}

/// The same lesson made for paper.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Print(Lesson);

impl From<Lesson> for Print {
    fn from(lesson: Lesson) -> Print {
        // Paper cannot be unfolded.
        Print(Lesson { opened: true, ..lesson })
    }
}

impl View for Print {
    const TEMPLATE: &'static str = "pages/lessons/print";
    const LAYOUT: &'static str = "layouts/print";

    fn title(&self) -> Title {
        self.0.title()
    }

    fn samples() -> Vec<Print> {
        samples::lessons().into_iter().map(Print::from).collect()
    }
}

/// A lesson that is not open yet, with the reason and what to do first.
#[derive(Debug, Serialize)]
pub struct Closed {
    title: String,
    edition: String,
    course_url: String,
    starts_on: String,
    waits_for: Vec<String>,
    question: Option<String>,
    first: Option<First>,
}

#[derive(Debug, Serialize)]
struct First {
    title: String,
    url: String,
    key: &'static str,
}

impl Closed {
    /// Other activities come first.
    pub fn locked(standing: &Standing, fact: &ActivityFact, reader: &Reader) -> Closed {
        let (enrolment, facts) = (standing.enrolment.id, &standing.facts);
        let say = |text: &Localised| text.for_reader(reader.language).to_owned();
        Closed {
            waits_for: missing_before(fact, facts).into_iter().map(say).collect(),
            question: fact.question.as_ref().map(|question| say(&question.text)),
            first: rules::first_to_do(fact, facts).map(|first| First {
                title: say(&first.title),
                url: address(enrolment, first),
                key: first_key(first.kind),
            }),
            ..Closed::of(standing, fact, reader.language)
        }
    }

    /// The edition has not begun.
    pub fn ahead(standing: &Standing, fact: &ActivityFact, reader: &Reader) -> Closed {
        Closed {
            starts_on: dates::date(reader.language, standing.edition.starts_on),
            ..Closed::of(standing, fact, reader.language)
        }
    }

    fn of(standing: &Standing, fact: &ActivityFact, language: Language) -> Closed {
        Closed {
            title: fact.title.for_reader(language).to_owned(),
            edition: standing.edition.title.clone(),
            course_url: paths::course(standing.enrolment.id),
            starts_on: String::new(),
            waits_for: Vec::new(),
            question: None,
            first: None,
        }
    }
}

/// What to do with the first activity, in words.
fn first_key(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Lesson => "lessons-first-lesson",
        ActivityKind::Quiz => "lessons-first-quiz",
        ActivityKind::Case => "lessons-first-case",
        ActivityKind::Session | ActivityKind::Game | ActivityKind::Placement | ActivityKind::Hackathon => {
            "lessons-first-meeting"
        }
    }
}

impl View for Closed {
    const TEMPLATE: &'static str = "pages/lessons/closed";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<Closed> {
        samples::closed()
    }
}
