//! Printing a document with another version of its template, where its own failed.

use crate::db::Write;
use crate::documents::actions::unprinted::{self, Choosing, Weighed};
use crate::documents::actions::{printing, reading};
use crate::documents::views::document::Document;
use crate::kernel::{Actor, DocumentId, Gate, Moment, Problem, ProblemCode};
use crate::web::{Failure, Flash, Form, Kit, Reply, Web, paths};
use actix_web::web::Path;

/// `POST /documents/{document}/print-choice`: tried first, so that the one choice there is is not spent in vain.
pub async fn choose(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = DocumentId(path.into_inner());
    let ask =
        Choosing { document: id, template: form.text("template"), reason: form.raw("reason").to_owned() };
    match chosen(&web, &form, ask).await {
        Ok(number) => {
            web.see_other(paths::document(id), Flash::good("documents-flash-reprint").with("number", number))
        }
        Err(Failure::Repeated) => web.redirect(paths::document(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = web.read(Gate::Administrator, move |r, me| reading::show(r, me, id)).await?;
            let (reader, words) = (web.reader(&me), &web.kit.words);
            let page = Document::new(&shown, None, &reader, words);
            web.invalid(Some(&me), &page.choosing(&shown, (&form, &problem), (&reader, words)))
        }
    }
}

async fn chosen(web: &Web, form: &Form, ask: Choosing) -> Result<String, Failure> {
    let asked = ask.clone();
    match web.read(Gate::Administrator, move |r, me| unprinted::weigh(r, me, &asked)).await {
        Ok((_, weighed)) => tried(&web.kit, weighed, web.now()).await?,
        // The same form may have come twice: writing tells which.
        Err(Failure::Problem(problem)) if problem.code == ProblemCode::PaperSettled => {}
        Err(failure) => return Err(failure),
    }
    let choose = move |w: &mut Write, me: &Actor, now: Moment| unprinted::choose(w, me, &ask, now);
    Ok(web.write(Gate::Administrator, form, choose).await?.1.number)
}

/// Prints the document with what was asked for, for nobody.
///
/// # Errors
/// `Invalid` with what the template says.
pub(in crate::documents) async fn tried(kit: &Kit, weighed: Weighed, now: Moment) -> Result<(), Problem> {
    printing::attempt(kit, (weighed.snapshot, weighed.version), now).await
}
