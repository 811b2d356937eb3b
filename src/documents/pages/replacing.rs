//! A document in the place of another.

use crate::documents::actions::{self, Replacing, Tools, reading};
use crate::documents::rules::Relation;
use crate::documents::views::replacement::Replacement;
use crate::kernel::name::tidy;
use crate::kernel::{DocumentId, Fault, Gate, Problem, Word as _};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /documents/{document}/replacements/new`. The look is noted, so it is written.
pub async fn new(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
    let actor = me.actor.clone();
    let shown = web.write_anyone(move |w, now| reading::look(w, &actor, id, now)).await?;
    web.page(&me, &Replacement::new(&shown, None, &web.reader(&me), &web.kit.words))
}

/// `POST /documents/{document}/replacements`: a new row with a new number; the one before is marked replaced.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = DocumentId(path.into_inner());
    let done = match asked(&web, id, &form) {
        Ok(input) => {
            let kit = web.kit.clone();
            web.write(Gate::Administrator, &form, move |w, me, now| {
                actions::replace(w, me, &Tools::of(&kit), &input, now)
            })
            .await
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok((_, row)) => web.see_other(
            paths::document(row.id),
            Flash::good("documents-flash-replaced").with("number", row.number),
        ),
        Err(Failure::Repeated) => web.redirect(paths::document(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = web.read(Gate::Administrator, move |r, me| reading::show(r, me, id)).await?;
            let (reader, words) = (web.reader(&me), &web.kit.words);
            web.invalid(Some(&me), &Replacement::new(&shown, Some((&form, &problem)), &reader, words))
        }
    }
}

fn asked(web: &Web, document: DocumentId, form: &Form) -> Result<Replacing, Problem> {
    let mut errors = FormErrors::new();
    let relation = Relation::parse(form.raw("relation")).unwrap_or_else(|| {
        errors.add(Fault::new("relation", "document-relation"));
        Relation::Duplicate
    });
    let issued_on = errors.date(form, "issued_on");
    errors.into_result(Replacing {
        document,
        relation,
        grounds: form.raw("grounds").to_owned(),
        issued_on,
        number: Some(tidy(form.raw("number"))).filter(|number| !number.is_empty()),
        public_id: web.kit.secrets.public_id(),
    })
}
