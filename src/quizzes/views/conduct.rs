//! What stands around a question under way: its section, the button that checks it, what the last try came to, and
//! the whole result of one that takes no more answers. Only what was checked says anything about right and wrong.

use super::review::Reviewed;
use crate::programmes::rules::words::{Behaviour, Layout};
use crate::questions::rules::Weight;
use crate::questions::rules::marking::Mark;
use crate::quizzes::actions::{Asked, Reading};
use crate::quizzes::rules::behaviours::{Conduct as _, Worth as _, after_tries};
use crate::render::SafeHtml;
use crate::web::Reader;
use serde::Serialize;

/// A question with what stands around it.
#[derive(Debug, Serialize)]
pub(super) struct Asking<T> {
    #[serde(flatten)]
    item: T,
    section: Option<String>,
    reviewed: Option<Reviewed>,
    may_check: bool,
    tried: Option<Tried>,
}

/// What the last try came to, while there are more.
#[derive(Debug, Serialize)]
struct Tried {
    partly: bool,
    tries_left: u32,
    penalty_percent: i32,
    hint_html: Option<SafeHtml>,
}

/// Puts around each question what belongs there; each comes with its place, from 0.
pub(super) fn around<T>(reading: &Reading, items: Vec<(usize, T)>, reader: &Reader) -> Vec<Asking<T>> {
    let any_locked = reading.asked.iter().any(|asked| asked.state.locked);
    // A question that takes no more answers shows what everything shows after release.
    let shown = any_locked.then(|| Reading { released: true, ..reading.clone() });
    let alone = reading.entrance.settings.layout == Layout::OneQuestion;
    let section = |place| if alone { reading.plan.section_of(place) } else { reading.plan.section_at(place) };
    let asking = |(place, item): (usize, T)| {
        let asked = reading.asked.get(place)?;
        Some(Asking {
            item,
            section: section(place).map(str::to_owned),
            reviewed: shown.as_ref().and_then(|shown| reviewed(shown, asked, place + 1, reader)),
            may_check: may_check(reading, asked),
            tried: tried(reading, asked, reader),
        })
    };
    items.into_iter().filter_map(asking).collect()
}

fn reviewed(shown: &Reading, asked: &Asked, number: usize, reader: &Reader) -> Option<Reviewed> {
    let state = Some(&asked.state).filter(|state| state.locked)?;
    let share = state.worth.map(|worth| after_tries(worth, asked.question.penalty(), state.tries));
    let mark = Mark::of(&asked.question, share);
    let asked = Asked {
        mark: Some((mark.fraction, mark.points)),
        response: state.tried.clone().unwrap_or_else(|| asked.response.clone()),
        ..asked.clone()
    };
    Reviewed::new(shown, &asked, number, reader)
}

fn may_check(reading: &Reading, asked: &Asked) -> bool {
    let markable = asked.question.worth(&asked.response).is_some();
    markable && !asked.state.locked && reading.entrance.settings.tries() > 0
}

fn tried(reading: &Reading, asked: &Asked, reader: &Reader) -> Option<Tried> {
    let settings = &reading.entrance.settings;
    let state = Some(&asked.state).filter(|state| state.tries > 0 && !state.locked)?;
    let (_, text) = asked.question.text(reader.language)?;
    let place = usize::try_from(state.tries.saturating_sub(1)).unwrap_or(0);
    let hint = text.hints_html.get(place).filter(|html| !html.is_empty());
    Some(Tried {
        partly: state.worth.is_some_and(|worth| worth > Weight(0)),
        tries_left: settings.tries().saturating_sub(state.tries),
        penalty_percent: asked.question.penalty().0 / 100_000,
        hint_html: hint.filter(|_| settings.behaviour == Behaviour::Interactive).map(SafeHtml::trusted),
    })
}
