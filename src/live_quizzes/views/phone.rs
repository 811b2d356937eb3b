//! A live quiz on a phone. While a question is open it is made from its public part alone (G8).

use super::parts::{self, Clock, Lettered};
use super::samples;
use super::verdict::{Verdict, kept, result};
use crate::kernel::{Fault, Language, Moment};
use crate::live_quizzes::actions::Picture;
use crate::live_quizzes::rules::Phase;
use crate::live_quizzes::store::players::PlayerRow;
use crate::questions::rules::response::{SCALE_TOP, field_name};
use crate::questions::rules::{Choice, PublicQuestion, QuestionKind};
use crate::quizzes::views::plain;
use crate::render::SafeHtml;
use crate::web::{Title, View, paths};
use serde::Serialize;

/// One line of an order or of pairs.
#[derive(Debug, Clone, Serialize)]
struct Row {
    name: String,
    html: SafeHtml,
    options: Vec<Pick>,
}

/// What can be picked in a line.
#[derive(Debug, Clone, Serialize)]
struct Pick {
    value: String,
    label: String,
}

/// The two ends of a scale and its steps.
#[derive(Debug, Clone, Serialize)]
struct Scale {
    lowest: String,
    highest: String,
    steps: Vec<String>,
}

/// The question with its controls; exactly one of the last six is there.
#[derive(Debug, Clone, Serialize)]
struct Asked {
    question: i64,
    name: String,
    number: usize,
    total: usize,
    content_lang: &'static str,
    other_language: bool,
    prompt_html: SafeHtml,
    detail_html: Option<SafeHtml>,
    hint_key: String,
    buttons: Vec<Lettered>,
    boxes: Vec<Lettered>,
    typed: Option<String>,
    decimal: bool,
    rows: Vec<Row>,
    scale: Option<Scale>,
}

/// What a phone shows now.
#[derive(Debug, Clone, Serialize)]
pub struct PhoneState {
    stamp: String,
    lobby: bool,
    asking: bool,
    waiting: bool,
    /// The own time is over while others still answer.
    too_late: bool,
    /// The own extra time, in per cent.
    extra_percent: i32,
    paused: bool,
    closed: bool,
    ended: bool,
    title: String,
    player: String,
    team: Option<i32>,
    reopened: bool,
    kept: Option<String>,
    asked: Option<Asked>,
    clock: Option<Clock>,
    result: Option<Verdict>,
    points: i32,
    place: usize,
    of: usize,
    has_place: bool,
    faults: Vec<Fault>,
    answers_url: String,
    play_url: String,
    refreshes: bool,
}

impl PhoneState {
    /// The phone of a player at a moment.
    pub fn new(picture: &Picture, player: &PlayerRow, (language, now): (Language, Moment)) -> PhoneState {
        let (quiz, phase) = (&picture.fixed.quiz, picture.phase(now));
        let answered = picture.has_answered(player.id);
        let left = picture.left_ms(player.id, now);
        let asking = phase == Phase::Open && !answered && left > 0;
        let too_late = phase == Phase::Open && !answered && !asking;
        let closed = picture.run.closed(now);
        let (points, place) = picture.standing(player.id, now);
        let reopened = picture.run.reopened && matches!(phase, Phase::Open | Phase::Paused);
        PhoneState {
            stamp: stamp(picture, phase, (answered, too_late)),
            lobby: phase == Phase::Lobby,
            asking,
            waiting: phase == Phase::Open && answered,
            too_late,
            extra_percent: picture.extra(player.id),
            paused: phase == Phase::Paused,
            closed: phase == Phase::Closed,
            ended: phase == Phase::Ended,
            title: quiz.title.0.for_reader(language).to_owned(),
            player: player.name.clone(),
            team: player.team,
            reopened,
            kept: kept(picture, player.id, language).filter(|_| reopened),
            asked: asked(picture, language).filter(|_| asking),
            clock: matches!(phase, Phase::Open | Phase::Paused).then(|| parts::clock(picture, left, now)),
            result: result(picture, player.id, language).filter(|_| phase == Phase::Closed),
            points,
            place,
            of: picture.players.len(),
            has_place: closed > 0,
            faults: Vec::new(),
            answers_url: paths::live_answers(&quiz.code),
            play_url: paths::live_play(&quiz.code),
            refreshes: !asking && phase != Phase::Ended,
        }
    }

    /// The same with what was wrong with the answer.
    pub fn with_faults(mut self, faults: Vec<Fault>) -> PhoneState {
        self.faults = faults;
        self
    }

    /// What tells this state from another.
    pub fn stamp(&self) -> &str {
        &self.stamp
    }
}

/// What tells one state of a phone from another.
fn stamp(picture: &Picture, phase: Phase, (answered, too_late): (bool, bool)) -> String {
    let late = if too_late { "-late" } else { "" };
    format!("{}-{}-{answered}{late}", picture.run.version, phase.as_str())
}

fn asked(picture: &Picture, language: Language) -> Option<Asked> {
    let round = picture.round()?;
    let public = round.question.public(language)?;
    let name = field_name(round.question_id);
    let choices = || parts::lettered(&public.choices, language, false);
    let kind = public.kind;
    Some(Asked {
        question: round.question_id.0,
        number: picture.run.position,
        total: picture.fixed.rounds.len(),
        content_lang: public.language.tag(),
        other_language: public.language != language,
        prompt_html: SafeHtml::trusted(&public.prompt_html),
        detail_html: Some(&public.detail_html).filter(|html| !html.is_empty()).map(SafeHtml::trusted),
        hint_key: format!("live-hint-{}", crate::kernel::Word::as_str(kind).replace('_', "-")),
        buttons: if parts::one_press(kind) { choices() } else { Vec::new() },
        boxes: if kind == QuestionKind::Many { choices() } else { Vec::new() },
        typed: matches!(kind, QuestionKind::Number | QuestionKind::Text)
            .then(|| public.unit.clone().unwrap_or_default()),
        decimal: kind == QuestionKind::Number,
        rows: rows(&public, &name),
        scale: public.scale.as_ref().filter(|_| kind == QuestionKind::Scale).map(|ends| Scale {
            lowest: ends.lowest.clone(),
            highest: ends.highest.clone(),
            steps: (1..=SCALE_TOP).map(|step| step.to_string()).collect(),
        }),
        name,
    })
}

fn rows(public: &PublicQuestion, name: &str) -> Vec<Row> {
    let places = || {
        let place = |place: usize| Pick { value: place.to_string(), label: place.to_string() };
        (1..=public.choices.len()).map(place).collect::<Vec<_>>()
    };
    let rights = || {
        let pick = |(number, right): (usize, &Choice)| Pick {
            value: right.id.0.to_string(),
            label: format!("{number}. {}", plain(&right.html)),
        };
        (1..).zip(&public.rights).map(pick).collect::<Vec<_>>()
    };
    let row = |choice: &Choice, options| Row {
        name: format!("{name}-{}", choice.id.0),
        html: SafeHtml::trusted(&choice.html),
        options,
    };
    match public.kind {
        QuestionKind::Order => public.choices.iter().map(|choice| row(choice, places())).collect(),
        QuestionKind::Match => public.choices.iter().map(|choice| row(choice, rights())).collect(),
        _ => Vec::new(),
    }
}

impl View for PhoneState {
    const TEMPLATE: &'static str = "pages/live_quizzes/phone_state";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<PhoneState> {
        let mut all = Vec::new();
        for (picture, now) in samples::pictures() {
            for player in &picture.players {
                all.push(PhoneState::new(&picture, player, (Language::Ru, now)));
            }
        }
        let faulty = all.iter().find(|state| state.asking).cloned();
        all.extend(faulty.map(|state| state.with_faults(vec![Fault::new("response", "required")])));
        all
    }
}

/// The page.
#[derive(Debug, Serialize)]
pub struct Phone {
    #[serde(flatten)]
    state: PhoneState,
    events_url: String,
}

impl Phone {
    /// The page around what the phone shows.
    pub fn new(picture: &Picture, state: PhoneState) -> Phone {
        Phone { events_url: paths::live_events(&picture.fixed.quiz.code), state }
    }
}

impl View for Phone {
    const TEMPLATE: &'static str = "pages/live_quizzes/phone";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::text(&self.state.title)
    }

    fn samples() -> Vec<Phone> {
        let (picture, now) = samples::ended();
        let state = |player| PhoneState::new(&picture, player, (Language::Kk, now));
        let mut all: Vec<Phone> =
            picture.players.iter().map(|player| Phone::new(&picture, state(player))).collect();
        all.extend(PhoneState::samples().into_iter().map(|state| Phone::new(&picture, state)));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_question_looks_the_same_whatever_is_right() {
        let pages = |right: u16| {
            let mut pages = Vec::new();
            for (picture, now) in samples::pictures_with(right) {
                if picture.phase(now) == Phase::Open {
                    for player in &picture.players {
                        let state = PhoneState::new(&picture, player, (Language::Ru, now));
                        let mut page = serde_json::to_value(&state).unwrap();
                        // What earlier questions gave may well differ.
                        for earlier in ["points", "place", "has_place"] {
                            page.as_object_mut().unwrap().remove(earlier);
                        }
                        pages.push(page.to_string());
                    }
                    let screen = super::super::ScreenState::new(&picture, &samples::eyes(now));
                    pages.push(serde_json::to_string(&screen).unwrap());
                }
            }
            pages
        };
        assert!(!pages(1).is_empty());
        assert_eq!(pages(1), pages(2));
    }
}
