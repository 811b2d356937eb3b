//! The live quizzes of an edition, and the quizzes that can be run.

use super::parts::Link;
use super::samples;
use crate::kernel::dates;
use crate::live_quizzes::actions::{Listed, Overview};
use crate::live_quizzes::rules::{Phase, code};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct Index {
    crumbs: Vec<Link>,
    live: Vec<Row>,
    quizzes: Vec<Link>,
}

/// A live quiz.
#[derive(Debug, Serialize)]
struct Row {
    title: String,
    url: String,
    code: String,
    phase_key: String,
    running: bool,
    players: i64,
    when: String,
}

impl Index {
    /// The page of an edition.
    pub fn new(overview: &Overview, reader: &Reader) -> Index {
        let edition = &overview.edition;
        let row = |listed: &Listed| Row {
            title: listed.quiz.title.0.for_reader(reader.language).to_owned(),
            url: paths::live_quiz(listed.quiz.id),
            code: code::spoken(&listed.quiz.code),
            phase_key: format!("live-phase-{}", listed.phase.as_str()),
            running: listed.phase != Phase::Ended,
            players: listed.players,
            when: dates::day_and_time(reader.language, listed.quiz.created_at, edition.time_zone),
        };
        Index {
            crumbs: vec![Link { label: edition.title.clone(), url: paths::edition(edition.id) }],
            live: overview.live.iter().map(row).collect(),
            quizzes: overview
                .quizzes
                .iter()
                .map(|(id, title)| Link {
                    label: title.for_reader(reader.language).to_owned(),
                    url: paths::new_live_quiz(edition.id, *id),
                })
                .collect(),
        }
    }
}

impl View for Index {
    const TEMPLATE: &'static str = "pages/live_quizzes/index";

    fn title(&self) -> Title {
        Title::key("live-index-title")
    }

    fn samples() -> Vec<Index> {
        let full = samples::overview();
        let bare = Overview { live: Vec::new(), quizzes: Vec::new(), ..full.clone() };
        [full, bare].iter().map(|overview| Index::new(overview, &Reader::sample())).collect()
    }
}
