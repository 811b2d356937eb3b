//! Versions as administrators and editions look at them, and the files of a version.

use crate::db::schema::{
    activities, case_definitions, editions, lesson_texts, media_files, modules, programme_versions,
    programmes, question_versions, quiz_definitions, quiz_questions, stored_files,
};
use crate::db::{Json, Read};
use crate::kernel::{
    AcademicHours, ActivityId, Language, Localised, Minutes, Moment, Problem, ProgrammeId, ProgrammeVersionId,
};
use crate::programmes::rules::difference::Outline;
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, DocumentKind, Nature, ProgrammeKind};
use crate::programmes::rules::{CompletionShares, Volume};
use diesel::dsl::count_star;
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// A version of a programme.
#[derive(Debug, Clone, Queryable)]
pub struct VersionRow {
    /// The version.
    pub id: ProgrammeVersionId,
    /// The programme.
    pub programme_id: ProgrammeId,
    /// The programme's slug.
    pub slug: String,
    /// Its number, from 1.
    pub number: i32,
    /// SHA-256 of all that is taught.
    pub content_hash: String,
    /// What it is before the law.
    pub kind: ProgrammeKind,
    /// The title.
    pub title: Json<Localised>,
    /// A few sentences for the catalogue.
    pub summary: Json<Localised>,
    /// Whom it is for.
    pub audience: Json<Localised>,
    /// The languages of its texts, the main one first.
    pub languages: Json<Vec<Language>>,
    /// The length of an academic hour.
    pub academic_hour: Minutes,
    /// Hours of theory.
    pub theory: AcademicHours,
    /// Hours of practice.
    pub practice: AcademicHours,
    /// Hours of self-study.
    pub self_study: AcademicHours,
    /// The paper at the end.
    pub document_kind: DocumentKind,
    /// The rule an edition starts with.
    pub rule: Json<CompletionShares>,
    /// When it was imported.
    pub imported_at: Moment,
}

impl VersionRow {
    /// The declared volume.
    pub fn volume(&self) -> Volume {
        Volume { theory: self.theory, practice: self.practice, self_study: self.self_study }
    }
}

/// The columns of a [`VersionRow`].
#[expect(clippy::type_complexity, reason = "a list of columns has no other type")]
pub const VERSION: (
    programme_versions::id,
    programme_versions::programme_id,
    programmes::slug,
    programme_versions::number,
    programme_versions::content_hash,
    programme_versions::kind,
    programme_versions::title,
    programme_versions::summary,
    programme_versions::audience,
    programme_versions::languages,
    programme_versions::academic_hour_minutes,
    programme_versions::theory_hours,
    programme_versions::practice_hours,
    programme_versions::self_study_hours,
    programme_versions::document_kind,
    programme_versions::rule,
    programme_versions::imported_at,
) = (
    programme_versions::id,
    programme_versions::programme_id,
    programmes::slug,
    programme_versions::number,
    programme_versions::content_hash,
    programme_versions::kind,
    programme_versions::title,
    programme_versions::summary,
    programme_versions::audience,
    programme_versions::languages,
    programme_versions::academic_hour_minutes,
    programme_versions::theory_hours,
    programme_versions::practice_hours,
    programme_versions::self_study_hours,
    programme_versions::document_kind,
    programme_versions::rule,
    programme_versions::imported_at,
);

/// Every version of every programme: programmes by slug, their newest version first.
pub fn versions(r: &mut Read) -> Result<Vec<VersionRow>, Problem> {
    Ok(programme_versions::table
        .inner_join(programmes::table)
        .order((programmes::slug, programme_versions::number.desc()))
        .select(VERSION)
        .load(r.conn())?)
}

/// The versions of one programme, the newest first; none when there is no such programme.
pub fn versions_of(r: &mut Read, slug: &str) -> Result<Vec<VersionRow>, Problem> {
    Ok(programme_versions::table
        .inner_join(programmes::table)
        .filter(programmes::slug.eq(slug))
        .order(programme_versions::number.desc())
        .select(VERSION)
        .load(r.conn())?)
}

/// A version.
pub fn version(r: &mut Read, id: ProgrammeVersionId) -> Result<Option<VersionRow>, Problem> {
    Ok(programme_versions::table
        .inner_join(programmes::table)
        .filter(programme_versions::id.eq(id))
        .select(VERSION)
        .first(r.conn())
        .optional()?)
}

/// How many editions are pinned to each version; versions without one are left out.
pub fn edition_counts(r: &mut Read) -> Result<HashMap<ProgrammeVersionId, i64>, Problem> {
    Ok(editions::table
        .group_by(editions::version_id)
        .select((editions::version_id, count_star()))
        .load(r.conn())?
        .into_iter()
        .collect())
}

#[derive(Queryable)]
struct OutlineRow {
    id: ActivityId,
    key: String,
    kind: ActivityKind,
    format: String,
    mode: DeliveryMode,
    nature: Nature,
    hours: AcademicHours,
    after: Json<Vec<String>>,
    title: Json<Localised>,
    module: Json<Localised>,
    extra_for: Option<String>,
}

/// The activities of a version in their order, without what they teach, but with a digest of it.
pub fn outline(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<Outline>, Problem> {
    let rows: Vec<OutlineRow> = activities::table
        .inner_join(modules::table)
        .filter(activities::version_id.eq(version))
        .order(activities::position)
        .select((
            activities::id,
            activities::key,
            activities::kind,
            activities::format,
            activities::mode,
            activities::nature,
            activities::hours,
            activities::after_keys,
            activities::title,
            modules::title,
            modules::extra_for,
        ))
        .load(r.conn())?;
    let mut digests = digests(r, version)?;
    Ok(rows
        .into_iter()
        .map(|row| Outline {
            id: row.id,
            key: row.key,
            kind: row.kind,
            format: row.format,
            mode: row.mode,
            nature: row.nature,
            hours: row.hours,
            after: row.after.0,
            title: row.title.0,
            module: row.module.0,
            extra_for: row.extra_for,
            digest: digests.remove(&row.id).map(|digest| hex::encode(digest.finalize())).unwrap_or_default(),
        })
        .collect())
}

/// What each activity teaches, as a digest over its stored texts in a fixed order.
fn digests(r: &mut Read, version: ProgrammeVersionId) -> Result<HashMap<ActivityId, Sha256>, Problem> {
    let lessons: Vec<(ActivityId, String)> = lesson_texts::table
        .inner_join(activities::table)
        .filter(activities::version_id.eq(version))
        .order((lesson_texts::activity_id, lesson_texts::language))
        .select((lesson_texts::activity_id, lesson_texts::body))
        .load(r.conn())?;
    let settings: Vec<(ActivityId, String)> = quiz_definitions::table
        .inner_join(activities::table)
        .filter(activities::version_id.eq(version))
        .select((quiz_definitions::activity_id, quiz_definitions::settings))
        .load(r.conn())?;
    let pool: Vec<(ActivityId, String)> = quiz_questions::table
        .inner_join(activities::table)
        .inner_join(question_versions::table)
        .filter(activities::version_id.eq(version))
        .order((quiz_questions::activity_id, quiz_questions::position))
        .select((quiz_questions::activity_id, question_versions::definition))
        .load(r.conn())?;
    let cases: Vec<(ActivityId, String)> = case_definitions::table
        .inner_join(activities::table)
        .filter(activities::version_id.eq(version))
        .select((case_definitions::activity_id, case_definitions::definition))
        .load(r.conn())?;
    let mut digests: HashMap<ActivityId, Sha256> = HashMap::new();
    for (activity, text) in lessons.into_iter().chain(settings).chain(pool).chain(cases) {
        digests.entry(activity).or_default().update(text.as_bytes());
    }
    Ok(digests)
}

/// A file that texts of a version link to.
#[derive(Debug, Clone, Queryable)]
pub struct MediaRow {
    /// Where its bytes lie.
    pub storage_key: String,
    /// Its media type.
    pub media_type: String,
    /// Its path in the programme's folder.
    pub path: String,
}

/// A file of a version by its path.
pub fn media(r: &mut Read, version: ProgrammeVersionId, path: &str) -> Result<Option<MediaRow>, Problem> {
    Ok(media_files::table
        .inner_join(stored_files::table)
        .filter(media_files::version_id.eq(version))
        .filter(media_files::path.eq(path))
        .select((stored_files::storage_key, stored_files::media_type, media_files::path))
        .first(r.conn())
        .optional()?)
}
