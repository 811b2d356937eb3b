//! Levels and the status of mentors over the API.

use super::actions::{self, Line, PersonLevels, Registry, Section};
use super::pages::Question;
use super::rules::status::{Status, Why};
use super::rules::{Attested, Level, LevelRule, Reached, Step};
use crate::api::{Api, ApiErrors, Body, ok};
use crate::db::Write;
use crate::kernel::{
    Actor, Fault, Gate, Localised, Moment, OrganisationId, PersonId, Problem, ProgrammeId, Word as _,
};
use crate::programmes::rules::words::DocumentKind;
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(registry, own, person, rule, set_rule))]
pub struct Doc;

/// A level of an organisation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LevelStepDto {
    /// From how many completed cycles on.
    cycles: i32,
    /// The name in Russian.
    #[serde(default)]
    name_ru: String,
    /// The name in Kazakh.
    #[serde(default)]
    name_kk: String,
    /// The name in English.
    #[serde(default)]
    name_en: String,
}

impl LevelStepDto {
    fn new(step: &Step) -> LevelStepDto {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        LevelStepDto {
            cycles: step.cycles,
            name_ru: text(&step.name.ru),
            name_kk: text(&step.name.kk),
            name_en: text(&step.name.en),
        }
    }

    fn step(self) -> Step {
        let name = Localised { ru: Some(self.name_ru), kk: Some(self.name_kk), en: Some(self.name_en) };
        Step { cycles: self.cycles, name }
    }
}

/// By what an organisation gives levels.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LevelRuleDto {
    /// The first level.
    trainee: LevelStepDto,
    /// The second one.
    mentor: LevelStepDto,
    /// The third one.
    master: LevelStepDto,
    /// The kinds of document that complete a cycle: `advanced_training_certificate`, `retraining_diploma`,
    /// `participation_certificate`, `mentor_certificate`.
    kinds: Vec<String>,
    /// The programmes whose editions count; empty: all of them do.
    #[serde(default)]
    programme_ids: Vec<i64>,
}

impl LevelRuleDto {
    fn new(rule: &LevelRule) -> LevelRuleDto {
        LevelRuleDto {
            trainee: LevelStepDto::new(&rule.trainee),
            mentor: LevelStepDto::new(&rule.mentor),
            master: LevelStepDto::new(&rule.master),
            kinds: rule.kinds.iter().map(|kind| kind.as_str().to_owned()).collect(),
            programme_ids: rule.programmes.iter().map(|id| id.0).collect(),
        }
    }

    fn rule(self) -> Result<LevelRule, Problem> {
        let kinds: Option<Vec<DocumentKind>> =
            self.kinds.iter().map(|word| DocumentKind::parse(word)).collect();
        let kinds = kinds.ok_or_else(|| Problem::invalid(vec![Fault::new("kinds", "level-kinds")]))?;
        let steps = [self.trainee.step(), self.mentor.step(), self.master.step()];
        Ok(steps_of(steps, kinds, self.programme_ids.into_iter().map(ProgrammeId).collect()))
    }
}

/// A rule out of its parts, the lowest level first.
pub(super) fn steps_of(
    [trainee, mentor, master]: [Step; 3],
    kinds: Vec<DocumentKind>,
    programmes: Vec<ProgrammeId>,
) -> LevelRule {
    LevelRule { trainee, mentor, master, kinds, programmes }
}

/// Where somebody's cycles have led.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReachedLevelDto {
    /// `trainee`, `mentor` or `master`; `null` before the first.
    level: Option<String>,
    /// How many cycles were completed.
    cycles: usize,
    /// The next level; `null` at the highest.
    next_level: Option<String>,
    /// How many cycles are missing to it.
    cycles_missing: Option<i32>,
}

impl ReachedLevelDto {
    fn new(reached: Reached) -> ReachedLevelDto {
        let word = |level: Level| level.as_str().to_owned();
        ReachedLevelDto {
            level: reached.level.map(word),
            cycles: reached.cycles,
            next_level: reached.next.map(|(level, _)| word(level)),
            cycles_missing: reached.next.map(|(_, missing)| missing),
        }
    }
}

/// Whether somebody's status as a mentor holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct MentorStatusDto {
    /// `valid` or `needs_training`.
    state: String,
    /// The last day to which the status holds without further training, `2026-09-30`.
    valid_until: Option<String>,
    /// Why training is needed: `missed_quarter`, `initial_hours` or `lapsed`.
    reason: Option<String>,
    /// The quarter that was missed, `2026-2`.
    quarter: Option<String>,
}

impl MentorStatusDto {
    fn new(status: Status) -> MentorStatusDto {
        let (state, valid_until, reason, quarter) = match status {
            Status::Valid(until) => ("valid", Some(until.to_string()), None, None),
            Status::Needs(Why::Missed(quarter)) => {
                ("needs_training", None, Some("missed_quarter"), Some(quarter.to_string()))
            }
            Status::Needs(Why::Initial(_)) => ("needs_training", None, Some("initial_hours"), None),
            Status::Needs(Why::Lapsed(_)) => ("needs_training", None, Some("lapsed"), None),
        };
        let reason = reason.map(str::to_owned);
        MentorStatusDto { state: state.to_owned(), valid_until, reason, quarter }
    }
}

/// A standing document of a course.
#[derive(Debug, Serialize, ToSchema)]
pub struct LevelDocumentDto {
    /// The document.
    document_id: i64,
    /// Its kind.
    kind: String,
    /// Its number.
    number: String,
    /// Its date, `2026-03-20`.
    issued_on: String,
    /// The edition it attests.
    edition_id: i64,
    /// The edition's title.
    edition: String,
}

impl LevelDocumentDto {
    fn new(one: &Attested) -> LevelDocumentDto {
        LevelDocumentDto {
            document_id: one.document.0,
            kind: one.kind.as_str().to_owned(),
            number: one.number.clone(),
            issued_on: one.issued_on.to_string(),
            edition_id: one.edition.0,
            edition: one.title.clone(),
        }
    }
}

/// Somebody of a registry.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegistryLineDto {
    /// The person.
    person_id: i64,
    /// Surname, first name, patronymic.
    name: String,
    /// The level.
    level: ReachedLevelDto,
    /// The latest certificate of a mentor.
    certificate: Option<LevelDocumentDto>,
    /// How the mentor stands; `null` without a certificate.
    status: Option<MentorStatusDto>,
}

fn line(line: &Line) -> RegistryLineDto {
    RegistryLineDto {
        person_id: line.person.id.0,
        name: line.person.name.full(),
        level: ReachedLevelDto::new(line.reached),
        certificate: line.certificate.as_ref().map(LevelDocumentDto::new),
        status: line.status.map(MentorStatusDto::new),
    }
}

/// The registry of mentors of an organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct MentorRegistryDto {
    /// The organisation.
    organisation_id: i64,
    /// How many people were found.
    total: i64,
    /// Those on the page, in the order that was asked for.
    people: Vec<RegistryLineDto>,
}

/// How many people stand on a page of an answer.
const PAGE: i64 = 500;

fn whole(registry: &Registry) -> MentorRegistryDto {
    let people = registry.lines.iter().map(line).collect();
    MentorRegistryDto { organisation_id: registry.organisation.0, total: registry.total, people }
}

/// A session in person that would keep or restore a status.
#[derive(Debug, Serialize, ToSchema)]
pub struct LevelSessionDto {
    /// The person's place in the edition.
    enrolment_id: i64,
    /// From when, RFC 3339.
    starts_at: String,
    /// Where.
    place: Option<String>,
}

/// Somebody in an organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationLevelDto {
    /// The organisation.
    organisation_id: i64,
    /// Its short name.
    organisation: String,
    /// The level.
    level: ReachedLevelDto,
    /// The documents that completed the cycles, the earliest first.
    cycles: Vec<LevelDocumentDto>,
    /// The latest certificate of a mentor.
    certificate: Option<LevelDocumentDto>,
    /// How the mentor stands; `null` without a certificate.
    status: Option<MentorStatusDto>,
    /// The next session that counts, where one is needed and planned.
    next_session: Option<LevelSessionDto>,
}

fn section(section: &Section) -> OrganisationLevelDto {
    OrganisationLevelDto {
        organisation_id: section.organisation.0,
        organisation: section.name.clone(),
        level: ReachedLevelDto::new(section.reached),
        cycles: section.cycles.iter().map(LevelDocumentDto::new).collect(),
        certificate: section.certificate.as_ref().map(LevelDocumentDto::new),
        status: section.status.map(MentorStatusDto::new),
        next_session: section.next.as_ref().map(|next| LevelSessionDto {
            enrolment_id: next.enrolment.0,
            starts_at: next.gathering.starts_at.rfc3339(),
            place: next.gathering.place.clone(),
        }),
    }
}

/// The levels of a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonLevelsDto {
    /// The person.
    person_id: i64,
    /// The organisations that give the person a level or teach the person; for administrators only their own, for
    /// coordinators only those to which they sent the person.
    organisations: Vec<OrganisationLevelDto>,
}

fn levels(levels: &PersonLevels) -> PersonLevelsDto {
    let organisations = levels.sections.iter().map(section).collect();
    PersonLevelsDto { person_id: levels.person.0, organisations }
}

/// The registry of mentors of an organisation, for its administrators; for coordinators, of the people whom their own
/// organisations sent there.
#[utoipa::path(get, path = "/api/v1/mentors", tag = "levels",
    params(("organisation" = Option<i64>, Query, description = "the organisation; without it the one that issued the latest certificate"),
        ("q" = Option<String>, Query, description = "words of the name"),
        ("show" = Option<String>, Query, description = "`mentors`, `valid`, `needs_training` or `everybody`"),
        ("level" = Option<String>, Query, description = "`trainee`, `mentor` or `master`"),
        ("sort" = Option<String>, Query, description = "`name`, `level` or `status`"),
        ("page" = Option<u16>, Query, description = "the page, from 0; 500 people stand on each")),
    responses((status = 200, body = MentorRegistryDto), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn registry(api: Api, question: Query<Question>) -> Reply {
    let (asked, now) = (question.asked(), api.web.now());
    let stretch = (i64::from(question.page()) * PAGE, PAGE);
    let (_, registry) =
        api.read(Gate::Coordinator, move |r, me| actions::registry(r, me, &asked, stretch, now)).await?;
    Ok(ok(&whole(&registry)))
}

/// The caller's own levels and statuses.
#[utoipa::path(get, path = "/api/v1/my/levels", tag = "levels", responses((status = 200, body = PersonLevelsDto)))]
pub async fn own(api: Api) -> Reply {
    let now = api.web.now();
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
    Ok(ok(&levels(&found)))
}

/// The levels and statuses of somebody, for that person, for administrators of the organisations that give them, and for
/// coordinators of the organisation that sent the person there.
#[utoipa::path(get, path = "/api/v1/people/{person}/levels", tag = "levels", params(("person" = i64, Path)),
    responses((status = 200, body = PersonLevelsDto), (status = 404, body = ApiErrors)))]
pub async fn person(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (PersonId(path.into_inner()), api.web.now());
    let (_, found) = api.read(Gate::SignedIn, move |r, me| actions::person(r, me, id, now)).await?;
    Ok(ok(&levels(&found)))
}

/// By what an organisation gives levels; the usual rule where it set none.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/level-rule", tag = "levels",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = LevelRuleDto), (status = 404, body = ApiErrors)))]
pub async fn rule(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, sheet) = api.read(Gate::Administrator, move |r, me| actions::sheet(r, me, id)).await?;
    Ok(ok(&LevelRuleDto::new(&sheet.holds())))
}

/// Sets by what an organisation gives levels. Levels follow at once; earlier rules are kept.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/level-rule", tag = "levels",
    params(("organisation" = i64, Path)), request_body = LevelRuleDto,
    responses((status = 200, body = LevelRuleDto), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn set_rule(api: Api, path: Path<i64>, Body(body): Body<LevelRuleDto>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let set = move |w: &mut Write, me: &Actor, now: Moment| {
        actions::sheet(w, me, id)?;
        actions::set_rule(w, me, id, &body.clone().rule()?, now)?;
        Ok(actions::sheet(w, me, id)?.holds())
    };
    let (_, rule) = api.write(Gate::Administrator, set).await?;
    Ok(ok(&LevelRuleDto::new(&rule)))
}
