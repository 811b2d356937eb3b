//! A setup and an exception as somebody typed them, and what they become when nothing is wrong with them.

use super::presets::Preset;
use super::setup::{Changes, Edge, Filter, Section, Settings, Source, Window};
use crate::kernel::{Fault, Minutes, Permille, Problem, QuestionId, ZoneName};
use crate::programmes::rules::quiz::QuizSettings;
use crate::programmes::rules::words::{Behaviour, Counting, Layout, Release, Word};
use crate::questions::rules::{QuestionKind, filter};
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// The most sections of a quiz.
pub const SECTIONS: usize = 12;
/// The most questions of a section.
pub const SECTION_QUESTIONS: i32 = 500;
const TITLE_LIMIT: usize = 200;
const PASSWORD_LIMIT: usize = 100;
const REASON_LIMIT: usize = 500;

/// Every field of a form as text; what is missing is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft(pub BTreeMap<String, String>);

/// What becomes of the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Password {
    /// It stays as it is, or there stays none.
    Keep,
    /// There is none from now on.
    None,
    /// It is this from now on.
    New(String),
}

/// A setup with nothing wrong about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupInput {
    /// How the quiz is taken, and when.
    pub settings: Settings,
    /// Its sections; none for the programme's own questions.
    pub sections: Vec<SectionInput>,
    /// What becomes of the password.
    pub password: Password,
}

/// A section, whose fixed questions may still have to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SectionInput {
    /// As it stands.
    Known(Section),
    /// What a filter finds at this moment, in its order, and from then on always that.
    Find {
        /// Its title.
        title: String,
        /// What is meant.
        filter: Filter,
    },
}

/// An exception with nothing wrong about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExceptionInput {
    /// What it changes.
    pub changes: Changes,
    /// Why.
    pub reason: String,
}

impl Draft {
    /// A field.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The draft of a setup, for its form.
    pub fn of(settings: &Settings, sections: &[Section]) -> Draft {
        let quiz = &settings.quiz;
        let mut draft = Draft::default();
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        draft.put("pass_percent", number(quiz.pass.map(|pass| pass.as_percent().into())));
        draft.put("attempts", number(quiz.attempts.map(Into::into)));
        draft.put("time_limit_minutes", number(quiz.time_limit.map(|limit| limit.0.into())));
        draft.put("draw", number(quiz.draw.map(Into::into)));
        draft.put("delay_minutes", number(quiz.delay.map(|delay| delay.0.into())));
        draft.put("grace_seconds", quiz.grace_seconds.to_string());
        draft.put("tries", quiz.tries.to_string());
        draft.put("preset", Preset::of(quiz).as_str().to_owned());
        draft.put("behaviour", quiz.behaviour.as_str().to_owned());
        draft.put("release", quiz.release.as_str().to_owned());
        draft.put("counting", quiz.counting.as_str().to_owned());
        draft.put("layout", quiz.layout.as_str().to_owned());
        for (name, on) in [("shuffle", quiz.shuffle), ("diagnostic", quiz.diagnostic), ("drill", quiz.drill)]
        {
            if on {
                draft.put(name, "on".to_owned());
            }
        }
        draft.put_window(settings.window.opens, settings.window.closes);
        (1..).zip(sections).for_each(|(place, section)| draft.put_section(place, section));
        draft
    }

    fn put(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    fn put_window(&mut self, opens: Option<Edge>, closes: Option<Edge>) {
        for (name, edge) in [("opens", opens), ("closes", closes)] {
            let on = edge.map(|edge| edge.on.to_string()).unwrap_or_default();
            let at = edge.map(|edge| edge.at.format("%H:%M").to_string()).unwrap_or_default();
            self.put(&format!("{name}_on"), on);
            self.put(&format!("{name}_at"), at);
        }
    }

    fn put_section(&mut self, place: i32, section: &Section) {
        let name = |rest: &str| format!("section-{place}-{rest}");
        self.put(&name("title"), section.title.clone());
        match &section.source {
            Source::Fixed { questions } => {
                self.put(&name("from"), "fixed".to_owned());
                for (order, id) in (1..).zip(questions) {
                    self.put(&name(&format!("order-{id}")), i32::to_string(&order));
                }
            }
            Source::Random { count, filter } => {
                self.put(&name("from"), "random".to_owned());
                self.put(&name("count"), count.to_string());
                let category = filter.category.map(|id| id.to_string()).unwrap_or_default();
                self.put(&name("category"), category);
                self.put(&name("tags"), filter.tags.join(", "));
                let kind = filter.kind.map(Word::as_str).unwrap_or_default();
                self.put(&name("kind"), kind.to_owned());
            }
        }
    }

    /// The typed texts as a setup.
    ///
    /// # Errors
    /// `Invalid` with every fault at once.
    pub fn setup(&self, zone: ZoneName) -> Result<SetupInput, Problem> {
        let mut read = Reading { draft: self, faults: Vec::new() };
        let quiz = read.quiz();
        let window = read.window(zone);
        let sections = (1..=SECTIONS).filter_map(|place| read.section(place)).collect();
        let password = read.password();
        let Reading { mut faults, .. } = read;
        faults.extend(contradictions(&quiz));
        let settings = Settings { quiz, window };
        if faults.is_empty() {
            Ok(SetupInput { settings, sections, password })
        } else {
            Err(Problem::invalid(faults))
        }
    }

    /// The typed texts as an exception.
    ///
    /// # Errors
    /// `Invalid` with every fault at once.
    pub fn exception(&self, zone: ZoneName) -> Result<ExceptionInput, Problem> {
        let mut read = Reading { draft: self, faults: Vec::new() };
        let window = read.window(zone);
        let changes = Changes {
            opens: window.opens,
            closes: window.closes,
            time_limit: read.whole("time_limit_minutes", (1, 600)).map(Minutes),
            attempts: read.whole("attempts", (1, 100)).and_then(|attempts| u32::try_from(attempts).ok()),
        };
        let input = ExceptionInput { changes, reason: self.text("reason").to_owned() };
        let mut faults = read.faults;
        // A field that cannot be read says so; that it changes nothing then is no news.
        let unread = !faults.is_empty();
        faults.extend(faults_of(&input).into_iter().filter(|fault| !unread || fault.field == "reason"));
        if faults.is_empty() { Ok(input) } else { Err(Problem::invalid(faults)) }
    }
}

/// Settings that cannot be meant together, as faults of the fields that say so.
pub fn contradictions(quiz: &QuizSettings) -> Vec<Fault> {
    let checks = matches!(quiz.behaviour, Behaviour::Immediate | Behaviour::Interactive);
    let each = quiz.release == Release::AfterEach;
    let found = [
        (each && !checks, "release", "release-needs-checking"),
        (checks && !each, "behaviour", "checking-needs-release"),
        (quiz.drill && quiz.attempts.is_some(), "attempts", "drill-without-limit"),
        (quiz.drill && quiz.delay.is_some(), "delay_minutes", "drill-without-limit"),
        (quiz.diagnostic && quiz.pass.is_some(), "pass_percent", "diagnostic-without-pass"),
        (!quiz.diagnostic && quiz.pass.is_none(), "pass_percent", "required"),
        (quiz.grace_seconds > 0 && quiz.time_limit.is_none(), "grace_seconds", "grace-without-limit"),
    ];
    found.into_iter().filter(|(wrong, _, _)| *wrong).map(|(_, field, code)| Fault::new(field, code)).collect()
}

/// Numbers that no setup may have, as faults; a form refuses them field by field.
pub fn out_of_bounds(quiz: &QuizSettings) -> Vec<Fault> {
    let unsigned = |number: u32| i64::from(number);
    let numbers = [
        ("pass", quiz.pass.map(|pass| i64::from(pass.0)), (10, 1000)),
        ("attempts", quiz.attempts.map(unsigned), (1, 100)),
        ("time_limit", quiz.time_limit.map(|limit| i64::from(limit.0)), (1, 600)),
        ("draw", quiz.draw.map(unsigned), (1, 1000)),
        ("tries", Some(unsigned(quiz.tries)), (2, 10)),
        ("delay", quiz.delay.map(|delay| i64::from(delay.0)), (1, 100_000)),
        ("grace_seconds", Some(unsigned(quiz.grace_seconds)), (0, 600)),
    ];
    let wrong = |(field, number, (low, high)): (&str, Option<i64>, (i64, i64))| {
        number.filter(|number| !(low..=high).contains(number))?;
        Some(Fault::new(field, "out-of-range").with("low", low).with("high", high))
    };
    numbers.into_iter().filter_map(wrong).collect()
}

/// What is wrong with an exception.
pub fn faults_of(input: &ExceptionInput) -> Vec<Fault> {
    let changes = &input.changes;
    let mut faults = Vec::new();
    if input.reason.is_empty() {
        faults.push(Fault::new("reason", "required"));
    }
    if input.reason.chars().count() > REASON_LIMIT {
        faults.push(Fault::new("reason", "too-long").with("limit", REASON_LIMIT));
    }
    if *changes == Changes::default() {
        faults.push(Fault::new("time_limit_minutes", "exception-empty"));
    }
    if changes.time_limit.is_some_and(|limit| !(1..=600).contains(&limit.0)) {
        faults.push(Fault::new("time_limit_minutes", "out-of-range").with("low", 1).with("high", 600));
    }
    if changes.attempts.is_some_and(|attempts| !(1..=100).contains(&attempts)) {
        faults.push(Fault::new("attempts", "out-of-range").with("low", 1).with("high", 100));
    }
    faults
}

struct Reading<'d> {
    draft: &'d Draft,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn fault(&mut self, field: &str, code: &'static str) {
        self.faults.push(Fault::new(field, code));
    }

    fn quiz(&mut self) -> QuizSettings {
        let usual = QuizSettings::default();
        let unsigned = |number: Option<i32>| number.and_then(|number| u32::try_from(number).ok());
        let preset = self.word("preset", Preset::Own);
        // What a preset sets is not asked: the fields of one's own choice may say anything.
        let own = preset == Preset::Own;
        let quiz = QuizSettings {
            pass: self.whole("pass_percent", (1, 100)).map(Permille::percent),
            attempts: unsigned(self.whole("attempts", (1, 100))),
            time_limit: self.whole("time_limit_minutes", (1, 600)).map(Minutes),
            shuffle: self.draft.ticked("shuffle"),
            draw: unsigned(self.whole("draw", (1, 1000))),
            diagnostic: self.draft.ticked("diagnostic"),
            release: if own { self.word("release", usual.release) } else { usual.release },
            behaviour: if own { self.word("behaviour", usual.behaviour) } else { usual.behaviour },
            tries: unsigned(self.whole("tries", (2, 10))).unwrap_or(usual.tries),
            counting: self.word::<Counting>("counting", usual.counting),
            delay: self.whole("delay_minutes", (1, 100_000)).map(Minutes),
            grace_seconds: unsigned(self.whole("grace_seconds", (0, 600))).unwrap_or(0),
            drill: self.draft.ticked("drill"),
            layout: self.word::<Layout>("layout", usual.layout),
        };
        preset.applied(quiz)
    }

    /// A whole number within bounds, or nothing.
    fn whole(&mut self, field: &str, (low, high): (i32, i32)) -> Option<i32> {
        let text = self.draft.text(field);
        if text.is_empty() {
            return None;
        }
        match text.parse() {
            Ok(number) if (low..=high).contains(&number) => Some(number),
            Ok(_) => {
                self.faults.push(Fault::new(field, "out-of-range").with("low", low).with("high", high));
                None
            }
            Err(_) => {
                self.fault(field, "not-a-number");
                None
            }
        }
    }

    fn word<W: Word>(&mut self, field: &str, usual: W) -> W {
        match self.draft.text(field) {
            "" => usual,
            text => W::parse(text).unwrap_or_else(|| {
                self.fault(field, "choose-one");
                usual
            }),
        }
    }

    fn line(&mut self, field: &str, limit: usize) -> String {
        let text = self.draft.text(field).to_owned();
        if text.chars().count() > limit {
            self.faults.push(Fault::new(field, "too-long").with("limit", limit));
        }
        text
    }

    fn window(&mut self, zone: ZoneName) -> Window {
        let opens = self.edge("opens", zone);
        let closes = self.edge("closes", zone);
        if opens.zip(closes).is_some_and(|(opens, closes)| closes.instant <= opens.instant) {
            self.fault("closes_on", "end-before-start");
        }
        Window { opens, closes }
    }

    /// A day and a time; a day without a time is its midnight.
    fn edge(&mut self, name: &str, zone: ZoneName) -> Option<Edge> {
        let (on, at) = (format!("{name}_on"), format!("{name}_at"));
        let (day, time) = (self.draft.text(&on), self.draft.text(&at));
        if day.is_empty() {
            if !time.is_empty() {
                self.fault(&on, "required");
            }
            return None;
        }
        let date = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|f| NaiveDate::parse_from_str(day, f).ok());
        let time = match time {
            "" => Some(NaiveTime::MIN),
            text => {
                ["%H:%M", "%H:%M:%S", "%H.%M"].iter().find_map(|f| NaiveTime::parse_from_str(text, f).ok())
            }
        };
        if date.is_none() {
            self.fault(&on, "not-a-date");
        }
        if time.is_none() {
            self.fault(&at, "not-a-time");
        }
        Some(Edge::new(date?, time?, zone))
    }

    fn section(&mut self, place: usize) -> Option<SectionInput> {
        let name = |rest: &str| format!("section-{place}-{rest}");
        let from = self.draft.text(&name("from"));
        if from.is_empty() {
            return None;
        }
        let title = self.line(&name("title"), TITLE_LIMIT);
        if from == "fixed" {
            let chosen = self.chosen(&name("order-"), &name("newer-"));
            if !chosen.is_empty() && !self.draft.ticked(&name("refill")) {
                return Some(SectionInput::Known(Section {
                    title,
                    source: Source::Fixed { questions: chosen },
                }));
            }
        }
        let kind = match self.draft.text(&name("kind")) {
            "" => None,
            text => QuestionKind::parse(text),
        };
        let tags = filter::tags(self.draft.text(&name("tags"))).unwrap_or_else(|code| {
            let limit = if code == "tag-too-long" { filter::TAG_LIMIT } else { filter::MOST_TAGS };
            self.faults.push(Fault::new(name("tags"), code).with("limit", limit));
            Vec::new()
        });
        let filter = Filter { category: self.draft.text(&name("category")).parse().ok(), tags, kind };
        if from == "fixed" {
            return Some(SectionInput::Find { title, filter });
        }
        let count = self.whole(&name("count"), (1, SECTION_QUESTIONS));
        if count.is_none() && self.draft.text(&name("count")).is_empty() {
            self.fault(&name("count"), "required");
        }
        let count = u32::try_from(count?).ok()?;
        Some(SectionInput::Known(Section { title, source: Source::Random { count, filter } }))
    }

    /// The questions with a place, in the order of their places; those without are left out. A newer version that is
    /// ticked takes the place of its question.
    fn chosen(&mut self, prefix: &str, newer: &str) -> Vec<QuestionId> {
        let ticked = self.draft.0.keys().filter_map(|field| field.strip_prefix(newer)?.split_once('-'));
        let newer: BTreeMap<QuestionId, QuestionId> =
            ticked.filter_map(|(old, new)| Some((old.parse().ok()?, new.parse().ok()?))).collect();
        let mut placed = Vec::new();
        for (field, text) in self.draft.0.iter().filter(|(_, text)| !text.trim().is_empty()) {
            let Some(id) = field.strip_prefix(prefix).and_then(|id| id.parse().ok()) else { continue };
            match text.trim().parse::<i32>() {
                Ok(order) => placed.push((order, newer.get(&id).copied().unwrap_or(id))),
                Err(_) => self.faults.push(Fault::new(field, "not-a-number")),
            }
        }
        placed.sort_unstable();
        placed.into_iter().map(|(_, id)| id).collect()
    }

    fn password(&mut self) -> Password {
        let text = self.line("password", PASSWORD_LIMIT);
        match (self.draft.ticked("no_password"), text.is_empty()) {
            (true, true) => Password::None,
            (false, true) => Password::Keep,
            (true, false) => {
                self.fault("password", "password-or-none");
                Password::Keep
            }
            (false, false) => Password::New(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(fields: &[(&str, &str)]) -> Draft {
        Draft(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn faults(problem: &Problem) -> Vec<(&str, &str)> {
        problem.faults.iter().map(|fault| (fault.field.as_str(), fault.code.as_str())).collect()
    }

    #[test]
    fn a_setup_survives_its_own_form() {
        let zone = ZoneName::MOSCOW;
        let edge = |day: &str| Edge::new(day.parse().unwrap(), "09:30:00".parse().unwrap(), zone);
        let quiz = QuizSettings {
            pass: Some(Permille(700)),
            time_limit: Some(Minutes(40)),
            shuffle: true,
            grace_seconds: 30,
            delay: Some(Minutes(60)),
            counting: Counting::Last,
            layout: Layout::OneQuestion,
            ..QuizSettings::default()
        };
        let window = Window { opens: Some(edge("2026-10-01")), closes: Some(edge("2026-10-08")) };
        let settings = Settings { quiz, window };
        let filter = Filter { tags: vec!["нко".into(), "право".into()], ..Filter::default() };
        let sections = vec![
            Section {
                title: "Право".into(),
                source: Source::Fixed { questions: [7, 3, 5].map(QuestionId).to_vec() },
            },
            Section { title: String::new(), source: Source::Random { count: 5, filter } },
        ];
        let input = Draft::of(&settings, &sections).setup(zone).unwrap();
        assert_eq!(input.settings, settings);
        assert_eq!(input.password, Password::Keep);
        let known: Vec<SectionInput> = sections.into_iter().map(SectionInput::Known).collect();
        assert_eq!(input.sections, known);
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let typed = draft(&[
            ("pass_percent", "101"),
            ("attempts", "два"),
            ("grace_seconds", "30"),
            ("drill", "on"),
            ("delay_minutes", "5"),
            ("release", "after_each"),
            ("opens_on", "2026-10-08"),
            ("closes_on", "01.10.2026"),
            ("section-1-from", "random"),
            ("password", "секрет"),
            ("no_password", "on"),
        ]);
        let problem = typed.setup(ZoneName::MOSCOW).unwrap_err();
        let found = faults(&problem);
        for expected in [
            ("pass_percent", "out-of-range"),
            ("attempts", "not-a-number"),
            ("closes_on", "end-before-start"),
            ("section-1-count", "required"),
            ("password", "password-or-none"),
            ("release", "release-needs-checking"),
            ("delay_minutes", "drill-without-limit"),
            ("grace_seconds", "grace-without-limit"),
        ] {
            assert!(found.contains(&expected), "{expected:?}: {found:?}");
        }
    }

    #[test]
    fn a_preset_sets_both_and_contradictions_come_from_own_settings_alone() {
        let typed = [("pass_percent", "70"), ("release", "after_close"), ("behaviour", "interactive")];
        let with = |preset| draft(&[&typed[..], &[("preset", preset)]].concat()).setup(ZoneName::MOSCOW);
        for (preset, expected) in [
            ("attestation", (Release::MarksAfterClose, Behaviour::Deferred)),
            ("training", (Release::AfterSubmit, Behaviour::Deferred)),
            ("practice", (Release::AfterEach, Behaviour::Immediate)),
        ] {
            let quiz = with(preset).unwrap().settings.quiz;
            assert_eq!((quiz.release, quiz.behaviour), expected, "{preset}");
            assert_eq!(Draft::of(&Settings { quiz, ..Settings::default() }, &[]).text("preset"), preset);
        }
        for (preset, fault) in
            [("own", ("behaviour", "checking-needs-release")), ("exam", ("preset", "choose-one"))]
        {
            assert!(faults(&with(preset).unwrap_err()).contains(&fault), "{preset}");
        }
    }

    #[test]
    fn an_exception_says_what_and_why() {
        let problem = Draft::default().exception(ZoneName::MOSCOW).unwrap_err();
        assert_eq!(faults(&problem), [("reason", "required"), ("time_limit_minutes", "exception-empty")]);
        let input = draft(&[("reason", "болезнь"), ("attempts", "3")]).exception(ZoneName::MOSCOW).unwrap();
        assert_eq!(input.changes, Changes { attempts: Some(3), ..Changes::default() });
    }
}
