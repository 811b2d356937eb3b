//! The pages of templates.

mod input;

use super::actions::{self, NewVersion, Opened, printing};
use super::store::{ChosenTemplate, NewPicture};
use super::views::{IndexPage, NewPage, TemplatePage, VersionPage};
use crate::db::Write;
use crate::files::store::NewRow;
use crate::kernel::{
    Actor, Fault, Gate, Moment, PaperTemplateId, PaperTemplateVersionId, Problem, ProblemCode, PublicId,
};
use crate::printing::pictures::PictureUse;
use crate::printing::{CustomTemplate, DocumentStamp, PaperFields};
use crate::web::{Failure, Flash, Form, Me, Reply, UploadForm, Web, attachment, paths};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query, block};
use serde::Deserialize;
use std::sync::Arc;

pub(super) use input::{Draft, DraftPicture};

/// The id in the address that a preview carries: of the right shape, and nobody's.
const SAMPLE_ID: &str = "k3xw9abcdefghjkmnpqrstuvwxyz2345";

/// `GET /paper-templates`
pub async fn index(web: Web) -> Reply {
    let (me, shelf) = web.read(Gate::Administrator, actions::shelf).await?;
    web.page(&me, &IndexPage::new(&shelf))
}

/// `GET /paper-templates/new`
pub async fn new(web: Web) -> Reply {
    let (me, shelf) = web.read(Gate::Administrator, actions::shelf).await?;
    let fine = Problem::invalid(Vec::new());
    web.page(&me, &NewPage::new(&shelf, (&Form::default(), &fine), &web.say(&me)))
}

/// `POST /paper-templates`
pub async fn create(web: Web, form: Form) -> Reply {
    let done = match input::template(&form) {
        Ok(new) => {
            let create = move |w: &mut Write, me: &Actor, now: Moment| actions::create(w, me, &new, now);
            web.write(Gate::Administrator, &form, create).await
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok((_, id)) => web.see_other(paths::paper_template(id), Flash::good("paper-templates-flash-created")),
        Err(Failure::Repeated) => web.redirect(paths::PAPER_TEMPLATES),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shelf) = web.read(Gate::Administrator, actions::shelf).await?;
            web.invalid(Some(&me), &NewPage::new(&shelf, (&form, &problem), &web.say(&me)))
        }
    }
}

/// `GET /paper-templates/{paper_template}`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (me, opened) = opened(&web, PaperTemplateId(path.into_inner())).await?;
    web.page(&me, &TemplatePage::new(&opened, None, web.kit.settings.max_upload, &web.reader(&me)))
}

async fn opened(web: &Web, id: PaperTemplateId) -> Result<(Me, Opened), Failure> {
    web.read(Gate::Administrator, move |r, me| actions::open(r, me, id)).await
}

/// `POST /paper-templates/{paper_template}/versions`: a version is kept when it prints.
pub async fn add_version(web: Web, path: Path<i64>, sent: UploadForm) -> Reply {
    let (id, UploadForm { form, too_large }) = (PaperTemplateId(path.into_inner()), sent);
    let (me, opened) = opened(&web, id).await?;
    actions::admits(&opened)?;
    let draft =
        if too_large { Err(input::too_large(web.kit.settings.max_upload)) } else { input::draft(&form) };
    let done = match draft {
        Ok(draft) => kept(&web, &opened, (&form, draft)).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(number) => {
            let flash = Flash::good("paper-templates-flash-version").with("number", number);
            web.see_other(paths::paper_template(id), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::paper_template(id)),
        Err(failure) => {
            let (problem, most) = (failure.about_the_form()?, web.kit.settings.max_upload);
            let typed = Some((&form, &problem));
            web.invalid(Some(&me), &TemplatePage::new(&opened, typed, most, &web.reader(&me)))
        }
    }
}

/// Tries a draft and keeps it as a version; gives its number.
async fn kept(web: &Web, opened: &Opened, (form, draft): (&Form, Draft)) -> Result<i32, Failure> {
    let (id, new) = (opened.row.id, tried(web, opened, draft).await?);
    let add = move |w: &mut Write, me: &Actor, now: Moment| actions::add_version(w, me, id, (&new, now));
    let (_, (_, number)) = web.write(Gate::Administrator, form, add).await?;
    Ok(number)
}

/// Prints a draft for nobody, and lays its pictures away when nothing is wrong with it.
pub(super) async fn tried(web: &Web, opened: &Opened, draft: Draft) -> Result<NewVersion, Failure> {
    let mut pictures: Vec<(PictureUse, Arc<[u8]>)> = Vec::new();
    let mut kept = Vec::new();
    for row in opened.newest.iter().flat_map(|newest| &newest.pictures) {
        if draft.keeps(row.of) {
            pictures.push((row.of, printing::bytes_of(&web.kit.files, row).await?));
            kept.push((row.of, NewPicture::Kept(row.clone())));
        }
    }
    let sent = draft.pictures.iter().map(|picture| (picture.of, Arc::<[u8]>::from(picture.bytes.as_ref())));
    pictures.extend(sent);
    let template = printing::printable(&draft.settings, &pictures)?;
    let (row, moment) = (opened.row.clone(), web.now());
    let stamp = printing::preview_stamp(&row.name, row.languages, (moment, address(web)));
    print(web, move |typesetter| printing::trial(typesetter, &template, (row.kind, row.languages), &stamp))
        .await?;
    for DraftPicture { of, format, name, bytes } in draft.pictures {
        let blob = web.kit.files.put(bytes.to_vec()).await?;
        let new = NewRow { blob, media_type: format.media_type(), name };
        kept.push((of, NewPicture::Sent(new)));
    }
    Ok(NewVersion { settings: draft.settings, pictures: kept })
}

/// The address in the code of a preview, which leads nowhere.
fn address(web: &Web) -> Option<String> {
    PublicId::parse(SAMPLE_ID).map(|id| web.kit.absolute(&paths::verification(&id)))
}

/// Prints off the threads that serve requests, and not many at once.
async fn print<T: Send + 'static>(
    web: &Web,
    work: impl FnOnce(&crate::printing::Typesetter) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Failure> {
    let typesetter = web.kit.typesetter.clone();
    let place = web.kit.printing.clone().acquire_owned().await;
    let _place = place.map_err(|_| Problem::new(ProblemCode::Busy))?;
    let done = block(move || work(typesetter.as_ref())).await;
    Ok(done.map_err(|_| Problem::new(ProblemCode::Busy))??)
}

/// `POST /paper-templates/{paper_template}/choice`
pub async fn choose(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = PaperTemplateId(path.into_inner());
    let version = form.text("version").parse::<i64>().ok().map(PaperTemplateVersionId);
    let flash = match version {
        Some(_) => Flash::good("paper-templates-flash-chosen"),
        None => Flash::good("paper-templates-flash-built-in"),
    };
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::choose(w, me, (id, version), now))
        .await;
    match done {
        Ok(_) => web.see_other(paths::paper_template(id), flash),
        Err(Failure::Repeated) => web.redirect(paths::paper_template(id)),
        Err(failure) => Err(failure),
    }
}

fn ids(path: Path<(i64, i64)>) -> (PaperTemplateId, PaperTemplateVersionId) {
    let (template, version) = path.into_inner();
    (PaperTemplateId(template), PaperTemplateVersionId(version))
}

/// `GET /paper-templates/{paper_template}/versions/{paper_version}`
pub async fn version(web: Web, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (me, (opened, version)) =
        web.read(Gate::Administrator, move |r, me| actions::version(r, me, which)).await?;
    web.page(&me, &VersionPage::new((&opened, &version), None, &web.reader(&me)))
}

/// `GET …/source`: the text as a file.
pub async fn source(web: Web, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (_, (_, version)) =
        web.read(Gate::Administrator, move |r, me| actions::version(r, me, which)).await?;
    let name = format!("template-{}-v{}.typ", version.template, version.number);
    Ok(attachment(&name, "text/plain; charset=utf-8", version.settings.source.into_bytes()))
}

/// What a preview is made of.
#[derive(Debug, Default, Deserialize)]
pub struct Previewed {
    /// The number of a document whose data are printed; samples without it.
    #[serde(default)]
    pub document: String,
    /// Whether it is printed as on paper: on a blank without the background.
    #[serde(default)]
    pub paper: Option<String>,
}

/// `GET …/preview`: the version as PDF, with sample data or with those of a document, and the word for "sample" across it.
pub async fn preview(web: Web, path: Path<(i64, i64)>, asked: Query<Previewed>) -> Reply {
    let (which, asked) = (ids(path), asked.into_inner());
    let number = crate::kernel::name::tidy(&asked.document);
    let (me, (opened, version)) =
        web.read(Gate::Administrator, move |r, me| actions::version(r, me, which)).await?;
    let real = if number.is_empty() { None } else { Some(seen(&web, &me.actor, number).await) };
    let fields = match real {
        None => printing::samples(opened.row.kind, opened.row.languages),
        Some(Ok(fields)) => fields,
        Some(Err(problem)) if problem.code == ProblemCode::NotFound => {
            let form = Form::of(&[("document", &asked.document)]);
            let wrong = Problem::invalid(vec![Fault::new("document", "paper-template-no-document")]);
            let page = VersionPage::new((&opened, &version), Some((&form, &wrong)), &web.reader(&me));
            return web.invalid(Some(&me), &page);
        }
        Some(Err(problem)) => return Err(problem.into()),
    };
    let pdf = previewed(&web, (&opened, &version), (fields, asked.paper.is_some())).await?;
    Ok(pdf_answer(pdf))
}

/// What a document of this number prints; the look is written down.
pub(super) async fn seen(web: &Web, actor: &Actor, number: String) -> Result<Vec<PaperFields>, Problem> {
    let (actor, now) = (actor.clone(), web.now());
    web.kit.db.write(move |w| actions::real(w, &actor, &number, now)).await
}

/// A version as PDF with given data, marked as a sample.
pub(super) async fn previewed(
    web: &Web,
    (opened, version): (&Opened, &ChosenTemplate),
    (mut fields, paper): (Vec<PaperFields>, bool),
) -> Result<Vec<u8>, Failure> {
    fields.iter_mut().for_each(|text| text.document.sample = true);
    let template: CustomTemplate = actions::loaded(&web.kit.files, version).await?;
    let stamp: DocumentStamp =
        printing::preview_stamp(&opened.row.name, opened.row.languages, (version.created_at, address(web)));
    print(web, move |typesetter| {
        let printed = if paper {
            typesetter.custom_pdf(&template, &fields, &stamp)
        } else {
            typesetter.custom_preview(&template, &fields, &stamp)
        };
        printed.map_err(printing::refused)
    })
    .await
}

/// A paper that a browser shows.
pub(super) fn pdf_answer(pdf: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, "inline; filename=\"sample.pdf\""))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(pdf)
}
