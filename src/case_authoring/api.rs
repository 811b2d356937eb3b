//! Working copies of cases over the API: the same text that the form shows.

use super::actions::{self, NewCaseForm, Open, Saving};
use super::store::TextRow;
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::kernel::{CaseCopyId, Fault, Gate, Language, Localised, Problem, Word as _};
use crate::programmes::rules::{DeliveryMode, Finding, Nature, Severity};
use crate::programmes::views::finding_key;
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The paths of this room.
#[derive(utoipa::OpenApi)]
#[openapi(paths(index, create, rename, show, update_text, translate, findings, publish, rebase, withdraw))]
pub struct Doc;

const GATE: Gate = Gate::Administrator;

/// A case of a programme, with its working copy.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseOfProgramme {
    /// The key of the case, the same in every version.
    key: String,
    /// Its title in the reader's language.
    title: String,
    /// Academic hours.
    hours: i32,
    /// The id of its working copy; `null` where there is none.
    copy_id: Option<i64>,
    /// Whether no version has it yet.
    new: bool,
}

/// The cases of a programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct CasesOfProgramme {
    /// The number of the newest version.
    version: i32,
    /// Whether its texts were kept; without them nothing can be changed here.
    has_texts: bool,
    /// The cases in their order, new ones at the end.
    items: Vec<CaseOfProgramme>,
}

/// The cases of the newest version of a programme, and those that are being written for the next.
#[utoipa::path(get, path = "/api/v1/programmes/{slug}/cases", tag = "case authoring", params(("slug" = String, Path)),
    responses((status = 200, body = CasesOfProgramme), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<String>) -> Reply {
    let slug = path.into_inner();
    let (me, desk) = api.read(GATE, move |r, me| actions::desk(r, me, &slug)).await?;
    let language = me.actor.language;
    let known = desk.cases.iter().map(|one| CaseOfProgramme {
        key: one.case.key.clone(),
        title: one.case.title.for_reader(language).to_owned(),
        hours: one.case.hours.0,
        copy_id: one.copy.as_ref().map(|copy| copy.id.0),
        new: false,
    });
    let new = desk.new.iter().filter_map(|copy| {
        let plan = &copy.plan.as_ref()?.0;
        let title = plan.title.for_reader(language).to_owned();
        Some(CaseOfProgramme {
            key: plan.key.clone(),
            title,
            hours: plan.hours,
            copy_id: Some(copy.id.0),
            new: true,
        })
    });
    let items = known.chain(new).collect();
    Ok(ok(&CasesOfProgramme { version: desk.version.number, has_texts: desk.has_texts, items }))
}

/// What to begin with: a case of the programme, or one that it does not have yet.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CopyRequest {
    /// The key of a case of the newest version.
    case: Option<String>,
    /// A case that the programme does not have yet.
    new: Option<NewCaseRequest>,
}

/// A case that the programme does not have yet.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct NewCaseRequest {
    /// The key of its module.
    module: String,
    /// The key of the activity of that module that it comes behind; `null` for the first place.
    behind: Option<String>,
    /// Its title in Russian.
    title_ru: String,
    /// Its title in Kazakh.
    title_kk: String,
    /// Its title in English.
    title_en: String,
    /// Academic hours, added to those of the programme.
    hours: i32,
    /// `theory` or `practice`.
    nature: String,
    /// `in_person`, `online` or `distance`.
    mode: String,
    /// Whether it begins with steps.
    #[serde(default)]
    staged: bool,
}

/// The id of a working copy.
#[derive(Debug, Serialize, ToSchema)]
pub struct CopyCreated {
    /// The working copy.
    id: i64,
}

impl CopyCreated {
    /// Names it.
    pub fn new(copy: CaseCopyId) -> CopyCreated {
        CopyCreated { id: copy.0 }
    }
}

/// Begins a working copy; a case that has one already names it.
#[utoipa::path(post, path = "/api/v1/programmes/{slug}/cases", tag = "case authoring", params(("slug" = String, Path)),
    request_body = CopyRequest, responses((status = 201, body = CopyCreated), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<String>, body: Body<CopyRequest>) -> Reply {
    let (slug, asked) = (path.into_inner(), body.0);
    let job = move |w: &mut _, me: &crate::kernel::Actor, now| {
        me.require_site_administrator()?;
        match (&asked.case, &asked.new) {
            (Some(key), None) => actions::begin(w, me, (&slug, key), now),
            (None, Some(new)) => actions::invent(w, me, &slug, &new.checked()?, now),
            _ => Err(Problem::invalid(vec![Fault::new("case", "required")])),
        }
    };
    let (_, id) = api.write(GATE, job).await?;
    Ok(created(&CopyCreated::new(id)))
}

/// What a case is called that no version has yet, and how long it takes.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PlanRequest {
    /// Its title in Russian.
    title_ru: String,
    /// Its title in Kazakh.
    title_kk: String,
    /// Its title in English.
    title_en: String,
    /// Academic hours, added to those of the programme.
    hours: i32,
}

/// Gives a case that no version has yet another title and other hours. One that a version has answers 409.
#[utoipa::path(put, path = "/api/v1/case-copies/{copy}/plan", tag = "case authoring", params(("copy" = i64, Path)),
    request_body = PlanRequest, responses((status = 204), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn rename(api: Api, path: Path<i64>, body: Body<PlanRequest>) -> Reply {
    let (id, asked) = (CaseCopyId(path.into_inner()), body.0);
    let job = move |w: &mut _, me: &crate::kernel::Actor, now| {
        me.require_site_administrator()?;
        let mut faults = Vec::new();
        let title = titles([&asked.title_ru, &asked.title_kk, &asked.title_en], &mut faults);
        check_hours(asked.hours, &mut faults);
        if !faults.is_empty() {
            return Err(Problem::invalid(faults));
        }
        actions::rename(w, me, id, (&title, asked.hours), now)
    };
    api.write(GATE, job).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn titles(words: [&String; 3], faults: &mut Vec<Fault>) -> Localised {
    let mut title = Localised::default();
    for (language, words) in [Language::Ru, Language::Kk, Language::En].into_iter().zip(words) {
        if words.trim().is_empty() {
            faults.push(Fault::new(format!("title_{}", language.tag()), "required"));
        }
        title.put(language, words.trim());
    }
    title
}

fn check_hours(hours: i32, faults: &mut Vec<Fault>) {
    if !(0..=1000).contains(&hours) {
        faults.push(Fault::new("hours", "out-of-range").with("low", 0).with("high", 1000));
    }
}

impl NewCaseRequest {
    /// What is asked for.
    ///
    /// # Errors
    /// `Invalid` with every field that is missing or unknown.
    pub fn checked(&self) -> Result<NewCaseForm, Problem> {
        let mut faults = Vec::new();
        let title = titles([&self.title_ru, &self.title_kk, &self.title_en], &mut faults);
        check_hours(self.hours, &mut faults);
        let (nature, mode) = (Nature::parse(&self.nature), DeliveryMode::parse(&self.mode));
        if nature.is_none() {
            faults.push(Fault::new("nature", "unknown"));
        }
        if mode.is_none() {
            faults.push(Fault::new("mode", "unknown"));
        }
        let (Some(nature), Some(mode), true) = (nature, mode, faults.is_empty()) else {
            return Err(Problem::invalid(faults));
        };
        Ok(NewCaseForm {
            module: self.module.clone(),
            behind: self.behind.clone(),
            title,
            hours: self.hours,
            nature,
            mode,
            staged: self.staged,
            text: None,
        })
    }
}

/// A working copy.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseCopy {
    /// The working copy.
    id: i64,
    /// The programme's name in addresses.
    programme: String,
    /// The key of the case.
    key: String,
    /// Its title in the reader's language.
    title: String,
    /// The number of the version that it is based on.
    based_on: i32,
    /// The number of the newest version.
    newest: i32,
    /// Whether no version has the case yet.
    new: bool,
    /// Its texts, the main language first.
    texts: Vec<CopyText>,
    /// What is wrong with it, errors first.
    findings: Vec<CopyFinding>,
}

/// The text of a working copy in one language.
#[derive(Debug, Serialize, ToSchema)]
pub struct CopyText {
    /// `ru`, `kk` or `en`.
    language: String,
    /// Where it lies in the programme's folder.
    path: String,
    /// The whole file.
    text: String,
    /// To be sent back with the next text.
    revision: i32,
    /// When it was saved last.
    saved_at: String,
}

/// One finding of the checker.
#[derive(Debug, Serialize, ToSchema)]
pub struct CopyFinding {
    /// The file in the programme's folder.
    file: String,
    /// The line, from 1.
    line: u32,
    /// The stable name of the fault.
    code: String,
    /// Whether it stops a publication.
    error: bool,
    /// What is wrong and what to do, in the reader's language.
    says: String,
    /// What exactly; may be empty.
    detail: String,
}

/// What is wrong with a working copy.
#[derive(Debug, Serialize, ToSchema)]
pub struct CopyFindings {
    /// The findings, errors first.
    items: Vec<CopyFinding>,
}

fn found(api: &Api, open: &Open, language: Language) -> Vec<CopyFinding> {
    let finding = |one: &Finding| CopyFinding {
        file: one.file.clone(),
        line: one.line,
        code: one.code.as_str().to_owned(),
        error: one.severity() == Severity::Error,
        says: api.web.kit.words.text(language, &finding_key(one)),
        detail: one.detail.clone(),
    };
    open.findings.iter().map(finding).collect()
}

/// A working copy with its texts and everything that is wrong with it.
#[utoipa::path(get, path = "/api/v1/case-copies/{copy}", tag = "case authoring", params(("copy" = i64, Path)),
    responses((status = 200, body = CaseCopy), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = CaseCopyId(path.into_inner());
    let (me, open) = api.read(GATE, move |r, me| actions::open(r, me, id)).await?;
    let text = |text: &TextRow| CopyText {
        language: text.language.tag().to_owned(),
        path: text.path.clone(),
        text: text.body.clone(),
        revision: text.revision,
        saved_at: text.saved_at.rfc3339(),
    };
    Ok(ok(&CaseCopy {
        id: id.0,
        programme: open.copy.slug.clone(),
        key: open.copy.key.clone(),
        title: open.title.for_reader(me.actor.language).to_owned(),
        based_on: open.base.number,
        newest: open.newest.number,
        new: open.copy.plan.is_some(),
        texts: open.texts.iter().map(text).collect(),
        findings: found(&api, &open, me.actor.language),
    }))
}

/// A whole text.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TextRequest {
    /// The whole file.
    text: String,
    /// The revision that was read.
    revision: i32,
}

/// A saved text.
#[derive(Debug, Serialize, ToSchema)]
pub struct TextSaved {
    /// To be sent back with the next text.
    revision: i32,
}

/// Replaces a text. 409 when somebody else saved meanwhile.
#[utoipa::path(put, path = "/api/v1/case-copies/{copy}/texts/{language}", tag = "case authoring",
    params(("copy" = i64, Path), ("language" = String, Path)), request_body = TextRequest,
    responses((status = 200, body = TextSaved), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn update_text(api: Api, path: Path<(i64, String)>, body: Body<TextRequest>) -> Reply {
    let ((id, tag), TextRequest { text, revision }) = (path.into_inner(), body.0);
    let job = move |w: &mut _, me: &_, now| {
        let language = Language::from_tag(&tag).ok_or_else(Problem::not_found)?;
        actions::save(w, me, CaseCopyId(id), Saving { language, body: &text, revision }, now)
    };
    let (_, revision) = api.write(GATE, job).await?;
    Ok(ok(&TextSaved { revision }))
}

/// A language.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TranslationRequest {
    /// `ru`, `kk` or `en`.
    language: String,
}

/// Begins a translation with the main text.
#[utoipa::path(post, path = "/api/v1/case-copies/{copy}/texts", tag = "case authoring", params(("copy" = i64, Path)),
    request_body = TranslationRequest, responses((status = 204), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn translate(api: Api, path: Path<i64>, body: Body<TranslationRequest>) -> Reply {
    let (id, tag) = (CaseCopyId(path.into_inner()), body.0.language);
    let job = move |w: &mut _, me: &_, now| {
        let language = Language::from_tag(&tag).ok_or_else(Problem::not_found)?;
        actions::translate(w, me, id, language, now)
    };
    api.write(GATE, job).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Checks a working copy with its whole programme.
#[utoipa::path(get, path = "/api/v1/case-copies/{copy}/findings", tag = "case authoring", params(("copy" = i64, Path)),
    responses((status = 200, body = CopyFindings), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn findings(api: Api, path: Path<i64>) -> Reply {
    let id = CaseCopyId(path.into_inner());
    let (me, open) = api.read(GATE, move |r, me| actions::open(r, me, id)).await?;
    Ok(ok(&CopyFindings { items: found(&api, &open, me.actor.language) }))
}

/// What a publication came to.
#[derive(Debug, Serialize, ToSchema)]
pub struct Publication {
    /// The programme's name in addresses.
    programme: String,
    /// The number of the version that teaches the case so.
    number: i32,
    /// Whether it is a new one; `false` when nothing differed, and then the working copy stays.
    new: bool,
}

/// Makes a working copy the next version of its programme. Editions stay with their versions.
#[utoipa::path(post, path = "/api/v1/case-copies/{copy}/publication", tag = "case authoring", params(("copy" = i64, Path)),
    responses((status = 201, body = Publication), (status = 200, body = Publication), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn publish(api: Api, path: Path<i64>) -> Reply {
    let id = CaseCopyId(path.into_inner());
    let (_, done) = api.write(GATE, move |w, me, now| actions::publish(w, me, id, now)).await?;
    let body = Publication { programme: done.slug, number: done.number, new: done.new };
    Ok(if body.new { created(&body) } else { ok(&body) })
}

/// Puts a working copy upon the newest version; what that version changed in the case is given up.
#[utoipa::path(post, path = "/api/v1/case-copies/{copy}/base", tag = "case authoring", params(("copy" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn rebase(api: Api, path: Path<i64>) -> Reply {
    let id = CaseCopyId(path.into_inner());
    api.write(GATE, move |w, me, now| actions::rebase(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives a working copy up.
#[utoipa::path(post, path = "/api/v1/case-copies/{copy}/withdrawal", tag = "case authoring", params(("copy" = i64, Path)),
    responses((status = 204), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors)))]
pub async fn withdraw(api: Api, path: Path<i64>) -> Reply {
    let id = CaseCopyId(path.into_inner());
    api.write(GATE, move |w, me, now| actions::discard(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}
