//! Writing a version down, once. Nothing here is ever updated.

use crate::db::schema::{
    activities, case_definitions, lesson_texts, media_files, modules, programme_versions, programmes,
    quiz_definitions, quiz_questions, stored_files,
};
use crate::db::{Json, Read, Write};
use crate::files::StoredBlob;
use crate::kernel::{
    ActivityId, Minutes, ModuleId, Moment, PersonId, Problem, ProgrammeId, ProgrammeVersionId, QuestionId,
    StoredFileId,
};
use crate::programmes::rules::{Activity, Body, Module, Programme, QuizDefinition};
use diesel::prelude::*;

/// The programme of a slug.
pub fn programme_of(r: &mut Read, slug: &str) -> Result<Option<ProgrammeId>, Problem> {
    Ok(programmes::table
        .filter(programmes::slug.eq(slug))
        .select(programmes::id)
        .first(r.conn())
        .optional()?)
}

/// A programme without versions.
pub fn insert_programme(w: &mut Write, slug: &str, now: Moment) -> Result<ProgrammeId, Problem> {
    Ok(diesel::insert_into(programmes::table)
        .values((programmes::slug.eq(slug), programmes::created_at.eq(now)))
        .returning(programmes::id)
        .get_result(w.conn())?)
}

/// A version about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewVersion<'p> {
    /// Of which programme.
    pub programme: ProgrammeId,
    /// Its number, from 1.
    pub number: i32,
    /// What is taught.
    pub content: &'p Programme,
    /// Who imports; nothing for the command line.
    pub by: Option<PersonId>,
    /// When.
    pub at: Moment,
}

/// The version's own row.
pub fn insert_version(w: &mut Write, new: NewVersion<'_>) -> Result<ProgrammeVersionId, Problem> {
    let NewVersion { programme, number, content, by, at } = new;
    Ok(diesel::insert_into(programme_versions::table)
        .values((
            programme_versions::programme_id.eq(programme),
            programme_versions::number.eq(number),
            programme_versions::content_hash.eq(&content.content_hash),
            programme_versions::kind.eq(content.kind),
            programme_versions::title.eq(Json(content.title.clone())),
            programme_versions::summary.eq(Json(content.summary.clone())),
            programme_versions::audience.eq(Json(content.audience.clone())),
            programme_versions::languages.eq(Json(content.languages.clone())),
            programme_versions::academic_hour_minutes.eq(content.academic_hour),
            programme_versions::theory_hours.eq(content.hours.theory),
            programme_versions::practice_hours.eq(content.hours.practice),
            programme_versions::self_study_hours.eq(content.hours.self_study),
            programme_versions::document_kind.eq(content.document),
            programme_versions::rule.eq(Json(content.rule)),
            programme_versions::declarations.eq(Json(content.declarations.clone())),
            programme_versions::imported_at.eq(at),
            programme_versions::imported_by.eq(by),
        ))
        .returning(programme_versions::id)
        .get_result(w.conn())?)
}

/// A module at its place, from 0.
pub fn insert_module(
    w: &mut Write,
    version: ProgrammeVersionId,
    position: i32,
    module: &Module,
) -> Result<ModuleId, Problem> {
    Ok(diesel::insert_into(modules::table)
        .values((
            modules::version_id.eq(version),
            modules::position.eq(position),
            modules::key.eq(&module.key),
            modules::title.eq(Json(module.title.clone())),
            modules::extra_for.eq(&module.extra_for),
        ))
        .returning(modules::id)
        .get_result(w.conn())?)
}

/// Where an activity stands.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// In which version.
    pub version: ProgrammeVersionId,
    /// In which module.
    pub module: ModuleId,
    /// At which place of the version, from 0.
    pub position: i32,
    /// How long an academic hour is.
    pub academic_hour: Minutes,
}

/// An activity with its body.
pub fn insert_activity(w: &mut Write, place: Place, activity: &Activity) -> Result<ActivityId, Problem> {
    let id = diesel::insert_into(activities::table)
        .values((
            activities::version_id.eq(place.version),
            activities::module_id.eq(place.module),
            activities::position.eq(place.position),
            activities::key.eq(&activity.key),
            activities::kind.eq(activity.kind),
            activities::format.eq(&activity.format),
            activities::mode.eq(activity.mode),
            activities::nature.eq(activity.nature),
            activities::hours.eq(activity.hours),
            activities::minutes.eq(activity.hours.minutes(place.academic_hour)),
            activities::after_keys.eq(Json(activity.after.clone())),
            activities::title.eq(Json(activity.title.clone())),
        ))
        .returning(activities::id)
        .get_result(w.conn())?;
    insert_body(w, id, &activity.body)?;
    Ok(id)
}

fn insert_body(w: &mut Write, id: ActivityId, body: &Body) -> Result<(), Problem> {
    match body {
        Body::Lesson(texts) => {
            for (language, text) in texts {
                diesel::insert_into(lesson_texts::table)
                    .values((
                        lesson_texts::activity_id.eq(id),
                        lesson_texts::language.eq(*language),
                        lesson_texts::body.eq(Json(text.clone())),
                    ))
                    .execute(w.conn())?;
            }
            Ok(())
        }
        Body::Quiz(quiz) => insert_quiz(w, id, quiz),
        Body::Case(case) => {
            diesel::insert_into(case_definitions::table)
                .values((
                    case_definitions::activity_id.eq(id),
                    case_definitions::definition.eq(Json(case.clone())),
                ))
                .execute(w.conn())?;
            Ok(())
        }
        Body::None => Ok(()),
    }
}

fn insert_quiz(w: &mut Write, id: ActivityId, quiz: &QuizDefinition) -> Result<(), Problem> {
    diesel::insert_into(quiz_definitions::table)
        .values((
            quiz_definitions::activity_id.eq(id),
            quiz_definitions::settings.eq(Json(quiz.settings.clone())),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The questions that a quiz asks, in their order.
pub fn insert_quiz_questions(
    w: &mut Write,
    quiz: ActivityId,
    questions: &[QuestionId],
) -> Result<(), Problem> {
    for (position, question) in (0i32..).zip(questions) {
        diesel::insert_into(quiz_questions::table)
            .values((
                quiz_questions::activity_id.eq(quiz),
                quiz_questions::position.eq(position),
                quiz_questions::question_id.eq(*question),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// A file of a programme, laid away before the transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMedia {
    /// Its path in the programme's folder.
    pub path: String,
    /// Its media type.
    pub media_type: String,
    /// Where its bytes lie.
    pub blob: StoredBlob,
}

/// A file of a version. Bytes that lie there already are not noted twice.
pub fn insert_media(w: &mut Write, version: ProgrammeVersionId, new: NewMedia<'_>) -> Result<(), Problem> {
    let file = stored_file(w, &new)?;
    diesel::insert_into(media_files::table)
        .values((
            media_files::version_id.eq(version),
            media_files::path.eq(&new.media.path),
            media_files::file_id.eq(file),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// A file of a programme, with who brings it and when.
#[derive(Debug, Clone, Copy)]
pub struct NewMedia<'m> {
    /// The file.
    pub media: &'m StoredMedia,
    /// Who brings it.
    pub by: Option<PersonId>,
    /// When.
    pub at: Moment,
}

fn stored_file(w: &mut Write, new: &NewMedia<'_>) -> Result<StoredFileId, Problem> {
    let StoredMedia { path, media_type, blob } = new.media;
    let known = stored_files::table
        .filter(stored_files::storage_key.eq(&blob.key))
        .filter(stored_files::media_type.eq(media_type))
        .select(stored_files::id)
        .first(w.conn())
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    Ok(diesel::insert_into(stored_files::table)
        .values((
            stored_files::storage_key.eq(&blob.key),
            stored_files::sha256.eq(&blob.sha256),
            stored_files::size.eq(blob.size),
            stored_files::media_type.eq(media_type),
            stored_files::name.eq(name),
            stored_files::created_at.eq(new.at),
            stored_files::created_by.eq(new.by),
        ))
        .returning(stored_files::id)
        .get_result(w.conn())?)
}
