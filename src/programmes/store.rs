//! Rows of programmes, their versions, modules and activities.

mod catalogue;
mod insert;
mod sources;

pub use catalogue::{
    MediaRow, VERSION, VersionRow, edition_counts, media, outline, version, versions, versions_of,
};
pub use insert::{
    NewMedia, NewVersion, Place, StoredMedia, insert_activity, insert_media, insert_module, insert_programme,
    insert_quiz_questions, insert_version, programme_of,
};

pub use sources::{has_sources, insert_sources, media_of, sources};

use crate::db::schema::{activities, modules, programme_versions};
use crate::db::{Json, Read, stored_text};
use crate::kernel::{ActivityId, Localised, Minutes, ModuleId, Problem, ProgrammeVersionId};
use crate::programmes::rules::Declaration;
use crate::programmes::rules::words::{
    ActivityKind, DeliveryMode, DocumentKind, Nature, ProgrammeKind, Word as _,
};
use diesel::prelude::*;

stored_text!(ProgrammeKind, as_str, parse);
stored_text!(DocumentKind, as_str, parse);
stored_text!(ActivityKind, as_str, parse);
stored_text!(DeliveryMode, as_str, parse);
stored_text!(Nature, as_str, parse);

/// A module of a version.
#[derive(Debug, Clone, Queryable)]
pub struct ModuleRow {
    /// The module.
    pub id: ModuleId,
    /// Its place, from 0.
    pub position: i32,
    /// The name of its folder.
    pub key: String,
    /// Its title.
    pub title: Json<Localised>,
}

/// An activity of a version.
#[derive(Debug, Clone, Queryable)]
pub struct ActivityRow {
    /// The activity.
    pub id: ActivityId,
    /// The version.
    pub version_id: ProgrammeVersionId,
    /// The module.
    pub module_id: ModuleId,
    /// Its place in the version, from 0.
    pub position: i32,
    /// Its key, the same in every version.
    pub key: String,
    /// How it is completed.
    pub kind: ActivityKind,
    /// The format by the centre's own list.
    pub format: String,
    /// Where it takes place.
    pub mode: DeliveryMode,
    /// Theory or practice.
    pub nature: Nature,
    /// Planned time.
    pub minutes: Minutes,
    /// Its title.
    pub title: Json<Localised>,
}

/// The columns of an [`ActivityRow`].
pub const ACTIVITY: (
    activities::id,
    activities::version_id,
    activities::module_id,
    activities::position,
    activities::key,
    activities::kind,
    activities::format,
    activities::mode,
    activities::nature,
    activities::minutes,
    activities::title,
) = (
    activities::id,
    activities::version_id,
    activities::module_id,
    activities::position,
    activities::key,
    activities::kind,
    activities::format,
    activities::mode,
    activities::nature,
    activities::minutes,
    activities::title,
);

/// The modules of a version in their order.
pub fn modules(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<ModuleRow>, Problem> {
    Ok(modules::table
        .filter(modules::version_id.eq(version))
        .order(modules::position)
        .select((modules::id, modules::position, modules::key, modules::title))
        .load(r.conn())?)
}

/// What trainees of a version are asked about themselves (A14).
pub fn declarations(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<Declaration>, Problem> {
    let Json(declarations): Json<Vec<Declaration>> = programme_versions::table
        .filter(programme_versions::id.eq(version))
        .select(programme_versions::declarations)
        .first(r.conn())?;
    Ok(declarations)
}

/// The activities of a version in their order.
pub fn activities(r: &mut Read, version: ProgrammeVersionId) -> Result<Vec<ActivityRow>, Problem> {
    Ok(activities::table
        .filter(activities::version_id.eq(version))
        .order(activities::position)
        .select(ACTIVITY)
        .load(r.conn())?)
}

/// An activity.
pub fn activity(r: &mut Read, id: ActivityId) -> Result<Option<ActivityRow>, Problem> {
    Ok(activities::table.filter(activities::id.eq(id)).select(ACTIVITY).first(r.conn()).optional()?)
}
