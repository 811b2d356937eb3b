//! The queue, and a work to look at.

use super::members::RatedDto;
use crate::api::{Api, ApiErrors, Listing, ok};
use crate::cases::api::types::{CriterionDto, SubmissionDto};
use crate::cases::rules::nameless_file;
use crate::grading::actions::{self, Waiting, Wish, Work};
use crate::grading::rules::{FormerMarks, Marks, Stance, Third, Whose, WorkState};
use crate::grading::store::{DraftRow, SeatRow};
use crate::kernel::{
    ActivityId, EditionId, Gate, Language, Moment, OrganisationId, Problem, SubmissionId, Word,
};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A work that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitingDto {
    /// The version.
    submission_id: i64,
    /// Which one, from 1.
    version: i32,
    /// The case.
    activity_id: i64,
    /// Its title in the bearer's language.
    title: String,
    /// The edition.
    edition_id: i64,
    /// Its title.
    edition: String,
    /// The author; `null` while the case is graded without names.
    author: Option<String>,
    /// Who sent the author; `null` likewise.
    organisation: Option<String>,
    /// Since when it waits.
    submitted_at: String,
    /// Whole days since then.
    age_days: i64,
    /// Whether it came after the deadline.
    late: bool,
    /// `not_marked`, `in_marking` or `in_review`.
    state: String,
    /// Who is at work on it or was given it.
    graders: Vec<SeatDto>,
    /// Two graders were too far apart, and a third is `wanted`, or there is `nobody` whom the rule of the case could give it
    /// to; `null` for every other work.
    third: Option<&'static str>,
}

/// Somebody's place at a work.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatDto {
    /// Who.
    person_id: i64,
    /// Their name.
    name: String,
    /// Whether it was given to them.
    allotted: bool,
    /// Until when they are at work; `null` when they are not.
    until: Option<String>,
    /// Whether they have given their marks.
    marked: bool,
}

impl SeatDto {
    fn all(seats: &[SeatRow], now: Moment) -> Vec<SeatDto> {
        let seat = |seat: &SeatRow| SeatDto {
            person_id: seat.held.person.0,
            name: seat.name.full(),
            allotted: seat.held.allotted,
            until: seat.held.until.filter(|_| seat.held.at_work(now)).map(Moment::rfc3339),
            marked: seat.held.marked,
        };
        seats.iter().filter(|one| one.held.holds(now)).map(seat).collect()
    }
}

/// A work on the desk.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkDto {
    /// The version.
    submission: SubmissionDto,
    /// The case's title.
    title: String,
    /// The edition's title.
    edition: String,
    /// The author; `null` while the work is graded without names.
    author: Option<String>,
    /// What it is graded by: the rubric of its grade; before that the one its first grader used, else the newest.
    rubric: Vec<CriterionDto>,
    /// The version of that rubric; sent back with marks, it keeps them from counting by another one.
    rubric_version: i32,
    /// The newest version in this edition.
    newest_rubric_version: i32,
    /// The points that pass.
    pass_points: u32,
    /// The points of a faultless work.
    most_points: u32,
    /// Notes that only trainers see: sanitised HTML.
    trainer_html: String,
    /// The versions before and after it.
    others: Vec<SubmissionDto>,
    /// `not_marked`, `in_marking`, `in_review` or `released`.
    state: String,
    /// Whether the bearer may claim and grade it: `free`, `mine`, `marked` or `taken`.
    stance: String,
    /// Who is at work on it or was given it.
    graders: Vec<SeatDto>,
    /// The bearer's own marks as they were saved, with their revision.
    draft: Option<DraftDto>,
    /// What the grade was before its corrections, the latest first.
    revisions: Vec<RevisionDto>,
    /// What the members of a team say of each other; none while the work is graded without names.
    ratings: Vec<RatedDto>,
}

/// Marks as they were saved.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftDto {
    /// `points` and `remarks` by criterion, `remark`, `advice`.
    #[schema(value_type = Object)]
    pub(super) marks: Marks,
    /// To be sent with the next change.
    pub(super) revision: i32,
    /// When they were saved.
    pub(super) saved_at: String,
    /// The version of the rubric they were saved by.
    pub(super) rubric_version: i32,
    /// What was typed by earlier versions and does not fit: `rubric` and `marks` each.
    #[schema(value_type = Vec<Object>)]
    pub(super) former: Vec<FormerMarks>,
}

impl DraftDto {
    pub(super) fn new(row: &DraftRow) -> DraftDto {
        DraftDto {
            marks: row.marks.clone(),
            revision: row.revision,
            saved_at: row.saved_at.rfc3339(),
            rubric_version: row.rubric,
            former: row.former.clone(),
        }
    }
}

/// What a grade was before a correction.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionDto {
    /// `points` and `remarks` by criterion, `remark`, `advice`.
    #[schema(value_type = Object)]
    marks: Marks,
    /// The sum of the points.
    total: i32,
    /// Whether the pass mark was reached.
    passed: bool,
    /// The version of the rubric it was given by.
    rubric_version: i32,
    /// Why it was corrected.
    reason: String,
    /// By whom.
    by: Option<String>,
    /// When.
    at: String,
}

/// What of the queue is asked for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    after: Option<i64>,
    limit: Option<i64>,
    edition: Option<i64>,
    case: Option<i64>,
    organisation: Option<i64>,
    #[serde(default)]
    state: String,
    #[serde(default)]
    whose: String,
}

/// Works that wait for the bearer, the oldest first. `state` is `not_marked`, `in_marking` or `in_review`; without
/// it everything whose grade is not decided. `whose` is `all`, `mine`, `free` or `open` (held or free).
#[utoipa::path(get, path = "/api/v1/grading", tag = "grading", params(("after" = Option<i64>, Query),
    ("limit" = Option<i64>, Query), ("edition" = Option<i64>, Query), ("case" = Option<i64>, Query),
    ("organisation" = Option<i64>, Query), ("state" = Option<String>, Query), ("whose" = Option<String>, Query)),
    responses((status = 200, body = Listing<WaitingDto>), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api, asked: Query<Asked>) -> Reply {
    let asked = asked.into_inner();
    let limit = asked.limit.unwrap_or(50).clamp(1, 200);
    let wish = Wish {
        edition: asked.edition.map(EditionId),
        case: asked.case.map(ActivityId),
        organisation: asked.organisation.map(OrganisationId),
        state: WorkState::parse(&asked.state).filter(|state| *state != WorkState::Released),
        whose: Whose::parse(&asked.whose).unwrap_or(Whose::All),
        after: asked.after.map(SubmissionId),
    };
    let now = api.web.now();
    let job = move |r: &mut _, me: &_| actions::queue(r, me, wish, limit + 1, now);
    let (me, page) = api.read(Gate::Trainer, job).await?;
    let rows = page.works.iter().map(|work| WaitingDto::new(work, me.actor.language, now)).collect();
    Ok(ok(&Listing::of(rows, limit, |row: &WaitingDto| row.submission_id)))
}

/// A work with its rubric and earlier versions.
#[utoipa::path(get, path = "/api/v1/submissions/{submission}", tag = "grading",
    params(("submission" = i64, Path)),
    responses((status = 200, body = WorkDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<SubmissionId>) -> Reply {
    let (id, now) = (path.into_inner(), api.web.now());
    let (me, work) = api.read(Gate::Trainer, move |r, me| actions::work(r, me, id, now)).await?;
    Ok(ok(&WorkDto::new(&work, me.actor.language, now)?))
}

impl WaitingDto {
    fn new(work: &Waiting, reader: Language, now: Moment) -> WaitingDto {
        let row = &work.row;
        WaitingDto {
            submission_id: row.submission.0,
            version: row.version,
            activity_id: row.activity.0,
            title: row.title.for_reader(reader).to_owned(),
            edition_id: row.edition.0,
            edition: row.edition_title.clone(),
            author: row.whose(),
            organisation: row.organisation.clone(),
            submitted_at: row.submitted_at.rfc3339(),
            age_days: row.submitted_at.days_until(now),
            late: row.late,
            state: work.state.as_str().to_owned(),
            graders: SeatDto::all(&work.seats, now),
            third: work.third.map(|third| match third {
                Third::Wanted => "wanted",
                Third::Nobody => "nobody",
            }),
        }
    }
}

impl WorkDto {
    fn new(work: &Work, reader: Language, now: Moment) -> Result<WorkDto, Problem> {
        let (_, text) = work.definition.text(reader).ok_or_else(Problem::not_found)?;
        let stance = match work.stance {
            Stance::Free => "free",
            Stance::Mine => "mine",
            Stance::Marked => "marked",
            Stance::Taken(_) => "taken",
        };
        let revision = |row: &crate::grading::store::RevisionRow| RevisionDto {
            marks: row.marks.clone(),
            total: row.total,
            passed: row.passed,
            rubric_version: row.rubric,
            reason: row.reason.clone(),
            by: row.by.as_ref().map(|name| name.full()),
            at: row.replaced_at.rfc3339(),
        };
        Ok(WorkDto {
            submission: submission(work, &work.version, reader),
            title: work.fact.title.for_reader(reader).to_owned(),
            edition: work.standing.edition.title.clone(),
            author: work.whose(),
            rubric: work.definition.rubric.iter().map(|one| CriterionDto::new(one, reader)).collect(),
            rubric_version: work.by,
            newest_rubric_version: work.rubrics.newest(),
            pass_points: work.pass_points,
            most_points: work.definition.most_points(),
            trainer_html: text.trainer_html.clone(),
            others: work.others.iter().map(|version| submission(work, version, reader)).collect(),
            state: work.state(now).as_str().to_owned(),
            stance: stance.to_owned(),
            graders: SeatDto::all(&work.seats, now),
            draft: work.draft.as_ref().map(DraftDto::new),
            revisions: work.revisions.iter().map(revision).collect(),
            ratings: RatedDto::all(work),
        })
    }
}

/// A version; without names, what its files are called does not tell whose they are.
fn submission(work: &Work, version: &crate::cases::actions::Version, reader: Language) -> SubmissionDto {
    if !work.is_nameless() {
        return SubmissionDto::new(version, reader);
    }
    let mut version = version.clone();
    for file in &mut version.files {
        file.name = nameless_file(file.id, &file.name);
    }
    SubmissionDto::new(&version, reader)
}
