//! Templates of papers over the JSON API: the same actions as the pages.

use super::actions::{self, Opened};
use super::pages::{self, Draft, DraftPicture, Previewed, pdf_answer};
use super::rules::{self, FARTHEST, LONGEST_NAME, Languages, Settings};
use super::store::NewTemplate;
use crate::api::{Api, Body, created, ok};
use crate::kernel::name::tidy;
use crate::kernel::{
    Fault, Gate, OrganisationId, PaperTemplateId, PaperTemplateVersionId, Problem, Word as _,
};
use crate::printing::PaperFields;
use crate::printing::pictures::PictureUse;
use crate::programmes::rules::words::DocumentKind;
use crate::web::Reply;
use actix_web::web::{Bytes, Path, Query};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The documented part of the API that lies in this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, fields, show, add_version, choose, preview))]
pub struct Doc;

/// A template of papers.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperTemplateOut {
    /// The template.
    id: i64,
    /// Whose; `null` for all organisations.
    organisation_id: Option<i64>,
    /// For which kind of paper.
    kind: String,
    /// `ru`, `kk`, `kk_ru` (Kazakh and Russian on one paper) or `en`.
    languages: String,
    /// What its organisation calls it.
    name: String,
    /// The version at work; `null` while the paper of the program is printed.
    at_work: Option<i64>,
    /// Its versions, the newest first.
    versions: Vec<PaperTemplateVersionOut>,
}

/// A version of a template.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperTemplateVersionOut {
    /// The version.
    id: i64,
    /// Its number, counted from 1.
    number: i32,
    /// SHA-256 over everything that decides what is printed, hexadecimal.
    sha256: String,
    /// When it was made.
    created_at: String,
}

/// A template in the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperTemplateLine {
    /// The template.
    id: i64,
    /// Whose; `null` for all organisations.
    organisation_id: Option<i64>,
    /// For which kind of paper.
    kind: String,
    /// In which languages.
    languages: String,
    /// What its organisation calls it.
    name: String,
    /// How many versions it has.
    versions: usize,
    /// The number of the version at work.
    at_work: Option<i32>,
}

/// A template to be made.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PaperTemplateIn {
    /// Whose; left out for all organisations.
    organisation_id: Option<i64>,
    /// For which kind of paper.
    kind: String,
    /// `ru`, `kk`, `kk_ru` or `en`.
    languages: String,
    /// What its organisation calls it.
    name: String,
}

/// A version to be made.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PaperTemplateVersionIn {
    /// The text of `template.typ`.
    source: String,
    /// By how much everything printed is moved to the right, in tenths of a millimetre.
    #[serde(default)]
    shift_x: i32,
    /// By how much everything printed is moved down, in tenths of a millimetre.
    #[serde(default)]
    shift_y: i32,
    /// Whether it is printed on a blank that carries the background.
    #[serde(default)]
    on_blank: bool,
    /// New pictures.
    #[serde(default)]
    pictures: Vec<PaperTemplatePictureIn>,
    /// The pictures of the newest version that this one leaves out: `logo`, `signature`, `background`. The others stay.
    #[serde(default)]
    removed: Vec<String>,
}

/// A picture.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PaperTemplatePictureIn {
    /// `logo`, `signature` or `background`.
    place: String,
    /// PNG or JPEG, in base64.
    content: String,
    /// The name of the file.
    #[serde(default)]
    name: String,
}

/// The version to put to work.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PaperTemplateChoiceIn {
    /// The version; `null` for the paper of the program.
    version_id: Option<i64>,
}

/// What a template can print.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperFieldGroup {
    /// Where the fields come from: `document`, `holder` …
    source: String,
    /// Their paths, such as `fields.holder.full`.
    paths: Vec<String>,
}

fn out(opened: &Opened) -> PaperTemplateOut {
    let version = |row: &super::store::VersionRow| PaperTemplateVersionOut {
        id: row.id.0,
        number: row.number,
        sha256: row.sha256.clone(),
        created_at: row.created_at.rfc3339(),
    };
    PaperTemplateOut {
        id: opened.row.id.0,
        organisation_id: opened.row.organisation.map(|organisation| organisation.0),
        kind: opened.row.kind.as_str().to_owned(),
        languages: opened.row.languages.as_str().to_owned(),
        name: opened.row.name.clone(),
        at_work: opened.at_work.map(|version| version.0),
        versions: opened.versions.iter().map(version).collect(),
    }
}

/// The templates of the bearer's organisations and those for all.
#[utoipa::path(get, path = "/api/v1/paper-templates", tag = "documents",
    responses((status = 200, body = Vec<PaperTemplateLine>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn index(api: Api) -> Reply {
    let (_, shelf) = api.read(Gate::Administrator, actions::shelf).await?;
    let line =
        |(row, versions, at_work): &(super::store::TemplateRow, usize, Option<i32>)| PaperTemplateLine {
            id: row.id.0,
            organisation_id: row.organisation.map(|organisation| organisation.0),
            kind: row.kind.as_str().to_owned(),
            languages: row.languages.as_str().to_owned(),
            name: row.name.clone(),
            versions: *versions,
            at_work: *at_work,
        };
    Ok(ok(&shelf.templates.iter().map(line).collect::<Vec<_>>()))
}

/// Makes a template without a version.
#[utoipa::path(post, path = "/api/v1/paper-templates", tag = "documents", request_body = PaperTemplateIn,
    responses((status = 201, body = PaperTemplateOut), (status = 403, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn create(api: Api, Body(body): Body<PaperTemplateIn>) -> Reply {
    let new = new_template(&body)?;
    let (_, opened) = api
        .write(Gate::Administrator, move |w, me, now| {
            let id = actions::create(w, me, &new, now)?;
            actions::open(w, me, id)
        })
        .await?;
    Ok(created(&out(&opened)))
}

fn new_template(body: &PaperTemplateIn) -> Result<NewTemplate, Problem> {
    let name = tidy(&body.name);
    let mut faults = Vec::new();
    if name.is_empty() {
        faults.push(Fault::new("name", "required"));
    } else if name.chars().count() > LONGEST_NAME {
        faults.push(Fault::new("name", "too-long").with("limit", LONGEST_NAME));
    }
    let (kind, languages) = (DocumentKind::parse(&body.kind), Languages::parse(&body.languages));
    faults.extend(kind.is_none().then(|| Fault::new("kind", "unknown")));
    faults.extend(languages.is_none().then(|| Fault::new("languages", "unknown")));
    match (kind, languages) {
        (Some(kind), Some(languages)) if faults.is_empty() => {
            Ok(NewTemplate { organisation: body.organisation_id.map(OrganisationId), kind, languages, name })
        }
        _ => Err(Problem::invalid(faults)),
    }
}

/// The fields that a template can print, by source.
#[utoipa::path(get, path = "/api/v1/paper-templates/fields", tag = "documents",
    responses((status = 200, body = Vec<PaperFieldGroup>), (status = 403, body = crate::api::ApiErrors)))]
pub async fn fields(api: Api) -> Reply {
    api.read(Gate::Administrator, |_, _| Ok(())).await?;
    let group = |(source, paths)| PaperFieldGroup { source, paths };
    Ok(ok(&PaperFields::paths().into_iter().map(group).collect::<Vec<_>>()))
}

/// A template with its versions.
#[utoipa::path(get, path = "/api/v1/paper-templates/{paper_template}", tag = "documents",
    params(("paper_template" = i64, Path)),
    responses((status = 200, body = PaperTemplateOut), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    Ok(ok(&out(&opened(&api, PaperTemplateId(path.into_inner())).await?)))
}

async fn opened(api: &Api, id: PaperTemplateId) -> Result<Opened, crate::web::Failure> {
    Ok(api.read(Gate::Administrator, move |r, me| actions::open(r, me, id)).await?.1)
}

/// Keeps the next version, if it prints with usual and with the longest data; every fault has file and line.
#[utoipa::path(post, path = "/api/v1/paper-templates/{paper_template}/versions", tag = "documents",
    params(("paper_template" = i64, Path)), request_body = PaperTemplateVersionIn,
    responses((status = 201, body = PaperTemplateOut), (status = 403, body = crate::api::ApiErrors),
        (status = 404, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn add_version(api: Api, path: Path<i64>, Body(body): Body<PaperTemplateVersionIn>) -> Reply {
    let id = PaperTemplateId(path.into_inner());
    let (_, seen) = api.read(Gate::Administrator, move |r, me| actions::open(r, me, id)).await?;
    actions::admits(&seen)?;
    let new = pages::tried(&api.web, &seen, draft(&body)?).await?;
    api.write(Gate::Administrator, move |w, me, now| actions::add_version(w, me, id, (&new, now))).await?;
    Ok(created(&out(&opened(&api, id).await?)))
}

fn draft(body: &PaperTemplateVersionIn) -> Result<Draft, Problem> {
    let mut faults = Vec::new();
    let source = rules::source(body.source.as_bytes()).unwrap_or_else(|fault| {
        faults.push(fault);
        String::new()
    });
    for (field, shift) in [("shift_x", body.shift_x), ("shift_y", body.shift_y)] {
        if !(-FARTHEST..=FARTHEST).contains(&shift) {
            faults.push(Fault::new(field, "paper-template-shift").with("most", FARTHEST / 10));
        }
    }
    let mut pictures = Vec::new();
    for sent in &body.pictures {
        match picture(sent) {
            // Of two for one place the later counts, as a later upload would.
            Ok(picture) => {
                pictures.retain(|earlier: &DraftPicture| earlier.of != picture.of);
                pictures.push(picture);
            }
            Err(fault) => faults.push(fault),
        }
    }
    let removed = body.removed.iter().filter_map(|word| PictureUse::parse(word)).collect();
    let settings = Settings { source, shift_x: body.shift_x, shift_y: body.shift_y, on_blank: body.on_blank };
    if faults.is_empty() { Ok(Draft { settings, pictures, removed }) } else { Err(Problem::invalid(faults)) }
}

fn picture(sent: &PaperTemplatePictureIn) -> Result<DraftPicture, Fault> {
    let of = PictureUse::parse(&sent.place).ok_or_else(|| Fault::new("place", "unknown"))?;
    let bytes = STANDARD.decode(sent.content.trim());
    let bytes = bytes.map_err(|_| Fault::new(of.as_str(), "paper-template-picture-kind"))?;
    let format = rules::picture(of.as_str(), &bytes)?;
    let name = crate::web::base_name(&sent.name);
    let name = if name.is_empty() { of.as_str().to_owned() } else { name };
    Ok(DraftPicture { of, format, name, bytes: Bytes::from(bytes) })
}

/// Puts a version to work, or takes the one at work out of it. Documents that were issued keep theirs.
#[utoipa::path(put, path = "/api/v1/paper-templates/{paper_template}/choice", tag = "documents",
    params(("paper_template" = i64, Path)), request_body = PaperTemplateChoiceIn,
    responses((status = 200, body = PaperTemplateOut), (status = 403, body = crate::api::ApiErrors),
        (status = 404, body = crate::api::ApiErrors)))]
pub async fn choose(api: Api, path: Path<i64>, Body(body): Body<PaperTemplateChoiceIn>) -> Reply {
    let id = PaperTemplateId(path.into_inner());
    let version = body.version_id.map(PaperTemplateVersionId);
    api.write(Gate::Administrator, move |w, me, now| actions::choose(w, me, (id, version), now)).await?;
    Ok(ok(&out(&opened(&api, id).await?)))
}

/// A version as PDF with sample data, or with those of a document by its number; the word for "sample" lies across it.
#[utoipa::path(get, path = "/api/v1/paper-templates/{paper_template}/versions/{paper_version}/preview", tag = "documents",
    params(("paper_template" = i64, Path), ("paper_version" = i64, Path), ("document" = Option<String>, Query)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>),
        (status = 404, body = crate::api::ApiErrors), (status = 422, body = crate::api::ApiErrors)))]
pub async fn preview(api: Api, path: Path<(i64, i64)>, asked: Query<Previewed>) -> Reply {
    let (template, version) = path.into_inner();
    let which = (PaperTemplateId(template), PaperTemplateVersionId(version));
    let asked = asked.into_inner();
    let number = tidy(&asked.document);
    let (me, (opened, version)) =
        api.read(Gate::Administrator, move |r, me| actions::version(r, me, which)).await?;
    let fields = if number.is_empty() {
        actions::printing::samples(opened.row.kind, opened.row.languages)
    } else {
        pages::seen(&api.web, &me.actor, number).await?
    };
    let paper = asked.paper.is_some();
    Ok(pdf_answer(pages::previewed(&api.web, (&opened, &version), (fields, paper)).await?))
}
