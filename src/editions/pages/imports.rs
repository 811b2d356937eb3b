//! Pages for enrolling from a file.

use crate::editions::actions::{self, imports};
use crate::editions::rules::import::Sheet;
use crate::editions::views;
use crate::kernel::{EditionId, EnrolmentImportId, Fault, Gate, Problem, ProblemCode};
use crate::people::Purpose;
use crate::people::actions::NewLink;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Path, block};

/// The columns of the file to fill in, as keys: the reader gets them in the own language.
const COLUMNS: [&str; 7] = [
    "import-column-surname",
    "import-column-given-name",
    "import-column-patronymic",
    "import-column-email",
    "import-column-organisation",
    "import-column-position",
    "import-column-language",
];

/// The largest file, in bytes.
fn most_bytes(web: &Web) -> usize {
    imports::MAX_BYTES.min(web.kit.settings.max_upload)
}

/// Choosing a file.
pub async fn new(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, edition) = web.read(Gate::Administrator, move |r, me| actions::administered(r, me, id)).await?;
    web.page(&me, &views::Upload::new(&edition, &[], most_bytes(&web)))
}

/// An empty file with the right columns, as Excel opens it: UTF-8 with its mark, semicolons.
pub async fn template(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, _) = web.read(Gate::Administrator, move |r, me| actions::administered(r, me, id)).await?;
    let columns = COLUMNS.map(web.say(&me)).join(";");
    let mut response = HttpResponse::Ok();
    response.content_type("text/csv; charset=utf-8");
    response.insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"birge-enrolment.csv\""));
    Ok(response.body(format!("\u{feff}{columns}\r\n")))
}

/// Keeps a file with its dry run.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    // Before the file is unpacked: only whoever may enrol here makes us work.
    let (me, edition) = web.read(Gate::Administrator, move |r, me| actions::administered(r, me, id)).await?;
    let done = match sheet(&form).await {
        Ok((name, sheet)) => keep(&web, &form, id, name, sheet).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(import) => web.redirect(paths::enrolment_import(id, import)),
        Err(Failure::Repeated) => web.redirect(paths::new_enrolment_import(id)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            web.invalid(Some(&me), &views::Upload::new(&edition, &faults, most_bytes(&web)))
        }
    }
}

/// A dry run.
pub async fn show(web: Web, path: Path<(i64, i64)>) -> Reply {
    let (edition, import) = ids(path);
    let (me, run) =
        web.read(Gate::Administrator, move |r, me| imports::dry_run(r, me, edition, import)).await?;
    web.page(&me, &views::Import::new(&run))
}

/// Enrols everybody in a file, or nobody.
pub async fn confirm(web: Web, path: Path<(i64, i64)>, form: Form) -> Reply {
    let (edition, import) = ids(path);
    let (me, run) =
        web.read(Gate::Administrator, move |r, me| imports::dry_run(r, me, edition, import)).await?;
    let links = links(&web, run.checked.rows.len())?;
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| {
            imports::confirm(w, me, (edition, import), &links, now)
        })
        .await;
    match done {
        Ok((_, done)) => web.see_other(paths::edition(edition), flash(done)),
        Err(Failure::Repeated) => web.redirect(paths::edition(edition)),
        Err(failure) if failure.code() == Some(ProblemCode::ImportHasFaults) => {
            web.invalid(Some(&me), &views::Import::new(&run))
        }
        Err(failure) => Err(failure),
    }
}

fn flash(done: imports::Done) -> Flash {
    let flash =
        Flash::good("import-flash-done").with("enrolled", done.enrolled).with("created", done.created);
    flash.with("kept", done.kept)
}

/// An invitation for each row that may need one; signed before the transaction, which may run twice.
pub(crate) fn links(web: &Web, rows: usize) -> Result<Vec<NewLink>, Problem> {
    let (kit, now) = (&web.kit, web.now());
    let link = |_| NewLink::new(&kit.secrets, Purpose::Invitation, now);
    (0..rows).map(link).collect()
}

async fn sheet(form: &Form) -> Result<(String, Sheet), Failure> {
    let Some(upload) = form.files("file").first() else {
        return Err(Problem::invalid(vec![Fault::new("file", "required")]).into());
    };
    Ok((upload.name.clone(), parse(upload.bytes.clone()).await?))
}

/// Reads a file off the threads that serve requests.
pub(crate) async fn parse(bytes: Bytes) -> Result<Sheet, Failure> {
    let sheet = block(move || imports::read(&bytes)).await.map_err(|_| Problem::new(ProblemCode::Busy))?;
    Ok(sheet?)
}

async fn keep(
    web: &Web,
    form: &Form,
    id: EditionId,
    name: String,
    sheet: Sheet,
) -> Result<EnrolmentImportId, Failure> {
    let job = move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| {
        imports::upload(w, me, id, (&name, &sheet), now)
    };
    Ok(web.write(Gate::Administrator, form, job).await?.1)
}

fn ids(path: Path<(i64, i64)>) -> (EditionId, EnrolmentImportId) {
    let (edition, import) = path.into_inner();
    (EditionId(edition), EnrolmentImportId(import))
}
