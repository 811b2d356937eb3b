//! The projector page, and what it shares with the trainer's console.

use super::parts::{self, Clock, Outcome, Shown, Table};
use super::samples;
use crate::kernel::{Language, Moment};
use crate::live_quizzes::actions::Picture;
use crate::live_quizzes::rules::{Phase, StepKind, code};
use crate::printing::qr_svg;
use crate::render::SafeHtml;
use crate::web::{Title, View, paths};
use serde::Serialize;

/// How many names stand in the lobby.
const LOBBY_NAMES: usize = 60;

/// Who looks at the stage.
#[derive(Debug, Clone, Copy)]
pub struct Eyes<'e> {
    /// In which language.
    pub language: Language,
    /// When.
    pub now: Moment,
    /// The address of the product, for the code to scan.
    pub public_url: &'e str,
    /// Whether the trainer steers from here.
    pub controls: bool,
}

/// Something the trainer can do now.
#[derive(Debug, Clone, Serialize)]
struct Control {
    kind: &'static str,
    label_key: &'static str,
    primary: bool,
    confirm_key: Option<&'static str>,
}

/// The stage at a moment.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Stage {
    stamp: String,
    lobby: bool,
    open: bool,
    paused: bool,
    closed: bool,
    ended: bool,
    /// The question can be opened again, and what is right was shown.
    reopens: bool,
    phase_key: String,
    version: i32,
    title: String,
    code: String,
    join_address: String,
    qr_html: Option<SafeHtml>,
    players: usize,
    answers: usize,
    names: Vec<String>,
    more_names: usize,
    names_hidden: bool,
    total: usize,
    question: Option<Shown>,
    clock: Option<Clock>,
    /// The usual time is over; the clock shows what is left of the extra time of some.
    extra: bool,
    outcome: Option<Outcome>,
    table: Option<Table>,
    controls: Vec<Control>,
    /// Where a step leads back to.
    from: &'static str,
    steps_url: String,
    debriefing_url: String,
}

impl Stage {
    pub(super) fn new(picture: &Picture, eyes: &Eyes<'_>, names: bool) -> Stage {
        let (quiz, phase) = (&picture.fixed.quiz, picture.phase(eyes.now));
        let door = format!("{}{}", eyes.public_url, paths::live_door(&quiz.code));
        let lobby = phase == Phase::Lobby;
        let running = matches!(phase, Phase::Open | Phase::Paused);
        let closed = picture.run.closed(eyes.now);
        let with_question = running || phase == Phase::Closed;
        let extra = picture.run.in_extra_time(eyes.now);
        let left = if extra { picture.run.room_left_ms(eyes.now) } else { picture.run.left_ms(eyes.now) };
        let in_lobby = picture.players.iter().take(if lobby && names { LOBBY_NAMES } else { 0 });
        Stage {
            stamp: stamp(picture, eyes.now),
            lobby,
            open: phase == Phase::Open,
            paused: phase == Phase::Paused,
            closed: phase == Phase::Closed,
            ended: phase == Phase::Ended,
            reopens: picture.run.allows(StepKind::Reopened, picture.fixed.rounds.len(), eyes.now),
            phase_key: format!("live-phase-{}", phase.as_str()),
            version: picture.run.version,
            title: quiz.title.0.for_reader(eyes.language).to_owned(),
            code: code::spoken(&quiz.code),
            join_address: plain_address(eyes.public_url),
            qr_html: qr_svg(&door).ok().filter(|_| lobby).map(SafeHtml::trusted),
            players: picture.players.len(),
            answers: picture.answers(),
            names: in_lobby.map(|player| player.name.clone()).collect(),
            more_names: if lobby && names { picture.players.len().saturating_sub(LOBBY_NAMES) } else { 0 },
            names_hidden: !names,
            total: picture.fixed.rounds.len(),
            question: parts::shown(picture, eyes.language).filter(|_| with_question),
            clock: running.then(|| parts::clock(picture, left, eyes.now)),
            extra,
            outcome: parts::outcome(picture, closed, eyes.language).filter(|_| phase == Phase::Closed),
            table: (matches!(phase, Phase::Closed | Phase::Ended) && closed > 0)
                .then(|| parts::table(picture, closed, names)),
            controls: if eyes.controls { controls(picture, eyes.now) } else { Vec::new() },
            from: "console",
            steps_url: paths::live_steps(quiz.id),
            debriefing_url: paths::live_debriefing(quiz.id),
        }
    }
}

/// What tells one state of the stage from another. Answers are counted apart from it, so that the page does not
/// change under the trainer's finger with each of them.
fn stamp(picture: &Picture, now: Moment) -> String {
    let phase = picture.phase(now);
    let extra = if picture.run.in_extra_time(now) { "-extra" } else { "" };
    let lobby = if phase == Phase::Lobby { picture.players.len() } else { 0 };
    let credited = if picture.credit.is_some() { "-counted" } else { "" };
    format!("{}-{}-{lobby}{extra}{credited}", picture.run.version, phase.as_str())
}

fn plain_address(public_url: &str) -> String {
    let host = public_url.split_once("://").map_or(public_url, |(_, host)| host);
    format!("{host}{}", paths::JOIN)
}

fn controls(picture: &Picture, now: Moment) -> Vec<Control> {
    let (run, total) = (&picture.run, picture.fixed.rounds.len());
    let next = if run.position == 0 { "live-control-first" } else { "live-control-next" };
    let all = [
        (StepKind::Opened, "opened", next, true),
        (StepKind::Resumed, "resumed", "live-control-resume", true),
        (StepKind::Closed, "closed", "live-control-close", run.phase(now) == Phase::Open),
        (StepKind::Paused, "paused", "live-control-pause", false),
        (StepKind::Reopened, "reopened", "live-control-reopen", false),
        (StepKind::Ended, "ended", "live-control-end", run.position == total && run.closed(now) == total),
    ];
    let allowed = all.into_iter().filter(|(kind, ..)| run.allows(*kind, total, now));
    let control = |(kind, word, label_key, primary): (StepKind, &'static str, &'static str, bool)| {
        let confirm_key = match kind {
            StepKind::Ended if !primary => Some("live-control-end-confirm"),
            StepKind::Reopened => Some("live-control-reopen-confirm"),
            _ => None,
        };
        Control { kind: word, label_key, primary, confirm_key }
    };
    allowed.map(control).collect()
}

/// What stands on the projector now.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ScreenState {
    stage: Stage,
}

impl ScreenState {
    /// The projector at a moment. Names stand there when the trainer wants it.
    pub fn new(picture: &Picture, eyes: &Eyes<'_>) -> ScreenState {
        let stage = Stage::new(picture, eyes, picture.fixed.quiz.settings.0.names);
        ScreenState { stage: Stage { from: "screen", ..stage } }
    }

    /// What tells this state from another.
    pub fn stamp(&self) -> &str {
        &self.stage.stamp
    }
}

impl View for ScreenState {
    const TEMPLATE: &'static str = "pages/live_quizzes/screen_state";

    fn title(&self) -> Title {
        Title::text(&self.stage.title)
    }

    fn samples() -> Vec<ScreenState> {
        let picture = |(picture, now): &(Picture, Moment)| {
            let eyes = Eyes {
                language: Language::Ru,
                now: *now,
                public_url: "https://birge.example",
                controls: true,
            };
            ScreenState::new(picture, &eyes)
        };
        samples::pictures().iter().map(picture).collect()
    }
}

/// The projector page.
#[derive(Debug, Serialize)]
pub struct Screen {
    #[serde(flatten)]
    state: ScreenState,
    events_url: String,
    console_url: String,
    other_screen_url: String,
    bare: bool,
}

impl Screen {
    /// The page at a moment.
    pub fn new(picture: &Picture, eyes: &Eyes<'_>) -> Screen {
        let id = picture.fixed.quiz.id;
        let bare = !eyes.controls;
        Screen {
            state: ScreenState::new(picture, eyes),
            events_url: paths::live_stage_events(id, if bare { "bare" } else { "screen" }),
            console_url: paths::live_quiz(id),
            other_screen_url: if bare { paths::live_screen(id) } else { paths::live_bare_screen(id) },
            bare,
        }
    }
}

impl View for Screen {
    const TEMPLATE: &'static str = "pages/live_quizzes/screen";
    const LAYOUT: &'static str = "layouts/hall";

    fn title(&self) -> Title {
        self.state.title()
    }

    fn samples() -> Vec<Screen> {
        let picture = |(picture, now): &(Picture, Moment)| {
            let eyes = Eyes {
                language: Language::Ru,
                now: *now,
                public_url: "https://birge.example",
                controls: false,
            };
            Screen::new(picture, &eyes)
        };
        samples::pictures().iter().map(picture).collect()
    }
}
