//! What the API says about cases and works.

use super::teams::{CaseTeamDto, FormerTeamDto, ShareDto};
use crate::cases::actions::{self, Case, State, Version};
use crate::cases::rules::{self, OwnMarks, Steps};
use crate::cases::store::{FileRow, SubmissionRow};
use crate::kernel::{Language, Problem};
use crate::programmes::rules::hand_in::Part;
use crate::programmes::rules::{Criterion, Word as _};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDto {
    /// The activity.
    activity_id: i64,
    /// The title in the bearer's language.
    title: String,
    /// The language the texts are really in.
    language: String,
    /// What happened: sanitised HTML.
    situation_html: String,
    /// What to do about it.
    task_html: String,
    /// What to hand in.
    hand_in_html: String,
    /// What it is graded by.
    rubric: Vec<CriterionDto>,
    /// The version of that rubric in this edition; 1 is the programme's own.
    rubric_version: i32,
    /// Whether trainees judge their own work by the rubric: `off`, `offered` or `required`.
    self_assessment: String,
    /// The points that pass.
    pass_points: u32,
    /// The points of a faultless work.
    most_points: u32,
    /// `text`, `files` or both.
    accepts: Vec<String>,
    /// Files one version may have.
    max_files: u32,
    /// The parts of a work; none when the case does not name any.
    hand_in: Vec<PartDto>,
    /// The first instant at which a work is late, for this trainee.
    due_at: String,
    /// Why that is later than for others.
    extension_reason: Option<String>,
    /// The first instant at which nothing is taken any more.
    ends_at: String,
    /// Versions allowed.
    versions_allowed: u32,
    /// Versions left.
    versions_left: usize,
    /// `open`, `waiting` (the last version is not graded), `no_team`, `used_up`, `too_late`, `over` or `preview`.
    state: String,
    /// `none` (the case has no steps), `ahead`, `again` or `done`. While it is `ahead`, task, list and rubric are empty;
    /// while it is `ahead` or `again`, nothing can be handed in.
    steps: String,
    /// What is said about the case when it is over; only then, and only where there is one.
    debrief_html: Option<String>,
    /// The draft; only its author gets it.
    draft: Option<DraftDto>,
    /// The versions so far.
    submissions: Vec<SubmissionDto>,
    /// The team, where teams hand it in.
    team: Option<CaseTeamDto>,
    /// What teams of before handed in with the trainee, to be read only, in the order they joined them.
    former: Vec<FormerTeamDto>,
}

/// A part of what is to be handed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartDto {
    /// Its key: links and files are sent under it.
    key: String,
    /// What it is called.
    title: String,
    /// `text`, `file` or `link`.
    kind: String,
    /// Whether a work without it is not taken.
    required: bool,
    /// `pdf`, `image`, `office`, `text`; none for every sort of file.
    accepts: Vec<String>,
}

impl PartDto {
    fn new(part: &Part, reader: Language) -> PartDto {
        PartDto {
            key: part.key.clone(),
            title: part.title.for_reader(reader).to_owned(),
            kind: part.kind.as_str().to_owned(),
            required: part.required,
            accepts: part.accepts.iter().map(|sort| sort.as_str().to_owned()).collect(),
        }
    }
}

/// A criterion of the rubric.
#[derive(Debug, Serialize, ToSchema)]
pub struct CriterionDto {
    /// Its key: points are sent under it.
    key: String,
    /// What is looked at.
    title: String,
    /// How many times its points count in the total.
    weight: u32,
    /// From the lowest to the highest.
    levels: Vec<LevelDto>,
}

/// A level of a criterion.
#[derive(Debug, Serialize, ToSchema)]
pub struct LevelDto {
    /// What it gives.
    points: u32,
    /// How a work of this level looks.
    text: String,
}

/// A draft.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftDto {
    /// The text.
    text: String,
    /// To be sent with the next change.
    revision: i32,
    /// When it was saved.
    saved_at: String,
    /// Its files.
    files: Vec<FileDto>,
    /// Its links, by part.
    links: BTreeMap<String, String>,
    /// The part of each file, by its id.
    file_parts: BTreeMap<i64, String>,
    /// How its author judges it so far: points by criterion, before weights.
    own: BTreeMap<String, u32>,
}

/// An uploaded file.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileDto {
    /// The file.
    id: i64,
    /// Its name.
    name: String,
    /// Its length in bytes.
    size: i64,
    /// What it is, by content.
    media_type: String,
    /// SHA-256 of its bytes.
    sha256: String,
}

/// A version that was handed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmissionDto {
    /// The version.
    id: i64,
    /// Which one, from 1.
    version: i32,
    /// The text.
    text: String,
    /// Its files.
    files: Vec<FileDto>,
    /// Its links, by part.
    links: BTreeMap<String, String>,
    /// The part of each file, by its id.
    file_parts: BTreeMap<i64, String>,
    /// SHA-256 over all of it: of the hexadecimal SHA-256 of the text and of each file, then each link after its
    /// part and a space, one a line.
    receipt: String,
    /// Whether it came after the deadline.
    late: bool,
    /// The thousandths of its points that it loses, as it came late.
    deduction_permille: i32,
    /// Why it was hidden; then text, links and files are empty here, and another version is asked for.
    hidden_reason: Option<String>,
    /// When it came.
    submitted_at: String,
    /// Its grade, once there is one.
    grading: Option<GradingDto>,
    /// How its author judged it; `null` where that was not asked or not said.
    self_assessment: Option<OwnDto>,
    /// Remarks on passages of the text.
    comments: Vec<CommentDto>,
    /// Who was in the team when it came; empty where it is one trainee's.
    members: Vec<ShareDto>,
}

/// How an author judged the own work.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnDto {
    /// By which version of the rubric.
    rubric_version: i32,
    /// Points by criterion, before weights; those that are not named were left out.
    points: BTreeMap<String, u32>,
    /// Their sum, with weights.
    total: u32,
    /// The points of a faultless work by that version.
    most_points: u32,
}

/// A remark on a passage of the text.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommentDto {
    /// The remark.
    id: i64,
    /// The first character of the passage.
    starts: i32,
    /// The first one after it.
    ends: i32,
    /// What stands there.
    quote: String,
    /// The remark itself.
    text: String,
    /// Who made it.
    author: String,
}

/// A grade.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradingDto {
    /// The sum of the points.
    total: i32,
    /// Whether the pass mark was reached.
    passed: bool,
    /// The version of the rubric it was given by; it keeps that one whatever the edition changes later.
    rubric_version: i32,
    /// That version.
    rubric: Vec<CriterionDto>,
    /// The points of a faultless work by it.
    most_points: u32,
    /// Points by criterion.
    marks: Vec<MarkDto>,
    /// The remark on the whole.
    remark: String,
    /// What to do otherwise.
    advice: String,
    /// Who graded.
    grader: Option<String>,
    /// When.
    graded_at: String,
}

/// The points of a criterion.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkDto {
    /// The criterion's key.
    criterion: String,
    /// The points, before its weight.
    points: i32,
    /// A remark on it.
    remark: Option<String>,
}

impl CaseDto {
    pub(super) fn new(case: &Case, reader: Language) -> Result<CaseDto, Problem> {
        let public = case.definition.public(reader).ok_or_else(Problem::not_found)?;
        let settings = &case.definition.settings;
        let hidden = case.steps.hide_the_task() && case.state != State::Preview;
        let told = |html: String| if hidden { String::new() } else { html };
        let rubric = if hidden { &[][..] } else { public.rubric.as_slice() };
        let debrief = case.definition.text(reader).map(|(_, text)| text.debrief_html.clone());
        let state = match case.state {
            State::Open => "open",
            State::Waiting => "waiting",
            State::NoTeam => "no_team",
            State::NoneLeft => "used_up",
            State::TooLate => "too_late",
            State::Over => "over",
            State::Preview => "preview",
        };
        let steps = match case.steps {
            Steps::None => "none",
            Steps::Ahead => "ahead",
            Steps::Again => "again",
            Steps::Done => "done",
        };
        Ok(CaseDto {
            activity_id: case.fact.id.0,
            title: case.fact.title.for_reader(reader).to_owned(),
            language: public.language.tag().to_owned(),
            situation_html: public.situation_html,
            task_html: told(public.task_html),
            hand_in_html: told(public.hand_in_html),
            rubric: rubric.iter().map(|one| CriterionDto::new(one, reader)).collect(),
            rubric_version: case.rubrics.newest(),
            self_assessment: settings.self_assessment.map_or("off", |asked| asked.as_str()).to_owned(),
            pass_points: case.pass_points,
            most_points: case.definition.most_points(),
            accepts: settings.accepts.iter().map(|kind| kind.as_str().to_owned()).collect(),
            max_files: settings.max_files,
            hand_in: settings.hand_in.iter().map(|part| PartDto::new(part, reader)).collect(),
            due_at: case.due_at.rfc3339(),
            extension_reason: case.extension.as_ref().map(|row| row.reason.clone()),
            ends_at: case.standing.edition.term().ends_at().rfc3339(),
            versions_allowed: settings.submissions,
            versions_left: rules::versions_left(&case.states(), settings.submissions),
            state: state.to_owned(),
            steps: steps.to_owned(),
            debrief_html: debrief.filter(|html| case.debrief_open && !html.is_empty()),
            draft: case.draft.as_ref().map(|draft| DraftDto::new(draft, &case.own)),
            submissions: case.versions.iter().map(|version| SubmissionDto::new(version, reader)).collect(),
            team: CaseTeamDto::new(case),
            former: FormerTeamDto::all(case, reader),
        })
    }
}

impl CriterionDto {
    /// A criterion for a reader.
    pub fn new(criterion: &Criterion, reader: Language) -> CriterionDto {
        let level = |level: &crate::programmes::rules::Level| LevelDto {
            points: level.points,
            text: level.text.for_reader(reader).to_owned(),
        };
        CriterionDto {
            key: criterion.key.clone(),
            title: criterion.title.for_reader(reader).to_owned(),
            weight: criterion.weight,
            levels: criterion.levels.iter().map(level).collect(),
        }
    }
}

impl DraftDto {
    fn new(draft: &actions::Draft, own: &OwnMarks) -> DraftDto {
        DraftDto {
            own: own.points.clone(),
            text: draft.row.text.clone(),
            revision: draft.row.revision,
            saved_at: draft.row.saved_at.rfc3339(),
            files: draft.files.iter().map(FileDto::new).collect(),
            links: draft.row.parts.0.links.clone(),
            file_parts: draft.row.parts.0.files.clone(),
        }
    }
}

impl FileDto {
    pub(super) fn new(file: &FileRow) -> FileDto {
        FileDto {
            id: file.id.0,
            name: file.name.clone(),
            size: file.size,
            media_type: file.media_type.clone(),
            sha256: file.sha256.clone(),
        }
    }
}

impl SubmissionDto {
    /// A version with its grade.
    pub fn new(version: &Version, reader: Language) -> SubmissionDto {
        let grading = version.grade.as_ref().map(|grade| GradingDto::new(grade, reader));
        let comment = |row: &crate::cases::store::CommentRow| CommentDto {
            id: row.id.0,
            starts: row.starts,
            ends: row.ends,
            quote: row.quote.clone(),
            text: row.text.clone(),
            author: row.name.full(),
        };
        SubmissionDto {
            comments: version.comments.iter().map(comment).collect(),
            self_assessment: version.own.as_ref().map(OwnDto::new),
            hidden_reason: version.hidden.as_ref().map(|hidden| hidden.reason.clone()),
            members: ShareDto::all(version),
            ..SubmissionDto::of(&version.row, &version.files, grading)
        }
    }

    fn of(row: &SubmissionRow, files: &[FileRow], grading: Option<GradingDto>) -> SubmissionDto {
        SubmissionDto {
            id: row.id.0,
            version: row.version,
            text: row.text.clone(),
            files: files.iter().map(FileDto::new).collect(),
            links: row.parts.0.links.clone(),
            file_parts: row.parts.0.files.clone(),
            receipt: row.receipt.clone(),
            late: row.late,
            deduction_permille: row.deduction,
            hidden_reason: None,
            submitted_at: row.submitted_at.rfc3339(),
            grading,
            self_assessment: None,
            comments: Vec::new(),
            members: Vec::new(),
        }
    }
}

impl OwnDto {
    fn new(own: &actions::Own) -> OwnDto {
        OwnDto {
            rubric_version: own.marks.rubric,
            points: own.marks.points.clone(),
            total: rules::total(&own.rubric.criteria, &own.marks.points),
            most_points: own.rubric.most_points(),
        }
    }
}

impl GradingDto {
    fn new(grade: &actions::Grade, reader: Language) -> GradingDto {
        let mark = |mark: &crate::cases::store::MarkRow| MarkDto {
            criterion: mark.criterion_key.clone(),
            points: mark.points,
            remark: mark.remark.clone(),
        };
        GradingDto {
            total: grade.row.total,
            passed: grade.row.passed,
            rubric_version: grade.row.rubric,
            rubric: grade.rubric.criteria.iter().map(|one| CriterionDto::new(one, reader)).collect(),
            most_points: grade.rubric.most_points(),
            marks: grade.marks.iter().map(mark).collect(),
            remark: grade.row.remark.clone(),
            advice: grade.row.advice.clone(),
            grader: grade.row.grader.as_ref().map(|name| name.full()),
            graded_at: grade.row.graded_at.rfc3339(),
        }
    }
}
