//! Asking for a consultation that nobody has opened.

use super::{About, Typed, of};
use crate::appointments::actions::Learned;
use crate::appointments::rules::wish::WISH;
use crate::appointments::views::field_of;
use crate::attendance::rules::SessionMode;
use crate::attendance::views::{Telling, mode_key};
use crate::kernel::dates;
use crate::web::{Choice, Field, paths};
use serde::Serialize;

/// The form by which a consultation is asked for in an edition.
#[derive(Debug, Serialize)]
pub(super) struct AskForm {
    title: String,
    several: bool,
    open: bool,
    city: &'static str,
    pub(super) trainer: Field,
    trainers: Vec<Choice>,
    pub(super) held_on: Field,
    pub(super) starts: Field,
    pub(super) minutes: Field,
    least: i32,
    most: i32,
    pub(super) mode: Field,
    modes: Vec<Choice>,
    pub(super) question: Field,
    url: String,
}

impl AskForm {
    /// The form of one edition; with what was typed, when that could not be.
    pub(super) fn new(one: &Learned, several: bool, typed: Typed<'_>, telling: Telling<'_>) -> AskForm {
        let mine = of(typed, About::Edition(one.edition));
        let field = |name: &str| field_of(name, format!("of-{}", one.edition), mine);
        let (trainer, mode, minutes) = (field("trainer"), field("mode"), field("minutes"));
        let modes = [SessionMode::Online, SessionMode::InPerson];
        AskForm {
            title: one.title.clone(),
            several,
            open: mine.is_some(),
            city: dates::zone_city(telling.reader.language, one.zone),
            trainers: one
                .trainers
                .iter()
                .map(|(id, name)| Choice::new(id, name.full(), &trainer.value))
                .collect(),
            modes: modes
                .map(|mode_| Choice::new(mode_.as_str(), telling.say(mode_key(mode_)), &mode.value))
                .into_iter()
                .collect(),
            trainer,
            held_on: field("held_on"),
            starts: field("starts"),
            minutes: if mine.is_some() { minutes } else { Field { value: "30".to_owned(), ..minutes } },
            least: WISH.0,
            most: WISH.1,
            mode,
            question: field("question"),
            url: paths::appointment_requests(one.edition),
        }
    }
}
