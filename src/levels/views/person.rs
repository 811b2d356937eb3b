//! One person: the levels and the statuses, what gave them, and what to do next.

use super::{Said, StatusLine, level_name, missing, said, samples};
use crate::kernel::{Word as _, dates};
use crate::levels::actions::{NextSession, PersonLevels, Section};
use crate::levels::rules::status::Status;
use crate::levels::rules::{Attested, Level};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct PersonPage {
    own: bool,
    name: String,
    registry_url: &'static str,
    empty_url: &'static str,
    empty_label_key: &'static str,
    sections: Vec<Part>,
}

/// An organisation.
#[derive(Debug, Clone, Serialize)]
struct Part {
    id: String,
    organisation: String,
    level: Option<String>,
    reached: Said,
    missing: Said,
    steps: Vec<Step>,
    cycles: Vec<Cycle>,
    certificate: Option<Cycle>,
    status: Option<StatusLine>,
    advice: Option<Said>,
    session: Option<Session>,
    running: Vec<Running>,
}

#[derive(Debug, Clone, Serialize)]
struct Step {
    name: String,
    asks: Said,
    reached: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Cycle {
    title: String,
    kind_key: String,
    number: String,
    date: String,
    url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Session {
    title: String,
    when: String,
    place: Option<String>,
    edition: String,
    url: String,
}

#[derive(Debug, Clone, Serialize)]
struct Running {
    title: String,
    url: String,
}

impl PersonPage {
    /// The page.
    pub fn new(levels: &PersonLevels, reader: &Reader) -> PersonPage {
        let (empty_url, empty_label_key) = if levels.own {
            (paths::PROFILE, "people-profile-title")
        } else {
            (paths::MENTORS, "levels-registry-title")
        };
        PersonPage {
            own: levels.own,
            name: levels.name.full(),
            registry_url: paths::MENTORS,
            empty_url,
            empty_label_key,
            sections: levels.sections.iter().map(|section| part(section, levels.own, reader)).collect(),
        }
    }
}

fn part(section: &Section, own: bool, reader: &Reader) -> Part {
    let (language, reached) = (reader.language, section.reached);
    let step = |level: &Level| {
        let asked = section.rule.step(*level).cycles;
        Step {
            name: section.rule.name(*level, language).to_owned(),
            asks: said("levels-step-asks", &[("count", asked.to_string())]),
            reached: reached.level >= Some(*level),
        }
    };
    let running = section.running.iter();
    Part {
        id: format!("organisation-{}", section.organisation),
        organisation: section.name.clone(),
        level: level_name(&section.rule, reached, language),
        reached: said("levels-cycles", &[("count", reached.cycles.to_string())]),
        missing: missing(&section.rule, reached, language),
        steps: Level::ALL.iter().map(step).collect(),
        cycles: section.cycles.iter().map(|one| cycle(one, (own, section.administers), reader)).collect(),
        certificate: section.certificate.as_ref().map(|one| cycle(one, (own, section.administers), reader)),
        status: section.status.map(|status| StatusLine::new(status, language)),
        advice: advice(section, own),
        session: section.next.as_ref().map(|next| session(next, reader)),
        running: running
            .map(|one| Running { title: one.title.clone(), url: paths::own_training(one.enrolment) })
            .collect(),
    }
}

/// A document: its holder opens the paper, those who issued it its page, and anybody else reads the number.
fn cycle(one: &Attested, (own, administers): (bool, bool), reader: &Reader) -> Cycle {
    let url = match (own, administers) {
        (true, _) => Some(paths::document_pdf(one.document)),
        (false, true) => Some(paths::document(one.document)),
        (false, false) => None,
    };
    Cycle {
        title: one.title.clone(),
        kind_key: format!("documents-kind-{}", one.kind.as_str()),
        number: one.number.clone(),
        date: dates::date(reader.language, one.issued_on),
        url,
    }
}

fn session(next: &NextSession, reader: &Reader) -> Session {
    Session {
        title: next.gathering.title.for_reader(reader.language).to_owned(),
        when: dates::day_and_time(reader.language, next.gathering.starts_at, next.zone),
        place: next.gathering.place.clone(),
        edition: next.edition.clone(),
        url: paths::own_training(next.enrolment),
    }
}

/// What to do for the status, said to the mentor or of the mentor.
fn advice(section: &Section, own: bool) -> Option<Said> {
    let status = section.status?;
    let key = match (status, section.next.is_some(), section.running.is_empty(), own) {
        (_, true, _, true) => "levels-advice-come",
        (_, true, _, false) => "levels-advice-comes",
        (_, false, true, true) => "levels-advice-ask-enrolment",
        (_, false, true, false) if !section.administers => "levels-advice-ask-teachers",
        (_, false, true, false) => "levels-advice-enrol",
        (Status::Valid(_), false, false, _) => return None,
        (Status::Needs(_), false, false, false) if !section.administers => "levels-advice-ask-teachers",
        (Status::Needs(_), false, false, true) => "levels-advice-ask-session",
        (Status::Needs(_), false, false, false) => "levels-advice-plan",
    };
    Some(said(key, &[]))
}

impl View for PersonPage {
    const TEMPLATE: &'static str = "pages/levels/person";

    fn title(&self) -> Title {
        if self.own { Title::key("levels-own-title") } else { Title::text(&self.name) }
    }

    fn samples() -> Vec<PersonPage> {
        let (reader, levels) = (Reader::sample(), samples::person());
        let nothing = PersonLevels { sections: Vec::new(), ..levels.clone() };
        let other = PersonLevels { own: false, ..levels.clone() };
        [&levels, &nothing, &other].map(|levels| PersonPage::new(levels, &reader)).into()
    }
}
