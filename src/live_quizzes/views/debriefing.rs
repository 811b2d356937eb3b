//! Question by question, after the end: what was asked, how the room answered, what is right and why, and the
//! table as it stood then.

use super::parts::{self, Link, Outcome, Shown, Table};
use super::samples;
use crate::kernel::Language;
use crate::live_quizzes::actions::Picture;
use crate::web::{Title, View, paths};
use serde::Serialize;

/// A question with what came of it.
#[derive(Debug, Serialize)]
struct Asked {
    anchor: String,
    question: Shown,
    outcome: Outcome,
    table: Table,
}

/// The page.
#[derive(Debug, Serialize)]
pub struct Debriefing {
    crumbs: Vec<Link>,
    title: String,
    players: usize,
    asked: Vec<Asked>,
}

impl Debriefing {
    /// The page of a live quiz that is over.
    pub fn new(picture: &Picture, language: Language) -> Debriefing {
        let (quiz, total) = (&picture.fixed.quiz, picture.fixed.rounds.len());
        let asked = (1..=picture.run.position).zip(&picture.fixed.rounds).filter_map(|(number, round)| {
            Some(Asked {
                anchor: format!("question-{number}"),
                question: parts::numbered(round, (number, total), language)?,
                outcome: parts::outcome(picture, number, language)?,
                table: parts::table(picture, number, quiz.settings.0.names),
            })
        });
        let title = quiz.title.0.for_reader(language).to_owned();
        Debriefing {
            crumbs: vec![
                Link { label: quiz.edition_title.clone(), url: paths::edition(quiz.edition_id) },
                Link { label: title.clone(), url: paths::live_quiz(quiz.id) },
            ],
            title,
            players: picture.players.len(),
            asked: asked.collect(),
        }
    }
}

impl View for Debriefing {
    const TEMPLATE: &'static str = "pages/live_quizzes/debriefing";

    fn title(&self) -> Title {
        Title::with("live-debriefing-title", vec![("quiz", self.title.clone())])
    }

    fn samples() -> Vec<Debriefing> {
        let (picture, _) = samples::ended();
        [Language::Ru, Language::En].map(|language| Debriefing::new(&picture, language)).into()
    }
}
