//! What the documents of an edition are put together from: issuer, version, modules, people, and why quizzes and
//! cases are not passed. One query each, whatever the number of people.

use crate::db::schema::{
    activities, case_hidings, enrolments, gradings, modules, organisations, people, programme_versions,
    quiz_attempts, submission_members, submissions,
};
use crate::db::{Json, Read};
use crate::documents::rules::conditions::{CaseState, Findings};
use crate::documents::rules::snapshot::{Issuer, Taught};
use crate::kernel::{
    AcademicHours, ActivityId, EditionId, EnrolmentId, Language, Localised, ModuleId, Moment, OrganisationId,
    Permille, PersonId, PersonName, Problem, ProgrammeVersionId, SubmissionId,
};
use crate::printing::papers::PaperModule;
use crate::programmes::rules::Volume;
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use diesel::dsl::{max, sum};
use diesel::prelude::*;
use std::collections::HashMap;

type IssuerRow = (String, Option<String>, Option<String>, Option<String>, Option<String>);

/// The organisation that issues. An empty text counts as nothing recorded.
pub fn issuer(r: &mut Read, id: OrganisationId) -> Result<Issuer, Problem> {
    let (name, city, licence, head_post, head_name): IssuerRow = organisations::table
        .filter(organisations::id.eq(id))
        .select((
            organisations::name,
            organisations::city,
            organisations::licence,
            organisations::head_post,
            organisations::head_name,
        ))
        .first(r.conn())?;
    let known = |value: Option<String>| value.filter(|text| !text.trim().is_empty());
    Ok(Issuer {
        id,
        name,
        city: known(city),
        licence: known(licence),
        head_post: known(head_post),
        head_name: known(head_name),
    })
}

/// A programme version as documents need it.
#[derive(Debug, Clone)]
pub struct Version {
    /// What was taught.
    pub taught: Taught,
    /// What it is before the law.
    pub kind: ProgrammeKind,
    /// The paper at its end.
    pub document: DocumentKind,
    /// Its main language.
    pub language: Option<Language>,
}

type VersionRow = (
    i32,
    String,
    ProgrammeKind,
    Json<Localised>,
    Json<Vec<Language>>,
    (AcademicHours, AcademicHours, AcademicHours),
    DocumentKind,
);

/// The version an edition is pinned to.
pub fn version(r: &mut Read, id: ProgrammeVersionId) -> Result<Version, Problem> {
    let (number, content_hash, kind, Json(title), Json(languages), declared, document): VersionRow =
        programme_versions::table
            .filter(programme_versions::id.eq(id))
            .select((
                programme_versions::number,
                programme_versions::content_hash,
                programme_versions::kind,
                programme_versions::title,
                programme_versions::languages,
                (
                    programme_versions::theory_hours,
                    programme_versions::practice_hours,
                    programme_versions::self_study_hours,
                ),
                programme_versions::document_kind,
            ))
            .first(r.conn())?;
    let (theory, practice, self_study) = declared;
    let hours = Volume { theory, practice, self_study }.total();
    let taught = Taught { version: id, number, content_hash, title, hours };
    Ok(Version { taught, kind, document, language: languages.first().copied() })
}

/// The modules of a version with the hours of their activities. Modules without hours of their own are left out, and
/// extra ones: a document attests the volume of the programme, which is the same for everybody.
pub fn module_hours(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<PaperModule>, Problem> {
    Ok(modules_with_ids(r, version)?.into_iter().map(|(_, module)| module).collect())
}

/// As [`module_hours`], with the id of each module.
pub fn modules_with_ids(
    r: &mut Read,
    version: ProgrammeVersionId,
) -> Result<Vec<(ModuleId, PaperModule)>, Problem> {
    let hours: HashMap<ModuleId, Option<i64>> = activities::table
        .filter(activities::version_id.eq(version))
        .group_by(activities::module_id)
        .select((activities::module_id, sum(activities::hours)))
        .load::<(ModuleId, Option<i64>)>(r.conn())?
        .into_iter()
        .collect();
    let rows: Vec<(ModuleId, Json<Localised>)> = modules::table
        .filter(modules::version_id.eq(version))
        .filter(modules::extra_for.is_null())
        .order(modules::position)
        .select((modules::id, modules::title))
        .load(r.conn())?;
    let with_hours = rows.into_iter().filter_map(|(id, Json(title))| {
        let sum = hours.get(&id).copied().flatten().and_then(|sum| i32::try_from(sum).ok())?;
        (sum > 0).then_some((id, PaperModule { title, hours: AcademicHours(sum) }))
    });
    Ok(with_hours.collect())
}

/// A trainee of an edition.
#[derive(Debug, Clone)]
pub struct TraineeRow {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The account.
    pub person: PersonId,
    /// The name of this moment.
    pub name: PersonName,
    /// Where letters go.
    pub email: String,
    /// The language of letters.
    pub language: Language,
    /// The organisation that sent the person.
    pub sent_by: Option<String>,
    /// When the person was withdrawn, and why.
    pub withdrawn: Option<(Moment, Option<String>)>,
}

type Withdrawal = (Option<Moment>, Option<String>);
type Trainee =
    (EnrolmentId, PersonId, (String, String, Option<String>), String, Language, Option<String>, Withdrawal);

/// The trainees of an edition, or those of them who are chosen, those too who were withdrawn, in the order of a reader's
/// alphabet.
pub fn trainees(
    r: &mut Read,
    (edition, chosen): (EditionId, Option<&[EnrolmentId]>),
    reader: Language,
) -> Result<Vec<TraineeRow>, Problem> {
    let mut query = enrolments::table
        .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
        .left_join(organisations::table.on(enrolments::organisation_id.eq(organisations::id.nullable())))
        .filter(enrolments::edition_id.eq(edition))
        .select((
            enrolments::id,
            people::id,
            (people::surname, people::given_name, people::patronymic),
            people::email,
            people::language,
            organisations::short_name.nullable(),
            (enrolments::withdrawn_at, enrolments::withdrawal_reason),
        ))
        .into_boxed();
    if let Some(chosen) = chosen {
        query = query.filter(enrolments::id.eq_any(chosen.to_vec()));
    }
    let rows: Vec<Trainee> = match reader {
        Language::Kk => query.order((people::sort_kk, people::id)).load(r.conn())?,
        _ => query.order((people::sort_ru, people::id)).load(r.conn())?,
    };
    let trainee = |(enrolment, person, name, email, language, sent_by, withdrawal): Trainee| {
        let (surname, given_name, patronymic) = name;
        let name = PersonName { surname, given_name, patronymic };
        let withdrawn = withdrawal.0.map(|at| (at, withdrawal.1));
        TraineeRow { enrolment, person, name, email, language, sent_by, withdrawn }
    };
    Ok(rows.into_iter().map(trainee).collect())
}

/// Somebody who is given a paper without a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderRow {
    /// The name of this moment.
    pub name: PersonName,
    /// Where letters go.
    pub email: String,
    /// The language of letters.
    pub language: Language,
}

/// People as papers need them.
pub fn holders(r: &mut Read, ids: &[PersonId]) -> Result<HashMap<PersonId, HolderRow>, Problem> {
    type Row = (PersonId, (String, String, Option<String>), String, Language);
    let rows: Vec<Row> = people::table
        .filter(people::id.eq_any(ids.to_vec()))
        .select((
            people::id,
            (people::surname, people::given_name, people::patronymic),
            people::email,
            people::language,
        ))
        .load(r.conn())?;
    let holder = |(id, (surname, given_name, patronymic), email, language): Row| {
        (id, HolderRow { name: PersonName { surname, given_name, patronymic }, email, language })
    };
    Ok(rows.into_iter().map(holder).collect())
}

/// A person as papers need one.
pub fn holder(r: &mut Read, id: PersonId) -> Result<Option<HolderRow>, Problem> {
    type Row = (String, String, Option<String>, String, Language);
    let row: Option<Row> = people::table
        .filter(people::id.eq(id))
        .select((people::surname, people::given_name, people::patronymic, people::email, people::language))
        .first(r.conn())
        .optional()?;
    Ok(row.map(|(surname, given_name, patronymic, email, language)| HolderRow {
        name: PersonName { surname, given_name, patronymic },
        email,
        language,
    }))
}

/// Why quizzes and cases of these enrolments are not passed.
pub fn findings(r: &mut Read, these: &[EnrolmentId]) -> Result<Findings, Problem> {
    let best: Vec<(EnrolmentId, ActivityId, Option<Permille>)> = quiz_attempts::table
        .filter(quiz_attempts::enrolment_id.eq_any(these.to_vec()))
        .group_by((quiz_attempts::enrolment_id, quiz_attempts::activity_id))
        .select((
            quiz_attempts::enrolment_id,
            quiz_attempts::activity_id,
            max(quiz_attempts::result_permille),
        ))
        .load(r.conn())?;
    let released = gradings::submission_id.eq(submissions::id).and(gradings::released_at.is_not_null());
    type Work = (SubmissionId, (EnrolmentId, ActivityId, Option<bool>));
    let mut works: Vec<Work> = submissions::table
        .left_join(gradings::table.on(released))
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(submissions::id)))
        .filter(case_hidings::submission_id.is_null())
        .filter(submissions::enrolment_id.eq_any(these.to_vec()))
        .filter(submissions::team_id.is_null())
        .select((
            submissions::id,
            (submissions::enrolment_id, submissions::activity_id, gradings::passed.nullable()),
        ))
        .load(r.conn())?;
    works.extend(shared_works(r, these)?);
    works.sort_by_key(|(id, _)| *id);
    let state = |passed: Option<bool>| match passed {
        None => CaseState::Waiting,
        Some(false) => CaseState::Failed,
        Some(true) => CaseState::Passed,
    };
    Ok(Findings {
        best: best.into_iter().filter_map(|(who, what, best)| Some(((who, what), best?))).collect(),
        // In the order of versions: the latest one stays.
        works: works.into_iter().map(|(_, (who, what, passed))| ((who, what), state(passed))).collect(),
    })
}

type SharedWork = (SubmissionId, (EnrolmentId, ActivityId, Option<bool>));

/// The works of teams that these enrolments had a part in, with what each of them got.
fn shared_works(r: &mut Read, these: &[EnrolmentId]) -> Result<Vec<SharedWork>, Problem> {
    Ok(submission_members::table
        .inner_join(submissions::table)
        .left_join(case_hidings::table.on(case_hidings::submission_id.eq(submissions::id)))
        .filter(case_hidings::submission_id.is_null())
        .filter(submission_members::enrolment_id.eq_any(these.to_vec()))
        .filter(submission_members::present)
        .select((
            submissions::id,
            (submission_members::enrolment_id, submissions::activity_id, submission_members::passed),
        ))
        .load(r.conn())?)
}
