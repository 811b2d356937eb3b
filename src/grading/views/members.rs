//! The members of a team beside its work: who was present, what each of them gets, what they say of each other.

use crate::cases::store::{AdjustmentRow, ShareRow};
use crate::grading::actions::Work;
use crate::grading::rules::may_correct;
use crate::kernel::{EnrolmentId, PersonName, Problem, dates};
use crate::web::{Field, Form, Reader, paths};
use serde::Serialize;

/// A refused change as it was typed.
#[derive(Debug, Clone, Copy)]
pub struct TypedMember<'a> {
    /// For whom.
    pub enrolment: EnrolmentId,
    /// What was typed.
    pub form: &'a Form,
    /// What is wrong with it.
    pub problem: &'a Problem,
}

/// The part of the desk.
#[derive(Debug, Clone, Serialize)]
pub struct TeamPart {
    /// The members; nobody while the work is graded without names.
    pub(super) members: Vec<Member>,
    /// Ratings by number, while nobody may be named.
    pub(super) nameless: Vec<NamelessRatings>,
    /// Whether nothing was said yet.
    pub(super) unrated: bool,
    pub(super) is_nameless: bool,
    pub(super) fields: Vec<Field>,
}

/// What the others say of somebody without a name.
#[derive(Debug, Clone, Serialize)]
pub struct NamelessRatings {
    pub(super) number: usize,
    pub(super) ratings: String,
}

/// Somebody of the team.
#[derive(Debug, Clone, Serialize)]
pub struct Member {
    pub(super) person: String,
    pub(super) present: bool,
    /// Their own total, once the grade is released.
    pub(super) total: Option<i32>,
    pub(super) points: i32,
    pub(super) ratings: Vec<Rating>,
    pub(super) changes: Vec<Change>,
    pub(super) form: Option<MemberForm>,
}

/// What one of the others says.
#[derive(Debug, Clone, Serialize)]
pub struct Rating {
    pub(super) who: String,
    pub(super) key: String,
    pub(super) remark: String,
}

/// What was changed before.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    pub(super) present: bool,
    pub(super) points: i32,
    pub(super) reason: String,
    pub(super) who: Option<String>,
    pub(super) at: String,
}

/// The form of a further change.
#[derive(Debug, Clone, Serialize)]
pub struct MemberForm {
    pub(super) url: String,
    pub(super) present: Field,
    pub(super) is_present: bool,
    pub(super) points: Field,
    pub(super) reason: Field,
    pub(super) is_open: bool,
}

impl TeamPart {
    /// The team of a work; nothing where it is one trainee's.
    pub(super) fn new(work: &Work, reader: &Reader) -> Option<TeamPart> {
        work.row.team?;
        let member = |share: &ShareRow| Member::new(work, share, reader);
        let nameless = |(number, ratings): (usize, Vec<i32>)| {
            let ratings: Vec<String> = ratings.iter().map(ToString::to_string).collect();
            NamelessRatings { number, ratings: ratings.join(", ") }
        };
        Some(TeamPart {
            members: work.members().iter().map(member).collect(),
            nameless: (1..).zip(work.nameless_ratings()).map(nameless).collect(),
            unrated: work.ratings.is_empty() && !work.own,
            is_nameless: work.is_nameless(),
            fields: Vec::new(),
        })
    }

    /// The same with a refused change as it was typed.
    pub(super) fn refuse(&mut self, typed: TypedMember<'_>) {
        let url = |form: &MemberForm| form.url.ends_with(&format!("/{}", typed.enrolment));
        let Some(form) = self.members.iter_mut().filter_map(|one| one.form.as_mut()).find(|form| url(form))
        else {
            return;
        };
        let field = |field: &Field| Field {
            id: field.id.clone(),
            ..Field::typed(&field.name, typed.form, typed.problem)
        };
        form.points = field(&form.points);
        form.reason = field(&form.reason);
        form.is_present = typed.form.ticked("present");
        form.is_open = true;
        let fields = [&form.points, &form.reason];
        self.fields = fields.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect();
    }
}

impl Member {
    fn new(work: &Work, share: &ShareRow, reader: &Reader) -> Member {
        let name = |enrolment: EnrolmentId| {
            let one = work.members().iter().find(|one| one.enrolment == enrolment);
            one.map(|one| one.name.surname_and_initials()).unwrap_or_default()
        };
        let about = work.ratings.iter().filter(|row| row.rated == share.enrolment);
        let rating = |row: &crate::cases::store::RatingRow| Rating {
            who: name(row.rater),
            key: format!("case-teams-rating-{}", row.rating),
            remark: row.remark.clone(),
        };
        let changes = work.version.adjustments.iter().filter(|one| one.enrolment == share.enrolment);
        Member {
            person: share.name.full(),
            present: share.present,
            total: share.total,
            points: share.points,
            ratings: about.map(rating).collect(),
            changes: changes.map(|row| Change::new(row, reader)).collect(),
            form: may_correct(work.footing()).is_ok().then(|| MemberForm::new(work, share)),
        }
    }
}

impl Change {
    fn new(row: &AdjustmentRow, reader: &Reader) -> Change {
        Change {
            present: row.present,
            points: row.points,
            reason: row.reason.clone(),
            who: row.by.as_ref().map(PersonName::surname_and_initials),
            at: dates::date_and_time(reader.language, row.at, reader.zone),
        }
    }
}

impl MemberForm {
    fn new(work: &Work, share: &ShareRow) -> MemberForm {
        let field = |name: &str, value: String| Field {
            id: format!("field-{name}-{}", share.enrolment),
            ..Field::filled(name, value)
        };
        MemberForm {
            url: paths::work_member(work.row.submission, share.enrolment),
            present: field("present", "on".to_owned()),
            is_present: share.present,
            points: field("points", share.points.to_string()),
            reason: field("reason", String::new()),
            is_open: false,
        }
    }
}
