//! The steps of a case for its trainee: one stage at a time, what lies behind above it. Nothing of what may come is in
//! it: neither stages nor where a choice leads, nor how many there are.

use super::open::OpenStep;
use super::parts::PastStep;
use crate::cases::actions::State;
use crate::cases::views::{Link, crumbs, text_with_links};
use crate::kernel::{Fault, Problem, ProblemCode};
use crate::programmes::rules::{PlanText, Stage};
use crate::render::SafeHtml;
use crate::staged_cases::actions::Play;
use crate::staged_cases::rules::Position;
use crate::staged_cases::store::DraftRow;
use crate::web::{Form, Reader, Title, View, paths};
use serde::Serialize;

/// What was sent and not taken as it was meant.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The words in the field, where they are not the saved ones.
    pub text: Option<String>,
    /// The number of the choice.
    pub choice: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Why nothing was done at all.
    pub refused: Option<ProblemCode>,
    /// What another device has saved meanwhile.
    pub theirs: Option<DraftRow>,
}

impl Typed {
    /// What a refused form leaves behind.
    pub fn refused(form: &Form, problem: &Problem) -> Typed {
        let refused = (problem.code != ProblemCode::Invalid).then_some(problem.code);
        let text = Some(form.raw("text").to_owned());
        Typed { text, choice: form.text("choice"), faults: problem.faults.clone(), refused, theirs: None }
    }
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct StepsPage {
    pub(super) case_title: String,
    pub(super) case_url: String,
    pub(super) crumbs: Vec<Link>,
    pub(super) language: &'static str,
    pub(super) is_fallback: bool,
    pub(super) situation: SafeHtml,
    pub(super) past: Vec<PastStep>,
    pub(super) offer: Option<Offer>,
    pub(super) open: Option<OpenStep>,
    pub(super) end: Option<End>,
    pub(super) is_preview: bool,
    pub(super) is_closed: bool,
    pub(super) refused: Option<Refused>,
    pub(super) unsaved: Option<String>,
}

/// A stage that waits to be opened. Nothing is said of it but its clock.
#[derive(Debug, Clone, Serialize)]
pub struct Offer {
    pub(super) number: i32,
    pub(super) run: i32,
    pub(super) url: String,
    pub(super) is_first: bool,
    pub(super) again: bool,
    /// Minutes for the decision, before anybody's extra time; nothing without a clock.
    pub(super) minutes: Option<i32>,
}

/// The end that was reached.
#[derive(Debug, Clone, Serialize)]
pub struct End {
    pub(super) title: String,
    pub(super) closing: SafeHtml,
}

/// Why nothing was done.
#[derive(Debug, Clone, Serialize)]
pub struct Refused {
    pub(super) key: String,
    pub(super) help_key: String,
}

impl StepsPage {
    /// The page of a run.
    ///
    /// # Errors
    /// `NotFound` when the case has no text at all.
    pub fn new(play: &Play, reader: &Reader, typed: &Typed) -> Result<StepsPage, Problem> {
        let case = &play.case;
        let (language, text) = case.definition.text(reader.language).ok_or_else(Problem::not_found)?;
        let words = play.plan.text(reader.language).ok_or_else(Problem::not_found)?;
        let linked = |html: &str| text_with_links(html, &case.standing);
        let case_url = paths::case(case.standing.enrolment.id, case.fact.id);
        let case_title = case.fact.title.for_reader(reader.language).to_owned();
        let mut crumbs = crumbs(&case.standing);
        crumbs.push(Link { label: case_title.clone(), url: case_url.clone() });
        let open = OpenStep::new(play, words, reader, typed);
        let lost = typed.text.clone().filter(|text| !text.trim().is_empty());
        Ok(StepsPage {
            case_title,
            case_url,
            crumbs,
            language: language.tag(),
            is_fallback: language != reader.language,
            situation: linked(&text.situation_html),
            past: PastStep::all(&play.steps, words, reader, &linked),
            offer: Offer::new(play),
            end: End::new(play, words),
            is_preview: case.state == State::Preview,
            is_closed: case.state == State::Over,
            refused: typed.refused.map(Refused::new),
            unsaved: lost.filter(|_| open.as_ref().is_none_or(|open| open.words.is_none())),
            open,
        })
    }
}

impl Refused {
    fn new(code: ProblemCode) -> Refused {
        let key = format!("problem-{}", code.as_str());
        Refused { help_key: format!("{key}-help"), key }
    }
}

impl Offer {
    fn new(play: &Play) -> Option<Offer> {
        let (enrolment, activity) = (play.case.standing.enrolment.id, play.case.fact.id);
        let url = paths::case_steps(enrolment, activity);
        if !play.can_go_on() {
            return None;
        }
        match (play.position(), play.next_run) {
            (Position::Offered { sequence, stage }, _) => {
                let is_first = sequence == 1;
                Some(Offer {
                    number: sequence,
                    run: play.run,
                    url,
                    is_first,
                    again: false,
                    minutes: minutes(stage),
                })
            }
            (Position::Ended, Some(run)) => {
                let minutes = play.plan.first().and_then(minutes);
                Some(Offer { number: 1, run, url, is_first: true, again: true, minutes })
            }
            _ => None,
        }
    }
}

fn minutes(stage: &Stage) -> Option<i32> {
    stage.clock.as_ref().map(|clock| clock.minutes.0)
}

impl End {
    fn new(play: &Play, words: &PlanText) -> Option<End> {
        let last = play.steps.last().filter(|last| last.is_end)?;
        let text = words.ends.get(&last.stage)?;
        let closing = text_with_links(&text.closing_html, &play.case.standing);
        Some(End { title: text.title.clone(), closing })
    }
}

impl View for StepsPage {
    const TEMPLATE: &'static str = "pages/staged_cases/steps";

    fn title(&self) -> Title {
        Title::text(&self.case_title)
    }

    fn samples() -> Vec<StepsPage> {
        super::samples::steps()
    }
}
