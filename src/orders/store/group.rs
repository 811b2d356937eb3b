//! What the papers of a group are put together from: programme, people, the number of the group.

use crate::db::schema::{
    activities, edition_groups, enrolments, modules, organisations, people, programme_versions, role_grants,
    sessions,
};
use crate::db::{Json, MultiBackend, Read, Write, each};
use crate::kernel::{
    AcademicHours, EditionId, EnrolmentId, Language, Localised, ModuleId, Moment, OrganisationId, PersonId,
    PersonName, Problem, ProgrammeVersionId,
};
use crate::programmes::rules::Volume;
use crate::programmes::rules::words::{ActivityKind, DocumentKind, Nature, ProgrammeKind};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// What is taught.
#[derive(Debug, Clone)]
pub struct Taught {
    /// Which version, by its number in the programme.
    pub number: i32,
    /// SHA-256 over its content.
    pub content_hash: String,
    /// What it is before the law.
    pub kind: ProgrammeKind,
    /// The title.
    pub title: Localised,
    /// The declared volume.
    pub hours: AcademicHours,
    /// Its parts: theory, practice, self-study.
    pub parts: (AcademicHours, AcademicHours, AcademicHours),
    /// The paper at its end.
    pub document: DocumentKind,
}

type TaughtRow = (
    i32,
    String,
    ProgrammeKind,
    Json<Localised>,
    (AcademicHours, AcademicHours, AcademicHours),
    DocumentKind,
);

/// What a version teaches.
pub fn taught(r: &mut Read, id: ProgrammeVersionId) -> Result<Taught, Problem> {
    let (number, content_hash, kind, Json(title), parts, document): TaughtRow = programme_versions::table
        .filter(programme_versions::id.eq(id))
        .select((
            programme_versions::number,
            programme_versions::content_hash,
            programme_versions::kind,
            programme_versions::title,
            (
                programme_versions::theory_hours,
                programme_versions::practice_hours,
                programme_versions::self_study_hours,
            ),
            programme_versions::document_kind,
        ))
        .first(r.conn())?;
    let (theory, practice, self_study) = parts;
    let hours = Volume { theory, practice, self_study }.total();
    Ok(Taught { number, content_hash, kind, title, hours, parts, document })
}

/// Somebody who is or was in an edition.
#[derive(Debug, Clone)]
pub struct Trainee {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The account.
    pub person: PersonId,
    /// The name of this moment.
    pub name: PersonName,
    /// The organisation that sent the person.
    pub sender: Option<OrganisationId>,
    /// Its short name.
    pub sent_by: Option<String>,
    /// Since when the person is withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// Whether the account is closed.
    pub closed: bool,
}

type TraineeRow = (
    (EnrolmentId, PersonId, Option<OrganisationId>, Option<Moment>),
    (String, String, Option<String>, Option<Moment>),
    Option<String>,
);

/// Everybody who is or was in an edition, in the alphabet of a language.
pub fn trainees(r: &mut Read, edition: EditionId, alphabet: Language) -> Result<Vec<Trainee>, Problem> {
    let query = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(organisations::id.nullable().eq(enrolments::organisation_id)))
        .filter(enrolments::edition_id.eq(edition))
        .select((
            (enrolments::id, people::id, enrolments::organisation_id, enrolments::withdrawn_at),
            (people::surname, people::given_name, people::patronymic, people::deactivated_at),
            organisations::short_name.nullable(),
        ))
        .into_boxed();
    let rows: Vec<TraineeRow> = match alphabet {
        Language::Kk => query.order((people::sort_kk, people::id)).load(r.conn())?,
        Language::Ru | Language::En => query.order((people::sort_ru, people::id)).load(r.conn())?,
    };
    let trainee = |(ids, (surname, given_name, patronymic, deactivated_at), sent_by): TraineeRow| {
        let (enrolment, person, sender, withdrawn_at) = ids;
        let name = PersonName { surname, given_name, patronymic };
        let closed = deactivated_at.is_some();
        Trainee { enrolment, person, name, sender, sent_by, withdrawn_at, closed }
    };
    Ok(rows.into_iter().map(trainee).collect())
}

/// Somebody who could be of a commission.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// The account.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// The post.
    pub post: Option<String>,
}

type ColleagueRow = (PersonId, String, String, Option<String>, Option<String>);

/// How many of those who could be of a commission are offered at once; more are found by searching.
pub const MOST_OFFERED: i64 = 200;

/// Whom of those who could be of a commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Among {
    /// Whose name and address have all these words, the first of the alphabet; everybody where there are none.
    Words(Vec<String>),
    /// These.
    These(Vec<PersonId>),
}

/// Who could be of a commission: people of the organisation, and whoever has a role in it or on the whole site. Those of
/// other organisations are none of its business, and whoever learns in the edition certifies nobody there.
pub fn colleagues(
    r: &mut Read,
    (organisation, edition): (OrganisationId, EditionId),
    among: &Among,
) -> Result<Vec<Colleague>, Problem> {
    let granted = role_grants::table
        .filter(role_grants::revoked_at.is_null())
        .filter(role_grants::organisation_id.is_null().or(role_grants::organisation_id.eq(organisation)))
        .select(role_grants::person_id);
    let learning = enrolments::table.filter(enrolments::edition_id.eq(edition)).select(enrolments::person_id);
    let mut query = people::table
        .filter(people::organisation_id.eq(organisation).or(people::id.eq_any(granted)))
        .filter(people::id.ne_all(learning))
        .filter(people::deactivated_at.is_null())
        .order((people::sort_ru, people::id))
        .select((people::id, people::surname, people::given_name, people::patronymic, people::position))
        .limit(MOST_OFFERED)
        .into_boxed::<MultiBackend>();
    match among {
        Among::These(these) => query = query.filter(people::id.eq_any(these.clone())),
        Among::Words(words) => {
            for word in words {
                query = query.filter(people::name_fold.like(pattern(word)).escape('!'));
            }
        }
    }
    let rows: Vec<ColleagueRow> = query.load(r.conn())?;
    let colleague = |(person, surname, given_name, patronymic, post): ColleagueRow| {
        let name = PersonName { surname, given_name, patronymic };
        Colleague { person, name, post }
    };
    Ok(rows.into_iter().map(colleague).collect())
}

/// A word anywhere in a text, its own wildcards taken literally.
fn pattern(word: &str) -> String {
    let escaped = word.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{escaped}%")
}

/// The number of the group of an edition.
pub fn number(r: &mut Read, edition: EditionId) -> Result<Option<String>, Problem> {
    Ok(edition_groups::table
        .filter(edition_groups::edition_id.eq(edition))
        .select(edition_groups::number)
        .first(r.conn())
        .optional()?)
}

/// The numbers that other groups of an organisation have.
pub fn taken(
    r: &mut Read,
    organisation: OrganisationId,
    but: EditionId,
) -> Result<BTreeSet<String>, Problem> {
    let rows: Vec<String> = edition_groups::table
        .filter(edition_groups::organisation_id.eq(organisation))
        .filter(edition_groups::edition_id.ne(but))
        .select(edition_groups::number)
        .load(r.conn())?;
    Ok(rows.into_iter().collect())
}

/// Sets the number of a group.
pub fn set_number(
    w: &mut Write,
    (edition, organisation): (EditionId, OrganisationId),
    number: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let said = || {
        (
            edition_groups::number.eq(number.to_owned()),
            edition_groups::set_at.eq(now),
            edition_groups::set_by.eq(by),
        )
    };
    let new =
        (edition_groups::edition_id.eq(edition), edition_groups::organisation_id.eq(organisation), said());
    let insert = diesel::insert_into(edition_groups::table).values(new);
    let fresh: usize = each!(w.conn(), c => {
        insert.on_conflict(edition_groups::edition_id).do_nothing().execute(c).map_err(super::again)?
    });
    if fresh == 0 {
        diesel::update(edition_groups::table.filter(edition_groups::edition_id.eq(edition)))
            .set(said())
            .execute(w.conn())
            .map_err(super::again)?;
    }
    Ok(())
}

/// A line of the study plan.
#[derive(Debug, Clone, Queryable)]
pub struct PlanRow {
    /// The module.
    pub module: ModuleId,
    /// Its title.
    pub module_title: Json<Localised>,
    /// What of it.
    pub title: Json<Localised>,
    /// How it is completed.
    pub kind: ActivityKind,
    /// Theory, practice or self-study.
    pub nature: Nature,
    /// How much.
    pub hours: AcademicHours,
}

/// The study plan of a version: its activities with their modules, without modules that not everybody learns.
pub fn plan(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<PlanRow>, Problem> {
    Ok(activities::table
        .inner_join(modules::table)
        .filter(activities::version_id.eq(version))
        .filter(modules::extra_for.is_null())
        .order((modules::position, activities::position))
        .select((
            modules::id,
            modules::title,
            activities::title,
            activities::kind,
            activities::nature,
            activities::hours,
        ))
        .load(r.conn())?)
}

/// On which days sessions of which module are held.
pub fn days(r: &mut Read, edition: EditionId) -> Result<Vec<(ModuleId, NaiveDate)>, Problem> {
    Ok(sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(sessions::edition_id.eq(edition))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::held_on, sessions::id))
        .select((activities::module_id, sessions::held_on))
        .load(r.conn())?)
}
