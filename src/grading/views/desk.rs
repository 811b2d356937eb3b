//! The grading desk: what waits, the work, the rubric.

use super::assignment::Assignment;
use super::form::{GradingForm, Typed, marks_to_read, typed_marks};
use super::members::{TeamPart, TypedMember};
use super::proposal::ProposalView;
use super::queue::{WorkLine, state_key};
use super::rubric_notes::{RubricNotes, lines};
use crate::cases::views::{VersionView, text_for_graders};
use crate::grading::actions::Work;
use crate::grading::rules::{Barrier, Stance, WorkState, may_mark, may_remark};
use crate::grading::store::{MarkingRow, RevisionRow};
use crate::kernel::{Problem, ProblemCode, dates};
use crate::render::SafeHtml;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// How many of the waiting works are named beside the one on the desk.
const NAMED: usize = 8;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Desk {
    pub(super) case_title: String,
    /// The author; nobody while the work is graded without names.
    pub(super) person: Option<String>,
    /// The number that stands for them then.
    pub(super) work: i64,
    pub(super) edition: String,
    pub(super) queue_url: &'static str,
    pub(super) queue: Vec<WorkLine>,
    pub(super) version: VersionView,
    pub(super) others: Vec<VersionView>,
    pub(super) situation: SafeHtml,
    pub(super) task: SafeHtml,
    pub(super) hand_in: SafeHtml,
    pub(super) trainer_notes: Option<SafeHtml>,
    /// The way through the steps, where the case has any.
    pub(super) path_url: Option<String>,
    /// The case in its edition: who went where, and the debrief.
    pub(super) overview_url: String,
    pub(super) pass_points: u32,
    /// The sum that passes after what lateness takes off.
    pub(super) enough: u32,
    pub(super) most_points: u32,
    pub(super) state_key: String,
    pub(super) is_own: bool,
    pub(super) is_colleague: bool,
    pub(super) is_marked: bool,
    /// Whether this is one of the works that the reader marks first.
    pub(super) is_calibrating: bool,
    /// Where the works are that the reader has to mark first.
    pub(super) calibration_url: Option<String>,
    pub(super) holder: Option<Holder>,
    pub(super) claim: Option<Claim>,
    pub(super) grading: Option<GradingForm>,
    pub(super) correction: Option<GradingForm>,
    pub(super) meanwhile: Option<Meanwhile>,
    pub(super) release_url: Option<String>,
    pub(super) revisions: Vec<Revision>,
    pub(super) assignment: Option<Assignment>,
    pub(super) comment: Option<NewComment>,
    /// What each of several graders said, once the grade is decided.
    pub(super) markings: Vec<Marking>,
    /// The team whose work it is.
    pub(super) team: Option<TeamPart>,
    /// What the reviews of other trainees come to, while a grade is given.
    pub(super) proposal: Option<ProposalView>,
    /// What is to be said about versions of the rubric.
    pub(super) rubric: RubricNotes,
    /// Whether the grade is given anew by the newest of them.
    pub(super) is_regrading: bool,
}

/// Who else is at work.
#[derive(Debug, Clone, Serialize)]
pub struct Holder {
    pub(super) who: String,
    /// Since when; nothing for a work that was only given to them.
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
}

/// The reader's own place at the work.
#[derive(Debug, Clone, Serialize)]
pub struct Claim {
    pub(super) url: String,
    /// Until when it holds; nothing while it is not taken.
    pub(super) until: Option<String>,
    pub(super) leave_url: String,
}

/// Somebody else was quicker while this trainer was writing.
#[derive(Debug, Clone, Serialize)]
pub struct Meanwhile {
    pub(super) title_key: &'static str,
    pub(super) text_key: &'static str,
    pub(super) who: String,
    pub(super) at: String,
    /// What was typed and is not kept, so that nothing of it is lost.
    pub(super) typed: String,
}

/// What the grade was before a correction.
#[derive(Debug, Clone, Serialize)]
pub struct Revision {
    pub(super) total: i32,
    pub(super) passed: bool,
    pub(super) at: String,
    pub(super) who: Option<String>,
    pub(super) reason: String,
    /// By which version of the rubric, where the edition has changed the programme's.
    pub(super) rubric: Option<i32>,
}

/// The form of a remark on a passage.
#[derive(Debug, Clone, Serialize)]
pub struct NewComment {
    pub(super) url: String,
    pub(super) quote: Field,
    pub(super) text: Field,
    pub(super) fields: Vec<Field>,
    pub(super) is_open: bool,
}

impl NewComment {
    /// For whoever may say something about the work now.
    fn new(work: &Work) -> Option<NewComment> {
        if may_remark(work.footing()).is_err() || work.version.row.text.trim().is_empty() {
            return None;
        }
        Some(NewComment {
            url: paths::passage_comments(work.row.submission),
            quote: Field::empty("quote"),
            text: Field::empty("comment"),
            fields: Vec::new(),
            is_open: false,
        })
    }
}

/// What one of several graders said.
#[derive(Debug, Clone, Serialize)]
pub struct Marking {
    pub(super) who: String,
    pub(super) total: i32,
    /// By which version of the rubric, where the edition has changed the programme's.
    pub(super) rubric: Option<i32>,
    pub(super) lines: Vec<String>,
}

impl Marking {
    fn new(work: &Work, row: &MarkingRow, reader: &Reader) -> Marking {
        let lines = marks_to_read(&work.rubrics.by(row.rubric).criteria, &row.marks, reader);
        let rubric = changed(work).then_some(row.rubric);
        Marking { who: row.name.surname_and_initials(), total: row.total, rubric, lines }
    }
}

impl Desk {
    /// A work on the desk.
    ///
    /// # Errors
    /// `NotFound` when the case has no text at all.
    pub fn new(work: &Work, reader: &Reader, typed: &Typed<'_>) -> Result<Desk, Problem> {
        let (_, text) = work.definition.text(reader.language).ok_or_else(Problem::not_found)?;
        let (standing, id) = (&work.standing, work.row.submission);
        let others = work.queue.iter().filter(|waiting| waiting.submission != id);
        let html = |html: &str| text_for_graders(html, standing, work.fact.id);
        let view = |version| version_view(version, work, reader);
        let (state, hidden) = (work.state(reader.now), work.version.hidden.is_some());
        Ok(Desk {
            case_title: work.fact.title.for_reader(reader.language).to_owned(),
            person: work.whose(),
            work: id.0,
            edition: standing.edition.title.clone(),
            queue_url: paths::GRADING,
            queue: others.take(NAMED).map(|waiting| WorkLine::new(waiting, reader)).collect(),
            version: view(&work.version),
            others: work.others.iter().map(view).collect(),
            situation: html(&text.situation_html),
            task: html(&text.task_html),
            hand_in: html(&text.hand_in_html),
            trainer_notes: Some(html(&text.trainer_html)).filter(|notes| !notes.as_str().is_empty()),
            path_url: (work.definition.stages.is_some() && !hidden).then(|| paths::case_path(id)),
            overview_url: paths::edition_case(standing.edition.id, work.fact.id),
            pass_points: work.pass_points,
            enough: work.enough(),
            most_points: work.definition.most_points(),
            state_key: if hidden { "cases-given-back".to_owned() } else { state_key(state) },
            is_own: work.own,
            is_colleague: work.conflict && !work.own,
            is_marked: may_mark(work.footing()) == Err(Barrier::Marked),
            is_calibrating: work.calibrates(),
            calibration_url: calibration_url(work),
            holder: holder(work, reader),
            claim: claim(work, reader).filter(|_| work.calibration.is_empty()),
            grading: GradingForm::to_give(work, reader, typed),
            correction: GradingForm::to_correct(work, reader, typed),
            meanwhile: Meanwhile::new(work, reader, typed),
            release_url: (state == WorkState::InReview && !work.own && !hidden)
                .then(|| paths::grade_release(id)),
            revisions: work.revisions.iter().map(|row| Revision::new(work, row, reader)).collect(),
            assignment: Assignment::new(work, reader),
            comment: NewComment::new(work),
            markings: work.markings.iter().map(|row| Marking::new(work, row, reader)).collect(),
            team: TeamPart::new(work, reader),
            proposal: ProposalView::new(work, reader.language),
            rubric: RubricNotes::new(work, reader),
            is_regrading: work.regrades,
        })
    }

    /// The desk with a refused remark as it was typed.
    pub fn with_comment(mut self, form: &Form, problem: &Problem) -> Desk {
        if let Some(comment) = &mut self.comment {
            comment.quote = Field::typed("quote", form, problem);
            comment.text = Field::typed("comment", form, problem);
            let fields = [comment.quote.clone(), comment.text.clone()];
            comment.fields = fields.into_iter().filter(|field| !field.faults.is_empty()).collect();
            comment.is_open = true;
        }
        self
    }

    /// The desk with a refused change for one member as it was typed.
    pub fn with_member(mut self, typed: TypedMember<'_>) -> Desk {
        if let Some(team) = &mut self.team {
            team.refuse(typed);
        }
        self
    }

    /// The desk with a refused assignment as it was typed.
    pub fn with_assignment(mut self, form: &Form, problem: &Problem) -> Desk {
        if let Some(assignment) = &mut self.assignment {
            assignment.refuse(form, problem);
        }
        self
    }
}

/// Whether the edition has changed the programme's rubric.
fn changed(work: &Work) -> bool {
    !work.rubrics.made().is_empty()
}

/// Where the works are that come first, unless this is one of them.
fn calibration_url(work: &Work) -> Option<String> {
    let first = !work.calibration.is_empty() && !work.calibrates() && work.version.grade.is_none();
    (first && !work.own).then(|| paths::case_calibration(work.row.edition, work.row.activity))
}

/// A version; without names, what its files are called does not tell whose they are.
fn version_view(version: &crate::cases::actions::Version, work: &Work, reader: &Reader) -> VersionView {
    let mut view = VersionView::new(version, &work.definition, reader);
    for (note, row) in view.notes.iter_mut().zip(&version.comments) {
        note.removal_url = (Some(row.person) == work.reader).then(|| paths::passage_comment_removal(row.id));
    }
    if work.is_nameless() {
        for (file, row) in view.files.iter_mut().zip(&version.files) {
            file.title = crate::cases::rules::nameless_file(row.id, &row.name);
        }
    }
    view
}

fn time(at: crate::kernel::Moment, reader: &Reader) -> String {
    dates::time(at.local(reader.zone).time())
}

fn holder(work: &Work, reader: &Reader) -> Option<Holder> {
    let Err(Barrier::Taken(held)) = may_mark(work.footing()) else { return None };
    let seat = work.seats.iter().find(|seat| seat.held.person == held.person)?;
    let at_work = held.at_work(reader.now);
    Some(Holder {
        who: seat.name.surname_and_initials(),
        since: held.since.filter(|_| at_work).map(|at| time(at, reader)),
        until: held.until.filter(|_| at_work).map(|at| time(at, reader)),
    })
}

fn claim(work: &Work, reader: &Reader) -> Option<Claim> {
    may_mark(work.footing()).ok()?;
    let until = work.seats.iter().filter(|_| work.stance == Stance::Mine).find_map(|seat| {
        let own = work.reader == Some(seat.held.person);
        seat.held.until.filter(|until| own && reader.now < *until)
    });
    Some(Claim {
        url: paths::work_claim(work.row.submission),
        until: until.map(|at| time(at, reader)),
        leave_url: paths::work_claim_removal(work.row.submission),
    })
}

impl Meanwhile {
    fn new(work: &Work, reader: &Reader, typed: &Typed<'_>) -> Option<Meanwhile> {
        let (form, problem) = (typed.form?, typed.problem?);
        let correction = typed.corrects() && problem.code == ProblemCode::Conflict;
        let (title_key, text_key) = match problem.code {
            ProblemCode::AlreadyGraded => ("cases-meanwhile-title", "cases-meanwhile"),
            ProblemCode::WorkTaken => ("grading-taken-title", "grading-taken"),
            ProblemCode::WorkAllotted => ("problem-work-allotted", "grading-taken-given"),
            ProblemCode::AlreadyMarked => ("grading-marked-title", "grading-marked"),
            ProblemCode::CalibrationFirst => ("problem-calibration-first", "problem-calibration-first-help"),
            ProblemCode::RubricChanged => ("rubrics-changed-title", "rubrics-changed"),
            ProblemCode::Colleague => ("grading-colleague-title", "grading-colleague"),
            ProblemCode::Conflict if typed.corrects() => {
                ("grading-corrected-title", "grading-corrected-meanwhile")
            }
            ProblemCode::Conflict => ("problem-conflict", "problem-conflict-help"),
            _ => return None,
        };
        let arg = |name: &str| {
            let found = problem.args.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        if problem.code == ProblemCode::RubricChanged {
            // What fits stands in the form once more.
            let strange = typed_marks(form).tidy().strange(&work.definition).unwrap_or_default();
            let typed = lines(&strange, &work.rubrics, reader).join("\n");
            return Some(Meanwhile { title_key, text_key, who: arg("number"), at: String::new(), typed });
        }
        let remarks = form.under("remarks.").map(|(_, text)| text);
        let texts = remarks.chain([form.raw("remark"), form.raw("advice")]);
        let typed: Vec<&str> = texts.map(str::trim).filter(|text| !text.is_empty()).collect();
        // A correction stands in its form once more; there is nothing beside it that could be lost.
        let typed = if correction { String::new() } else { typed.join("\n\n") };
        Some(Meanwhile { title_key, text_key, who: arg("who"), at: arg("at"), typed })
    }
}

impl Revision {
    fn new(work: &Work, row: &RevisionRow, reader: &Reader) -> Revision {
        Revision {
            rubric: changed(work).then_some(row.rubric),
            total: row.total,
            passed: row.passed,
            at: dates::date_and_time(reader.language, row.replaced_at, reader.zone),
            who: row.by.as_ref().map(|name| name.surname_and_initials()),
            reason: row.reason.clone(),
        }
    }
}

impl View for Desk {
    const TEMPLATE: &'static str = "pages/grading/show";

    fn title(&self) -> Title {
        let title = ("title", self.case_title.clone());
        match &self.person {
            Some(person) => Title::with("cases-desk-title", vec![("person", person.clone()), title]),
            None => Title::with("grading-desk-title", vec![("number", self.work.to_string()), title]),
        }
    }

    fn samples() -> Vec<Desk> {
        super::samples::desks()
    }
}
