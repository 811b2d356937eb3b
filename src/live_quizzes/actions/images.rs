//! The pictures of a live quiz: guests have no account, so a picture opens for those who play and only once its
//! question has been shown.

use super::joining::player_here;
use crate::db::Read;
use crate::editions::store as editions;
use crate::kernel::{Actor, LivePlayerId, Moment, Problem};
use crate::live_quizzes::rules::{Phase, Run};
use crate::live_quizzes::store;
use crate::programmes::rules::links::{Addresses, linked_question};
use crate::programmes::store as programmes;
use crate::questions::rules::exchange::{IMAGE_PREFIX, image_key};
use crate::questions::rules::{Choice, Question};
use crate::web::paths;

/// A picture in the store of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picturing {
    /// Under which key.
    pub key: String,
    /// Its media type where it is known; else its content tells.
    pub media_type: Option<String>,
}

/// The addresses that a room may open.
struct Room<'c>(&'c str);

impl Addresses for Room<'_> {
    fn media(&self, path: &str) -> String {
        paths::live_image(self.0, path)
    }

    fn activity(&self, _: &str) -> Option<String> {
        None
    }
}

/// The question with its pictures at the addresses of the live quiz of this code.
pub(super) fn placed(question: Question, code: &str) -> Question {
    let mut question = linked_question(question, &Room(code));
    let (bank, room) = (format!("\"{IMAGE_PREFIX}"), format!("\"{}", paths::live_image(code, "")));
    for text in question.texts.values_mut() {
        let choices = text.choices.iter_mut().chain(&mut text.rights).map(|choice| &mut choice.html);
        let around = [&mut text.prompt_html, &mut text.detail_html, &mut text.explanation_html];
        for html in around.into_iter().chain(choices).filter(|html| html.contains(&bank)) {
            *html = html.replace(&bank, &room);
        }
    }
    question
}

/// A picture of a live quiz: for its players those of the questions that were shown, while it runs; for those who
/// teach the edition all of them.
///
/// # Errors
/// `NotFound` for anybody else, for a picture of a later question, and for any other.
pub fn image(
    r: &mut Read,
    actor: Option<&Actor>,
    (code, cookie): (&str, Option<LivePlayerId>),
    name: &str,
    now: Moment,
) -> Result<Picturing, Problem> {
    let id = store::by_code(r, code)?.ok_or_else(Problem::not_found)?;
    let quiz = store::live_quiz(r, id)?.ok_or_else(Problem::not_found)?;
    let teaches = actor.is_some_and(|actor| actor.teaches(quiz.edition_id, quiz.organisation_id));
    let rounds = store::rounds(r, id)?;
    let shown = if teaches {
        rounds.len()
    } else {
        player_here(r, actor, id, cookie)?.ok_or_else(Problem::not_found)?;
        let run = Run::of(&store::steps(r, id)?, quiz.settings.0.seconds);
        if run.phase(now) == Phase::Ended { 0 } else { run.position }
    };
    if !rounds.iter().take(shown).any(|round| shows(&round.question, name, teaches)) {
        return Err(Problem::not_found());
    }
    if let Some(key) = image_key(name) {
        return Ok(Picturing { key, media_type: None });
    }
    let edition = editions::edition(r, quiz.edition_id)?.ok_or_else(Problem::not_found)?;
    let media = programmes::media(r, edition.version_id, name)?.ok_or_else(Problem::not_found)?;
    if !media.media_type.starts_with("image/") {
        return Err(Problem::not_found());
    }
    Ok(Picturing { key: media.storage_key, media_type: Some(media.media_type) })
}

/// Whether a question shows a picture; its explanation only for those who teach.
fn shows(question: &Question, name: &str, explained: bool) -> bool {
    let named = [format!("src=\"{IMAGE_PREFIX}{name}\""), format!("src=\"media:{name}\"")];
    let has = |html: &str| named.iter().any(|source| html.contains(source));
    question.texts.values().any(|text| {
        let choices = text.choices.iter().chain(&text.rights).any(|choice: &Choice| has(&choice.html));
        let explanation = explained && has(&text.explanation_html);
        has(&text.prompt_html) || has(&text.detail_html) || choices || explanation
    })
}
