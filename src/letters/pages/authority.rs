//! Documents of authority: what was given, giving one, taking it back.

use crate::documents::actions::{Tools, printing};
use crate::kernel::{DocumentId, Fault, Gate, OrganisationId, PersonId, Problem};
use crate::letters::actions::authority::{self as actions, Giving};
use crate::letters::rules::authority::Authority;
use crate::letters::views::AuthorityPage;
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, attachment, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Whom to choose from, and where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
}

/// `GET /authority-documents`
pub async fn index(web: Web, question: Query<Question>) -> Reply {
    let Question { q, after } = question.into_inner();
    let (after, name) = (after.parse().ok().map(DocumentId), q.clone());
    let (me, given) = web.read(Gate::Coordinator, move |r, me| actions::given(r, me, (&name, after))).await?;
    let fine = Problem::invalid(Vec::new());
    let asked = (q.as_str(), after.is_some());
    web.page(&me, &AuthorityPage::new(&given, asked, (&Form::default(), &fine), &web.reader(&me)))
}

/// `POST /authority-documents`: gives authority.
pub async fn create(web: Web, form: Form) -> Reply {
    let done = match typed(&web, &form) {
        Ok(input) => give(&web, &form, input).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(number) => web.see_other(
            paths::AUTHORITY_DOCUMENTS,
            Flash::good("letters-authority-flash-given").with("number", number),
        ),
        Err(Failure::Repeated) => web.redirect(paths::AUTHORITY_DOCUMENTS),
        Err(failure) => again(&web, &form, failure).await,
    }
}

fn typed(web: &Web, form: &Form) -> Result<Giving, Problem> {
    let mut errors = FormErrors::new();
    let (from, until) = (errors.date(form, "valid_from"), errors.date(form, "valid_until"));
    let person = form.raw("person").parse::<PersonId>().ok();
    let organisation = form.raw("organisation").parse::<OrganisationId>().ok();
    let missing = [("person", person.is_none()), ("organisation", organisation.is_none())];
    for (field, _) in missing.into_iter().filter(|(_, missing)| *missing) {
        errors.add(Fault::new(field, "required"));
    }
    let text = |name: &str| form.raw(name).to_owned();
    let authority = Authority {
        from,
        until,
        place_ru: text("place"),
        place_kk: text("place_kk"),
        tasks_ru: text("tasks"),
        tasks_kk: text("tasks_kk"),
    };
    errors.into_result(Giving {
        organisation: organisation.unwrap_or(OrganisationId(0)),
        person: person.unwrap_or(PersonId(0)),
        authority,
        public_id: web.kit.secrets.public_id(),
    })
}

async fn give(web: &Web, form: &Form, input: Giving) -> Result<String, Failure> {
    let kit = web.kit.clone();
    let (_, row) = web
        .write(Gate::Coordinator, form, move |w, me, now| actions::give(w, me, &Tools::of(&kit), &input, now))
        .await?;
    Ok(row.number)
}

async fn again(web: &Web, form: &Form, failure: Failure) -> Reply {
    let problem = failure.about_the_form()?;
    let q = form.text("q");
    let name = q.clone();
    let (me, given) = web.read(Gate::Coordinator, move |r, me| actions::given(r, me, (&name, None))).await?;
    let asked = (q.as_str(), false);
    web.invalid(Some(&me), &AuthorityPage::new(&given, asked, (form, &problem), &web.reader(&me)))
}

/// `GET /authority-documents/{document}/pdf`: it is taken, so it is noted.
pub async fn pdf(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, ()) = web.read(Gate::Coordinator, |_, _| Ok(())).await?;
    let row = web.write_anyone(move |w, now| actions::paper(w, &me.actor, id, now)).await?;
    let bytes = printing::paper(&web.kit, &row).await?;
    Ok(attachment(&printing::file_name(&row.number), "application/pdf", bytes))
}

/// `POST /authority-documents/{document}/revocation`
pub async fn revoke(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, reason) = (DocumentId(path.into_inner()), form.raw("reason").to_owned());
    let done = web
        .write(Gate::Coordinator, &form, move |w, me, now| actions::take_back(w, me, id, &reason, now))
        .await;
    match done {
        Ok((_, row)) => web.see_other(
            paths::AUTHORITY_DOCUMENTS,
            Flash::good("letters-authority-flash-revoked").with("number", row.number),
        ),
        Err(Failure::Repeated) => web.redirect(paths::AUTHORITY_DOCUMENTS),
        Err(failure) => again(&web, &form, failure).await,
    }
}
