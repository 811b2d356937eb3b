//! Coming in: the code, then the name and the team.

use super::samples;
use crate::kernel::{Fault, Language};
use crate::live_quizzes::actions::{Door, Joining};
use crate::live_quizzes::rules::settings::LONGEST_NAME;
use crate::web::{Choice, Field, Say, Title, View, paths};
use serde::Serialize;

/// What was typed at the door, and what was wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The code.
    pub code: String,
    /// The name of a guest.
    pub name: String,
    /// The team.
    pub team: String,
    /// What was wrong.
    pub faults: Vec<Fault>,
}

/// The second step.
#[derive(Debug, Serialize)]
struct Entry {
    title: String,
    code: String,
    known: Option<String>,
    guest: bool,
    closed: bool,
    over: bool,
    name: Field,
    name_limit: usize,
    team: Field,
    teams: Vec<Choice>,
    sign_in_url: String,
}

/// The page.
#[derive(Debug, Serialize)]
pub struct DoorPage {
    url: &'static str,
    code: Field,
    entry: Option<Entry>,
    summary: Vec<Field>,
}

impl DoorPage {
    /// The page; with a live quiz once its code is known.
    pub fn new(typed: &Typed, door: Option<&Door>, language: Language, say: Say<'_>) -> DoorPage {
        let field = |name: &str, value: &str| Field::with_faults(name, value, &typed.faults);
        let entry = door.map(|door| entry(typed, door, language, say));
        let code = field("code", &typed.code);
        let summary = match &entry {
            Some(entry) => vec![entry.name.clone(), entry.team.clone()],
            None => vec![code.clone()],
        };
        DoorPage { url: paths::JOIN, code, entry, summary }
    }
}

fn entry(typed: &Typed, door: &Door, language: Language, say: Say<'_>) -> Entry {
    let quiz = &door.quiz;
    let team = |number: i32| Choice::new(number, format!("{} {number}", say("live-team")), &typed.team);
    let known = match &door.joining {
        Joining::Known(name) => Some(name.clone()),
        _ => None,
    };
    Entry {
        title: quiz.title.0.for_reader(language).to_owned(),
        code: quiz.code.clone(),
        known,
        guest: door.joining == Joining::Guest,
        closed: door.joining == Joining::Closed,
        over: door.joining == Joining::Over,
        name: Field::with_faults("name", &typed.name, &typed.faults),
        name_limit: LONGEST_NAME,
        team: Field::with_faults("team", &typed.team, &typed.faults),
        teams: (1..=quiz.settings.0.teams.unwrap_or(0)).map(team).collect(),
        sign_in_url: paths::sign_in_and_back(&paths::live_door(&quiz.code)),
    }
}

impl View for DoorPage {
    const TEMPLATE: &'static str = "pages/live_quizzes/door";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("live-door-title")
    }

    fn samples() -> Vec<DoorPage> {
        let say = |key: &str| key.to_owned();
        let (picture, _) = samples::ended();
        let mut doors = Vec::new();
        for joining in
            [Joining::Guest, Joining::Known("Иванова А. С.".into()), Joining::Closed, Joining::Over]
        {
            let mut quiz = picture.fixed.quiz.clone();
            quiz.settings.0.teams = (joining == Joining::Guest).then_some(3);
            doors.push(Door { quiz, joining });
        }
        let wrong = Typed {
            code: "000000".into(),
            faults: vec![Fault::new("code", "live-code-unknown"), Fault::new("name", "required")],
            ..Typed::default()
        };
        let page = |typed: &Typed, door| DoorPage::new(typed, door, Language::Ru, &say);
        let mut all = vec![page(&Typed::default(), None), page(&wrong, None)];
        all.extend(doors.iter().map(|door| page(&wrong, Some(door))));
        all
    }
}
