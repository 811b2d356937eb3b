//! The templates of an organisation.

use crate::federal_register::actions::templates::MAX_BYTES;
use crate::federal_register::actions::{self, NewTemplate, Shelf};
use crate::federal_register::views::{TemplatePage, TemplatesPage};
use crate::files::store::NewRow;
use crate::kernel::{Fault, FederalTemplateId, Gate, OrganisationId, Problem, ProblemCode};
use crate::printing::sheets::XLSX;
use crate::web::{Failure, Flash, Form, FormErrors, Me, Reply, Web, attachment, paths};
use actix_web::web::{Bytes, Path, block};
use chrono::NaiveDate;

async fn load(web: &Web, id: OrganisationId) -> Result<(Me, Shelf), Failure> {
    let now = web.now();
    web.read(Gate::Administrator, move |r, me| actions::shelf(r, me, id, now)).await
}

fn page(web: &Web, me: &Me, shelf: &Shelf, typed: Option<(&Form, &Problem)>) -> TemplatesPage {
    TemplatesPage::new(shelf, typed, MAX_BYTES.min(web.kit.settings.max_upload), &web.reader(me))
}

/// `GET /organisations/{organisation}/federal-register/templates`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let (me, shelf) = load(&web, OrganisationId(path.into_inner())).await?;
    web.page(&me, &page(&web, &me, &shelf, None))
}

/// `POST /organisations/{organisation}/federal-register/templates`
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    // Before the file is unpacked: only whoever administers here makes us work.
    let (me, shelf) = load(&web, id).await?;
    let done = match sent(&web, &form).await {
        Ok(new) => {
            web.write(Gate::Administrator, &form, move |w, me, now| actions::upload(w, me, id, &new, now))
                .await
        }
        Err(failure) => Err(failure),
    };
    match done {
        Ok((_, template)) => {
            web.see_other(paths::federal_template(id, template), Flash::good("federal-flash-template"))
        }
        Err(Failure::Repeated) => web.redirect(paths::federal_templates(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            web.invalid(Some(&me), &page(&web, &me, &shelf, Some((&form, &problem))))
        }
    }
}

/// The file of a form, with the day from which it holds: every fault at once.
async fn sent(web: &Web, form: &Form) -> Result<NewTemplate, Failure> {
    let mut errors = FormErrors::new();
    let from = match form.text("effective_from").is_empty() {
        true => None,
        false => errors.date(form, "effective_from"),
    };
    let Some(upload) = form.files("file").first() else {
        errors.add(Fault::new("file", "federal-file-missing"));
        errors.into_result(())?;
        return Err(Problem::new(ProblemCode::Invalid).into());
    };
    match new_template(web, upload.name.clone(), upload.bytes.clone(), from).await {
        Ok(new) => Ok(errors.into_result(new)?),
        Err(failure) => {
            failure.about_the_form()?.faults.into_iter().for_each(|fault| errors.add(fault));
            errors.into_result(())?;
            Err(Problem::new(ProblemCode::Invalid).into())
        }
    }
}

/// Reads a template off the threads that serve requests, and lays it away.
pub(in crate::federal_register) async fn new_template(
    web: &Web,
    name: String,
    bytes: Bytes,
    effective_from: Option<NaiveDate>,
) -> Result<NewTemplate, Failure> {
    let read = bytes.clone();
    let lists = block(move || actions::read_template(&read)).await;
    let lists = lists.map_err(|_| Problem::new(ProblemCode::Busy))??;
    let blob = web.kit.files.put(bytes.to_vec()).await?;
    Ok(NewTemplate { file: NewRow { blob, media_type: XLSX, name }, lists, effective_from })
}

/// `GET /organisations/{organisation}/federal-register/templates/{federal_template}`
pub async fn show(web: Web, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (me, (organisation, row, _)) =
        web.read(Gate::Administrator, move |r, me| actions::template(r, me, which)).await?;
    web.page(&me, &TemplatePage::new(&organisation, &row, &web.reader(&me)))
}

/// `GET /organisations/{organisation}/federal-register/templates/{federal_template}/file`
pub async fn file(web: Web, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (_, (_, row, key)) =
        web.read(Gate::Administrator, move |r, me| actions::template(r, me, which)).await?;
    let bytes = web.kit.files.get(&key).await?;
    Ok(attachment(&row.name, XLSX, bytes))
}

pub(in crate::federal_register) fn ids(path: Path<(i64, i64)>) -> (OrganisationId, FederalTemplateId) {
    let (organisation, template) = path.into_inner();
    (OrganisationId(organisation), FederalTemplateId(template))
}
