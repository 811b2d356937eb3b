//! Rows of lesson texts and of readers' visits.

use crate::db::schema::{activities, lesson_texts, lesson_visits, modules, programme_versions};
use crate::db::{Json, Read, Write};
use crate::kernel::{ActivityId, EnrolmentId, Language, Localised, Moment, Permille, Problem};
use crate::programmes::rules::LessonText;
use diesel::prelude::*;

/// A lesson in one language, with the names of what it belongs to.
#[derive(Debug, Clone, Queryable)]
pub struct TextRow {
    /// The language.
    pub language: Language,
    /// The text.
    pub body: Json<LessonText>,
    /// The title of its module.
    pub module: Json<Localised>,
    /// The title of its programme.
    pub programme: Json<Localised>,
}

/// A lesson in every language it has.
pub fn texts(r: &mut Read, activity: ActivityId) -> Result<Vec<TextRow>, Problem> {
    Ok(lesson_texts::table
        .inner_join(activities::table.inner_join(modules::table.inner_join(programme_versions::table)))
        .filter(lesson_texts::activity_id.eq(activity))
        .select((lesson_texts::language, lesson_texts::body, modules::title, programme_versions::title))
        .load(r.conn())?)
}

/// How far a reader has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct VisitRow {
    /// The place in the text.
    pub place: Permille,
    /// When it was marked as read.
    pub read_at: Option<Moment>,
}

/// The visit of a reader, if there was one.
pub fn visit(
    r: &mut Read,
    enrolment: EnrolmentId,
    activity: ActivityId,
) -> Result<Option<VisitRow>, Problem> {
    Ok(lesson_visits::table
        .find((enrolment, activity))
        .select((lesson_visits::place_permille, lesson_visits::read_at))
        .first(r.conn())
        .optional()?)
}

/// Keeps the place of a reader.
pub fn keep_place(w: &mut Write, visit: Visit, place: Permille) -> Result<(), Problem> {
    let Visit { enrolment, activity, at } = visit;
    let kept = diesel::update(lesson_visits::table.find((enrolment, activity)))
        .set((lesson_visits::last_seen_at.eq(at), lesson_visits::place_permille.eq(place)))
        .execute(w.conn())?;
    if kept == 0 { insert(w, visit, place, None) } else { Ok(()) }
}

/// Notes that a reader has read a lesson.
pub fn note_read(w: &mut Write, visit: Visit) -> Result<(), Problem> {
    let Visit { enrolment, activity, at } = visit;
    let noted = diesel::update(lesson_visits::table.find((enrolment, activity)))
        .set((lesson_visits::last_seen_at.eq(at), lesson_visits::read_at.eq(Some(at))))
        .execute(w.conn())?;
    if noted == 0 { insert(w, visit, Permille::WHOLE, Some(at)) } else { Ok(()) }
}

/// A reader at a lesson.
#[derive(Debug, Clone, Copy)]
pub struct Visit {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Which lesson.
    pub activity: ActivityId,
    /// When.
    pub at: Moment,
}

fn insert(w: &mut Write, visit: Visit, place: Permille, read_at: Option<Moment>) -> Result<(), Problem> {
    diesel::insert_into(lesson_visits::table)
        .values((
            lesson_visits::enrolment_id.eq(visit.enrolment),
            lesson_visits::activity_id.eq(visit.activity),
            lesson_visits::opened_at.eq(visit.at),
            lesson_visits::last_seen_at.eq(visit.at),
            lesson_visits::place_permille.eq(place),
            lesson_visits::read_at.eq(read_at),
        ))
        .execute(w.conn())?;
    Ok(())
}
