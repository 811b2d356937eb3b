//! Programmes over the API.

use super::actions::{self, HoursOf, Imported, Shelved, Shown};
use super::rules::difference::Outline;
use super::rules::words::Word as _;
use super::store::VersionRow;
use super::views;
use crate::api::{Api, ApiError, ApiErrors, Body, Listing, created, ok};
use crate::db::Read;
use crate::kernel::{Actor, Gate, Language, Problem};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, show, folders, import))]
pub struct Doc;

/// A version of a programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct Version {
    /// What editions are opened with.
    id: i64,
    /// Its number, from 1.
    number: i32,
    /// SHA-256 of all that is taught.
    content_hash: String,
    /// `advanced_training`, `retraining` or `short_course`.
    kind: String,
    /// Languages of its texts, the main one first.
    languages: Vec<String>,
    /// Academic hours of theory.
    theory_hours: i32,
    /// Academic hours of practice.
    practice_hours: i32,
    /// Academic hours of self-study.
    self_study_hours: i32,
    /// When it was imported.
    imported_at: String,
    /// How many editions are pinned to it.
    editions: i64,
}

/// A programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct Programme {
    /// Its name in addresses.
    slug: String,
    /// Its title in the reader's language.
    title: String,
    /// A few sentences in the reader's language.
    summary: String,
    /// Its versions, the newest first.
    versions: Vec<Version>,
}

/// A folder that a programme can be imported from.
#[derive(Debug, Serialize, ToSchema)]
pub struct Folder {
    /// Its name, to import it by.
    folder: String,
    /// Whether nothing stops an import.
    importable: bool,
    /// What stops it, with file and line.
    errors: Vec<ApiError>,
}

/// A programme with the activities of its newest version.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgrammeWithActivities {
    /// The programme.
    #[serde(flatten)]
    programme: Programme,
    /// What trainees of the newest version are asked about experience.
    declarations: Vec<Declaration>,
    /// The activities of the newest version in their order.
    activities: Vec<Activity>,
}

/// A question about experience: the answer that there is none assigns extra modules.
#[derive(Debug, Serialize, ToSchema)]
pub struct Declaration {
    /// Its key, the same in every version.
    key: String,
    /// The question in the reader's language.
    question: String,
}

/// An activity, without what it teaches.
#[derive(Debug, Serialize, ToSchema)]
pub struct Activity {
    /// Its id in this version.
    id: i64,
    /// Its key, the same in every version.
    key: String,
    /// Its title in the reader's language.
    title: String,
    /// The title of its module.
    module: String,
    /// The key of the declaration that assigns the module; `null` where it is everybody's.
    extra_for: Option<String>,
    /// `lesson`, `quiz`, `case`, `session`, `game`, `placement` or `hackathon`.
    kind: String,
    /// The format by the centre's own list.
    format: String,
    /// `in_person`, `online` or `distance`.
    mode: String,
    /// `theory` or `practice`.
    nature: String,
    /// Academic hours.
    hours: i32,
    /// Keys that must be completed first.
    after: Vec<String>,
}

/// All programmes.
#[derive(Debug, Serialize, ToSchema)]
pub struct Programmes {
    /// The programmes by slug.
    items: Vec<Programme>,
}

/// What to import.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ImportRequest {
    /// The name of a folder under the content folder.
    folder: String,
}

/// What an import came to.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportResult {
    /// The version.
    version_id: i64,
    /// Its number.
    number: i32,
    /// Whether it was written now; `false` when the same content was imported before.
    new: bool,
}

/// Which activities are wanted.
#[derive(Debug, Deserialize)]
pub struct Only {
    /// Only those of this format (A3).
    format: Option<String>,
}

/// All programmes with their versions.
#[utoipa::path(get, path = "/api/v1/programmes", tag = "programmes",
    responses((status = 200, body = Programmes), (status = 403, body = ApiErrors)))]
pub async fn index(api: Api) -> Reply {
    let (me, shelf) = api.read(Gate::Administrator, |r, _| actions::shelf(r)).await?;
    let language = me.actor.language;
    Ok(ok(&Programmes {
        items: shelf.iter().filter_map(|shelved| Programme::new(shelved, language)).collect(),
    }))
}

/// One programme with its versions and the activities of the newest, or those of one format.
#[utoipa::path(get, path = "/api/v1/programmes/{slug}", tag = "programmes",
    params(("slug" = String, Path), ("format" = Option<String>, Query)),
    responses((status = 200, body = ProgrammeWithActivities), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<String>, only: Query<Only>) -> Reply {
    let slug = path.into_inner();
    let (me, mut shown) = api.read(Gate::Administrator, move |r, _| actions::show(r, &slug, None)).await?;
    if let Some(format) = &only.format {
        shown.outline.retain(|one| one.format == *format);
    }
    Ok(ok(&ProgrammeWithActivities::new(shown, me.actor.language)))
}

/// The folders that lie ready to be imported, each checked; nothing is imported.
#[utoipa::path(get, path = "/api/v1/programmes/imports", tag = "programmes",
    responses((status = 200, body = Listing<Folder>), (status = 403, body = ApiErrors)))]
pub async fn folders(api: Api, hours: Data<HoursOf>) -> Reply {
    let of = hours.limits;
    let (me, limits) = api.read(Gate::Administrator, move |r, _| of(r)).await?;
    let folders = actions::check_all(api.web.kit.settings.content_dir.clone(), limits).await?;
    let folder = |one: &actions::CheckedFolder| Folder {
        folder: one.name.clone(),
        importable: one.programme().is_some(),
        errors: faults(&api, one, me.actor.language).errors,
    };
    Ok(ok(&Listing { items: folders.iter().map(folder).collect(), next_after: None }))
}

/// Imports a folder as the next version. The same content names the version that exists.
#[utoipa::path(post, path = "/api/v1/programmes/imports", tag = "programmes", request_body = ImportRequest,
    responses((status = 201, body = ImportResult), (status = 200, body = ImportResult),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn import(api: Api, hours: Data<HoursOf>, body: Body<ImportRequest>) -> Reply {
    let of = hours.limits;
    let read = move |r: &mut Read, me: &Actor| -> Result<_, Problem> {
        me.require_site_administrator()?;
        of(r)
    };
    let (me, limits) = api.read(Gate::Administrator, read).await?;
    let content_dir = api.web.kit.settings.content_dir.clone();
    let folder = actions::check_one(content_dir, body.0.folder, limits).await?;
    let Some(programme) = folder.programme().cloned().map(Arc::new) else {
        return Ok(HttpResponse::UnprocessableEntity().json(faults(&api, &folder, me.actor.language)));
    };
    let media = actions::lay_away(&api.web.kit.files, &programme).await?;
    let job = move |w: &mut _, me: &_, now| actions::import(w, me, &programme, &media, now);
    let (_, imported) = api.write(Gate::Administrator, job).await?;
    let result = ImportResult::new(imported);
    Ok(if imported.new { created(&result) } else { ok(&result) })
}

/// Every finding that stops an import, with file and line as its field.
fn faults(api: &Api, folder: &actions::CheckedFolder, language: Language) -> ApiErrors {
    let words = &api.web.kit.words;
    match &folder.outcome {
        Err(fault) => {
            let error = ApiError { code: "content-faulty".into(), field: None, detail: fault.to_string() };
            ApiErrors { errors: vec![error] }
        }
        Ok(checked) => {
            let error = |finding: &super::rules::Finding| {
                let said = words.text(language, &views::finding_key(finding));
                let detail =
                    if finding.detail.is_empty() { said } else { format!("{said} ({})", finding.detail) };
                let field = Some(format!("{}:{}", finding.file, finding.line));
                ApiError { code: finding.code.as_str().into(), field, detail }
            };
            ApiErrors { errors: checked.errors().map(error).collect() }
        }
    }
}

impl ImportResult {
    fn new(imported: Imported) -> ImportResult {
        ImportResult { version_id: imported.version.0, number: imported.number, new: imported.new }
    }
}

impl Programme {
    fn new(shelved: &Shelved, language: Language) -> Option<Programme> {
        let (last, _) = shelved.versions.first()?;
        Some(Programme {
            slug: last.slug.clone(),
            title: last.title.0.for_reader(language).to_owned(),
            summary: last.summary.0.for_reader(language).to_owned(),
            versions: shelved.versions.iter().map(Version::new).collect(),
        })
    }
}

impl ProgrammeWithActivities {
    fn new(shown: Shown, language: Language) -> ProgrammeWithActivities {
        let activities = shown.outline.iter().map(|one| Activity::new(one, language)).collect();
        let programme = Programme {
            slug: shown.version.slug.clone(),
            title: shown.version.title.0.for_reader(language).to_owned(),
            summary: shown.version.summary.0.for_reader(language).to_owned(),
            versions: shown.versions.iter().map(Version::new).collect(),
        };
        let declaration = |one: &super::rules::Declaration| Declaration {
            key: one.key.clone(),
            question: one.question.for_reader(language).to_owned(),
        };
        let declarations = shown.declarations.iter().map(declaration).collect();
        ProgrammeWithActivities { programme, declarations, activities }
    }
}

impl Version {
    fn new((version, editions): &(VersionRow, i64)) -> Version {
        Version {
            id: version.id.0,
            number: version.number,
            content_hash: version.content_hash.clone(),
            kind: version.kind.as_str().into(),
            languages: version.languages.0.iter().map(|language| language.tag().to_owned()).collect(),
            theory_hours: version.theory.0,
            practice_hours: version.practice.0,
            self_study_hours: version.self_study.0,
            imported_at: version.imported_at.rfc3339(),
            editions: *editions,
        }
    }
}

impl Activity {
    fn new(one: &Outline, language: Language) -> Activity {
        Activity {
            id: one.id.0,
            key: one.key.clone(),
            title: one.title.for_reader(language).to_owned(),
            module: one.module.for_reader(language).to_owned(),
            extra_for: one.extra_for.clone(),
            kind: one.kind.as_str().into(),
            format: one.format.clone(),
            mode: one.mode.as_str().into(),
            nature: one.nature.as_str().into(),
            hours: one.hours.0,
            after: one.after.clone(),
        }
    }
}
