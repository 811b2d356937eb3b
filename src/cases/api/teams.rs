//! What the API says about the teams of a case, and what members say of each other.

use super::types::SubmissionDto;
use crate::api::{Api, ApiErrors, Body};
use crate::cases::actions::{self, Case, SaidOfMembers, Version, Which};
use crate::cases::store::ShareRow;
use crate::kernel::{ActivityId, EnrolmentId, Gate, Language, SubmissionId};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The team of a trainee at a case that teams hand in.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseTeamDto {
    /// How large a team is at least,
    least: u32,
    /// and at most.
    most: u32,
    /// The set of teams; `null` while none was made.
    set_id: Option<i64>,
    /// The team; `null` while the trainee has none: then nothing can be written.
    id: Option<i64>,
    /// Its name.
    name: Option<String>,
    /// Who is in it: their enrolments are what `present` names.
    members: Vec<MemberDto>,
}

/// A team that a trainee was in before, with what it handed in in those days.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormerTeamDto {
    /// The team.
    id: i64,
    /// Its name.
    name: String,
    /// Since when the trainee was in it.
    from: String,
    /// Until when; `null` where another set of teams is used by now.
    to: Option<String>,
    /// The versions, in their order.
    submissions: Vec<SubmissionDto>,
}

impl FormerTeamDto {
    pub(super) fn all(case: &Case, reader: Language) -> Vec<FormerTeamDto> {
        let team = |former: &actions::Former| FormerTeamDto {
            id: former.team.0,
            name: former.name.clone(),
            from: former.from.rfc3339(),
            to: former.to.map(|to| to.rfc3339()),
            submissions: former.versions.iter().map(|one| SubmissionDto::new(one, reader)).collect(),
        };
        case.former.iter().map(team).collect()
    }
}

/// Somebody of the team.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberDto {
    /// The place in the edition.
    enrolment_id: i64,
    /// The name.
    name: String,
}

/// A member of the team on the day a version came.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShareDto {
    /// The place in the edition.
    enrolment_id: i64,
    /// The name.
    name: String,
    /// Whether they had a part in it; nobody else gets its grade.
    present: bool,
    /// The points a trainer added or took off; others of the team see 0.
    points: i32,
    /// Their own total once the grade is released; others of the team see `null`.
    total: Option<i32>,
    /// Whether that passes; likewise.
    passed: Option<bool>,
    /// Why the points were changed; likewise.
    reason: Option<String>,
}

impl ShareDto {
    /// The members of a version; none where it is one trainee's.
    pub(super) fn all(version: &Version) -> Vec<ShareDto> {
        let reason = |share: &ShareRow| {
            let one = version.adjustments.iter().find(|one| one.enrolment == share.enrolment);
            one.map(|one| one.reason.clone())
        };
        let share = |share: &ShareRow| ShareDto {
            enrolment_id: share.enrolment.0,
            name: share.name.full(),
            present: share.present,
            points: share.points,
            total: share.total,
            passed: share.passed,
            reason: reason(share),
        };
        version.shares.iter().map(share).collect()
    }
}

impl CaseTeamDto {
    pub(super) fn new(case: &Case) -> Option<CaseTeamDto> {
        let place = case.team.as_ref()?;
        let member = |one: &crate::teams::store::Trainee| MemberDto {
            enrolment_id: one.enrolment.0,
            name: one.name.full(),
        };
        Some(CaseTeamDto {
            least: place.size.least,
            most: place.size.most,
            set_id: place.set.as_ref().map(|set| set.id.0),
            id: place.id().map(|id| id.0),
            name: place.team.as_ref().map(|team| team.name.clone()),
            members: place.members.iter().map(member).collect(),
        })
    }
}

/// What a member says of one of the others.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RatingDto {
    /// Of whom.
    enrolment_id: i64,
    /// From 1 (hardly had a part in it) to 4 (it would not have come about without them).
    rating: i32,
    /// A remark for the trainer.
    #[serde(default)]
    remark: String,
}

/// What a member says of the others.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RatingsDto {
    /// One for each of the others who were present.
    ratings: Vec<RatingDto>,
}

/// Says what the others of the team had for a share in a version, until its grade is released. Only the trainer sees it.
#[utoipa::path(put, path = "/api/v1/learn/{enrolment}/cases/{activity}/ratings/{submission}", tag = "cases",
    params(("enrolment" = i64, Path), ("activity" = i64, Path), ("submission" = i64, Path)), request_body = RatingsDto,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn rate(
    api: Api,
    path: Path<(EnrolmentId, ActivityId, SubmissionId)>,
    body: Body<RatingsDto>,
) -> Reply {
    let (enrolment, activity, id) = path.into_inner();
    let which = Which { enrolment, activity };
    let one = |one: RatingDto| (EnrolmentId(one.enrolment_id), (one.rating, one.remark));
    let said: SaidOfMembers = body.0.ratings.into_iter().map(one).collect();
    let job = move |w: &mut _, me: &_, now| actions::rate(w, me, (which, id), &said, now);
    api.write(Gate::SignedIn, job).await?;
    Ok(HttpResponse::NoContent().finish())
}
