//! The quizzes of an edition, and the form of a setup: what holds, for whom a change will, and what is wrong.

use super::parts::Link;
use super::samples;
use super::sections::{self, Say, SectionRow};
use crate::editions::store::EditionRow;
use crate::kernel::{Fault, Language, dates};
use crate::programmes::rules::words::{Behaviour, Counting, Layout, Release, Word};
use crate::quizzes::actions::{Desk, QuizLine};
use crate::quizzes::rules::draft::Draft;
use crate::quizzes::rules::presets::Preset;
use crate::quizzes::rules::setup::{Edge, Settings};
use crate::quizzes::store::setups::PastRow;
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;
use std::collections::BTreeMap;

/// The list.
#[derive(Debug, Serialize)]
pub struct Quizzes {
    crumbs: Vec<Link>,
    quizzes: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    title: String,
    setup_url: String,
    exceptions_url: String,
    own: bool,
    minutes: Option<i32>,
    attempts: Option<u32>,
    opens: Option<String>,
    closes: Option<String>,
    exceptions: i64,
    under_way: i64,
    lacking: Option<Lacking>,
}

/// Fewer questions than were set, since some went into the archive.
#[derive(Debug, Serialize)]
struct Lacking {
    asked: usize,
    wanted: usize,
}

impl Lacking {
    fn of((asked, wanted): (usize, usize)) -> Lacking {
        Lacking { asked, wanted }
    }
}

fn edition_crumb(edition: &EditionRow) -> Link {
    Link { label: edition.title.clone(), url: paths::edition(edition.id) }
}

/// The end of a window as people of the edition read it.
pub(super) fn edge(edge: Option<Edge>, edition: &EditionRow, language: Language) -> Option<String> {
    edge.map(|edge| dates::day_and_time(language, edge.instant, edition.time_zone))
}

impl Quizzes {
    /// The quizzes of an edition.
    pub fn new(edition: &EditionRow, lines: &[QuizLine], reader: &Reader) -> Quizzes {
        let line = |line: &QuizLine| Line {
            title: line.title.for_reader(reader.language).to_owned(),
            setup_url: paths::quiz_setup(edition.id, line.id),
            exceptions_url: paths::quiz_exceptions(edition.id, line.id),
            own: line.setup.is_some(),
            minutes: line.settings.quiz.time_limit.map(|limit| limit.0),
            attempts: line.settings.quiz.attempts,
            opens: edge(line.settings.window.opens, edition, reader.language),
            closes: edge(line.settings.window.closes, edition, reader.language),
            exceptions: line.exceptions,
            under_way: line.under_way,
            lacking: line.lacking.map(Lacking::of),
        };
        Quizzes { crumbs: vec![edition_crumb(edition)], quizzes: lines.iter().map(line).collect() }
    }
}

impl View for Quizzes {
    const TEMPLATE: &'static str = "pages/quizzes/quizzes";

    fn title(&self) -> Title {
        Title::key("setups-list-title")
    }

    fn samples() -> Vec<Quizzes> {
        let desk = samples::desk();
        let line = |setup| QuizLine {
            id: desk.quiz,
            title: desk.title.clone(),
            setup,
            settings: desk.settings.clone(),
            exceptions: 2,
            under_way: 1,
            lacking: desk.lacking,
        };
        let lines = [line(None), line(Some(2))];
        vec![
            Quizzes::new(&desk.edition, &lines, &samples::reader()),
            Quizzes::new(&desk.edition, &[], &samples::reader()),
        ]
    }
}

/// The form.
#[derive(Debug, Serialize)]
pub struct SetupForm {
    crumbs: Vec<Link>,
    quiz: String,
    zone: &'static str,
    url: String,
    list_url: String,
    exceptions_url: String,
    own: bool,
    under_way: i64,
    lacking: Option<Lacking>,
    pool: usize,
    has_password: bool,
    form: BTreeMap<&'static str, Field>,
    on: BTreeMap<&'static str, bool>,
    presets: Vec<Choice>,
    behaviours: Vec<Choice>,
    releases: Vec<Choice>,
    countings: Vec<Choice>,
    layouts: Vec<Choice>,
    sections: Vec<SectionRow>,
    wrong: Vec<Field>,
    history: Vec<Past>,
}

#[derive(Debug, Serialize)]
struct Past {
    number: i32,
    when: String,
    who: Option<String>,
}

const FIELDS: [&str; 20] = [
    "preset",
    "pass_percent",
    "attempts",
    "time_limit_minutes",
    "draw",
    "delay_minutes",
    "grace_seconds",
    "tries",
    "behaviour",
    "release",
    "counting",
    "layout",
    "opens_on",
    "opens_at",
    "closes_on",
    "closes_at",
    "shuffle",
    "diagnostic",
    "drill",
    "password",
];

impl SetupForm {
    /// The setup that holds, to be changed.
    pub fn new(desk: &Desk, reader: &Reader, say: Say<'_>) -> SetupForm {
        let sections = desk.setup.as_ref().map_or(&[][..], |setup| setup.sections.0.as_slice());
        SetupForm::of(desk, (&Draft::of(&desk.settings, sections), &[]), reader, say)
    }

    /// The form as it was typed, with what is wrong with it.
    pub fn of(desk: &Desk, (draft, faults): (&Draft, &[Fault]), reader: &Reader, say: Say<'_>) -> SetupForm {
        // A password is never shown again, not even the one just typed.
        let shown = |name: &str| if name == "password" { "" } else { draft.text(name) };
        let form: BTreeMap<&'static str, Field> =
            FIELDS.iter().map(|name| (*name, Field::with_faults(name, shown(name), faults))).collect();
        let mut form = form;
        form.insert("no_password", Field::empty("no_password"));
        let rows = sections::rows(desk, draft, faults, (reader.language, say));
        let wrong = form.values().chain(sections::wrong(&rows)).filter(|field| !field.faults.is_empty());
        let (edition, quiz) = (desk.edition.id, desk.quiz);
        // A form that chose none set both one by one.
        let preset = Some(draft.text("preset")).filter(|preset| !preset.is_empty()).unwrap_or("own");
        SetupForm {
            crumbs: vec![
                edition_crumb(&desk.edition),
                Link { label: say("setups-list-title"), url: paths::quiz_setups(edition) },
            ],
            quiz: desk.title.for_reader(reader.language).to_owned(),
            zone: desk.edition.time_zone.name(),
            url: paths::quiz_setup(edition, quiz),
            list_url: paths::quiz_setups(edition),
            exceptions_url: paths::quiz_exceptions(edition, quiz),
            own: desk.setup.is_some(),
            under_way: desk.under_way,
            lacking: desk.lacking.map(Lacking::of),
            pool: desk.pool,
            has_password: desk.setup.as_ref().is_some_and(|setup| setup.password_hash.is_some()),
            on: ["shuffle", "diagnostic", "drill"].map(|name| (name, draft.ticked(name))).into(),
            presets: words::<Preset>("setups-preset", preset, say),
            behaviours: words::<Behaviour>("setups-behaviour", draft.text("behaviour"), say),
            releases: words::<Release>("setups-release", draft.text("release"), say),
            countings: words::<Counting>("setups-counting", draft.text("counting"), say),
            layouts: words::<Layout>("setups-layout", draft.text("layout"), say),
            wrong: wrong.cloned().collect(),
            sections: rows,
            form,
            history: desk.history.iter().map(|row| past(row, desk, reader)).collect(),
        }
    }
}

fn past(row: &PastRow, desk: &Desk, reader: &Reader) -> Past {
    let given = row.given_name.as_deref().unwrap_or_default();
    let who = row.surname.as_ref().map(|surname| format!("{surname} {given}"));
    let when = dates::day_and_time(reader.language, row.set_at, desk.edition.time_zone);
    Past { number: row.number, when, who }
}

/// The words of a list as choices: `setups-release-after-each`.
fn words<W: Word>(prefix: &str, chosen: &str, say: Say<'_>) -> Vec<Choice> {
    let label = |word: &&str| say(&format!("{prefix}-{}", word.replace('_', "-")));
    W::WORDS.iter().map(|word| Choice::new(word, label(word), chosen)).collect()
}

impl View for SetupForm {
    const TEMPLATE: &'static str = "pages/quizzes/setup";

    fn title(&self) -> Title {
        Title::with("setups-title", vec![("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<SetupForm> {
        let (desk, say) = (samples::desk(), |key: &str| key.to_owned());
        let plain = Desk { setup: None, settings: Settings::default(), history: Vec::new(), ..desk.clone() };
        let draft = Draft::of(&desk.settings, &[]);
        let faults =
            [Fault::new("release", "release-needs-checking"), Fault::new("section-1-count", "required")];
        vec![
            SetupForm::new(&desk, &samples::reader(), &say),
            SetupForm::new(&plain, &samples::reader(), &say),
            SetupForm::of(&desk, (&draft, &faults), &samples::reader(), &say),
        ]
    }
}
