//! A case as its trainee sees it.

use super::afterwards::AfterwardsView;
use super::draft::DraftView;
use super::former::FormerView;
use super::parts::{Deadline, Link, crumbs, text_with_links};
use super::staged::{StepsLink, debrief, hides_the_task};
use super::teams::{RatingForm, TeamCard, VersionTeam};
use super::versions::{CriterionView, VersionView};
use crate::cases::actions::{Case, Draft, Present, SaidOfMembers, State};
use crate::cases::rules::{self, CaseSetup, LateRule};
use crate::kernel::{Fault, Moment, Problem, ProblemCode, dates};
use crate::programmes::rules::CaseText;
use crate::render::SafeHtml;
use crate::web::{Reader, Say, Title, View};
use serde::Serialize;
use std::collections::BTreeMap;

/// What was typed and not kept as it was meant.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The text in the field, where it is not the saved one.
    pub text: Option<String>,
    /// How the writer judges the work, where that is not saved.
    pub own: Option<BTreeMap<String, u32>>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What another device has saved meanwhile.
    pub theirs: Option<Draft>,
    /// Why nothing was done at all.
    pub refused: Option<ProblemCode>,
    /// Who was said to have been present.
    pub present: Present,
    /// What was said of the others in the team.
    pub ratings: Option<SaidOfMembers>,
}

impl Typed {
    /// What a refused form leaves behind.
    pub fn refused(text: String, own: Option<BTreeMap<String, u32>>, problem: &Problem) -> Typed {
        let refused = (problem.code != ProblemCode::Invalid).then_some(problem.code);
        Typed { text: Some(text), own, faults: problem.faults.clone(), refused, ..Typed::default() }
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.text.is_none() && self.faults.is_empty()
    }
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct CasePage {
    pub(super) case_title: String,
    pub(super) crumbs: Vec<Link>,
    pub(super) language: &'static str,
    pub(super) is_fallback: bool,
    pub(super) situation: SafeHtml,
    pub(super) task: SafeHtml,
    pub(super) hand_in: SafeHtml,
    pub(super) rubric: Vec<CriterionView>,
    pub(super) pass_points: u32,
    pub(super) most_points: u32,
    pub(super) due: Deadline,
    pub(super) ends: Deadline,
    pub(super) allowed: u32,
    pub(super) remaining: usize,
    pub(super) is_waiting: bool,
    pub(super) is_used_up: bool,
    pub(super) is_too_late: bool,
    pub(super) is_given_back: bool,
    pub(super) extension: Option<String>,
    pub(super) late: LateView,
    pub(super) is_closed: bool,
    pub(super) is_preview: bool,
    pub(super) is_passed: bool,
    pub(super) is_late_now: bool,
    pub(super) draft: Option<DraftView>,
    pub(super) graded: Vec<VersionView>,
    pub(super) ungraded: Option<VersionView>,
    pub(super) refused: Option<Refused>,
    pub(super) unsaved: Option<String>,
    pub(super) steps: Option<StepsLink>,
    pub(super) debrief: Option<SafeHtml>,
    pub(super) team: Option<TeamCard>,
    /// What teams of before handed in with the reader.
    pub(super) former: Vec<FormerView>,
    pub(super) ratings: Option<RatingForm>,
    pub(super) afterwards: Option<AfterwardsView>,
    /// That the edition has changed the programme's rubric.
    pub(super) rubric_change: Option<RubricChange>,
}

/// The latest change of the rubric.
#[derive(Debug, Clone, Serialize)]
pub struct RubricChange {
    pub(super) at: String,
    pub(super) reason: String,
}

impl RubricChange {
    fn new(case: &Case, reader: &Reader) -> Option<RubricChange> {
        let newest = case.rubrics.made().last()?;
        let at = dates::date_and_time(reader.language, newest.made_at, reader.zone);
        Some(RubricChange { at, reason: newest.reason.clone() })
    }
}

/// What becomes of a late work.
#[derive(Debug, Clone, Serialize)]
pub struct LateView {
    pub(super) is_deducted: bool,
    pub(super) is_refused: bool,
    pub(super) per_day: i32,
    pub(super) most: i32,
    pub(super) days: u32,
}

impl LateView {
    fn new(setup: &CaseSetup) -> LateView {
        LateView {
            is_deducted: setup.late == LateRule::Deducted,
            is_refused: setup.late == LateRule::Refused,
            per_day: setup.late_per_day.as_percent(),
            most: setup.late_most.as_percent(),
            days: setup.late_days,
        }
    }
}

/// Why nothing was done.
#[derive(Debug, Clone, Serialize)]
pub struct Refused {
    pub(super) key: String,
    pub(super) help_key: String,
}

impl CasePage {
    /// The page of a case. `most_bytes` is what one form may carry.
    ///
    /// # Errors
    /// `NotFound` when the case has no text at all.
    pub fn new(
        case: &Case,
        (reader, say): (&Reader, Say<'_>),
        typed: &Typed,
        most_bytes: usize,
    ) -> Result<CasePage, Problem> {
        let (language, text) = case.definition.text(reader.language).ok_or_else(Problem::not_found)?;
        let mut page = CasePage::of_text(case, reader, text);
        page.language = language.tag();
        page.is_fallback = language != reader.language;
        page.draft = DraftView::new(case, (reader, say), typed, most_bytes);
        page.ratings = RatingForm::new(case, typed, say);
        page.refused = typed.refused.map(|code| Refused {
            key: format!("problem-{}", code.as_str()),
            help_key: format!("problem-{}-help", code.as_str()),
        });
        page.unsaved = typed.text.clone().filter(|text| page.draft.is_none() && !text.trim().is_empty());
        Ok(page)
    }

    fn of_text(case: &Case, reader: &Reader, text: &CaseText) -> CasePage {
        let (standing, definition) = (&case.standing, &case.definition);
        let view = |version| VersionView {
            team: VersionTeam::new(version, Some(standing.enrolment.id)),
            ..VersionView::new(version, definition, reader)
        };
        let passed = |version: &crate::cases::actions::Version| {
            version.grade.as_ref().is_some_and(|grade| grade.row.passed)
        };
        let due = Deadline::new(case.due_at, &standing.edition, reader);
        let ends = Deadline::new(last_moment(case), &standing.edition, reader);
        let html = |html: &str| text_with_links(html, standing);
        let ahead = hides_the_task(case);
        CasePage {
            case_title: case.fact.title.for_reader(reader.language).to_owned(),
            crumbs: crumbs(standing),
            language: "",
            is_fallback: false,
            situation: html(&text.situation_html),
            task: html(if ahead { "" } else { &text.task_html }),
            hand_in: html(if ahead { "" } else { &text.hand_in_html }),
            rubric: if ahead {
                Vec::new()
            } else {
                CriterionView::to_read(&definition.rubric, reader.language)
            },
            pass_points: case.pass_points,
            most_points: definition.most_points(),
            is_late_now: due.over && !ends.over,
            due,
            ends,
            allowed: definition.settings.submissions,
            remaining: rules::versions_left(&case.states(), definition.settings.submissions),
            is_waiting: case.state == State::Waiting,
            is_used_up: case.state == State::NoneLeft,
            is_too_late: case.state == State::TooLate,
            is_given_back: case.versions.last().is_some_and(|version| version.hidden.is_some()),
            extension: case.extension.as_ref().map(|row| row.reason.clone()),
            late: LateView::new(&case.setup),
            is_closed: case.state == State::Over,
            is_preview: case.state == State::Preview,
            is_passed: case.versions.iter().any(passed)
                || case.former.iter().any(|team| team.versions.iter().any(passed)),
            draft: None,
            graded: case.versions.iter().rev().filter(|one| !one.waits()).map(view).collect(),
            ungraded: case.versions.iter().find(|one| one.waits()).map(view),
            refused: None,
            unsaved: None,
            steps: StepsLink::new(case),
            debrief: debrief(case, text),
            team: TeamCard::new(case, reader),
            former: FormerView::all(case, reader),
            ratings: None,
            afterwards: AfterwardsView::new(case),
            rubric_change: if ahead { None } else { RubricChange::new(case, reader) },
        }
    }
}

/// Until when anything is taken at all.
fn last_moment(case: &Case) -> Moment {
    let over = case.standing.edition.term().ends_at();
    match case.setup.late {
        LateRule::Refused => rules::closes_at(&case.setup, case.due_at).min(over),
        LateRule::Accepted | LateRule::Deducted => over,
    }
}

impl View for CasePage {
    const TEMPLATE: &'static str = "pages/cases/show";

    fn title(&self) -> Title {
        Title::text(&self.case_title)
    }

    fn samples() -> Vec<CasePage> {
        super::samples::cases()
    }
}
