//! Setting a live quiz up: what will be asked, what cannot be, and how it is played.

use super::parts::Link;
use super::samples;
use crate::kernel::{Fault, Language, Word as _};
use crate::live_quizzes::actions::Plan;
use crate::live_quizzes::rules::Settings;
use crate::live_quizzes::rules::settings::{POINTS, SECONDS, TEAMS};
use crate::quizzes::views::plain;
use crate::web::{Choice, Field, Form, Say, Title, View, paths};
use serde::Serialize;

/// A question that does not fit a phone.
#[derive(Debug, Serialize)]
struct LeftOut {
    prompt: String,
    kind_key: String,
}

/// The page.
#[derive(Debug, Serialize)]
pub struct Setup {
    crumbs: Vec<Link>,
    title: String,
    url: String,
    cancel_url: String,
    activity: i64,
    asked: usize,
    random: bool,
    left_out: Vec<LeftOut>,
    nothing: bool,
    summary: Vec<Field>,
    mode: Field,
    modes: Vec<Choice>,
    teams: Field,
    seconds: Field,
    right: Field,
    quick: Field,
    names: Field,
    names_on: bool,
    guests: Field,
    guests_on: bool,
    bounds: Bounds,
}

/// Between what the numbers may be.
#[derive(Debug, Serialize)]
struct Bounds {
    seconds: (i32, i32),
    points: (i32, i32),
    teams: (i32, i32),
}

impl Setup {
    /// The form as it begins, or as it was typed with its faults.
    pub fn new(plan: &Plan, typed: Option<(&Form, &[Fault])>, language: Language, say: Say<'_>) -> Setup {
        let usual = Settings::default();
        let (form, faults) = typed.map_or((None, [].as_slice()), |(form, faults)| (Some(form), faults));
        let field = |name: &str, value: i32| {
            let value = form.map_or_else(|| value.to_string(), |form| form.raw(name).to_owned());
            Field::with_faults(name, value, faults)
        };
        let mode = form.map_or("single", |form| form.raw("mode")).to_owned();
        let modes = ["single", "teams"];
        let modes = modes.map(|value| Choice::new(value, say(&format!("live-setup-{value}")), &mode));
        let left_out = |question: &crate::questions::rules::Question| LeftOut {
            prompt: question.text(language).map(|(_, text)| plain(&text.prompt_html)).unwrap_or_default(),
            kind_key: format!("live-kind-{}", question.kind.as_str()),
        };
        let fields = [
            field("teams", 4),
            field("seconds", usual.seconds),
            field("right", usual.worth.right),
            field("quick", usual.worth.quick),
        ];
        let [teams, seconds, right, quick] = fields.clone();
        Setup {
            crumbs: vec![
                Link { label: plan.edition.title.clone(), url: paths::edition(plan.edition.id) },
                Link { label: say("live-index-title"), url: paths::live_quizzes(plan.edition.id) },
            ],
            title: plan.title.for_reader(language).to_owned(),
            url: paths::live_quizzes(plan.edition.id),
            cancel_url: paths::live_quizzes(plan.edition.id),
            activity: plan.activity.0,
            asked: plan.asked.len(),
            random: plan.random,
            left_out: plan.left_out.iter().map(left_out).collect(),
            nothing: plan.asked.is_empty(),
            summary: fields.into(),
            mode: Field::filled("mode", mode),
            modes: modes.into(),
            teams,
            seconds,
            right,
            quick,
            names: Field::empty("names"),
            names_on: form.map_or(usual.names, |form| form.ticked("names")),
            guests: Field::empty("guests"),
            guests_on: form.map_or(usual.guests, |form| form.ticked("guests")),
            bounds: Bounds { seconds: SECONDS, points: POINTS, teams: TEAMS },
        }
    }
}

impl View for Setup {
    const TEMPLATE: &'static str = "pages/live_quizzes/setup";

    fn title(&self) -> Title {
        Title::with("live-setup-title", vec![("quiz", self.title.clone())])
    }

    fn samples() -> Vec<Setup> {
        let say = |key: &str| key.to_owned();
        let plan = samples::plan();
        let nothing = Plan { asked: Vec::new(), ..plan.clone() };
        let random = Plan { random: true, left_out: Vec::new(), ..plan.clone() };
        let form = Form::of(&[("mode", "teams"), ("seconds", "2"), ("right", "x")]);
        let faults = [Fault::new("right", "not-a-number")];
        vec![
            Setup::new(&plan, None, Language::Ru, &say),
            Setup::new(&plan, Some((&form, &faults)), Language::Ru, &say),
            Setup::new(&nothing, None, Language::Ru, &say),
            Setup::new(&random, None, Language::En, &say),
        ]
    }
}
