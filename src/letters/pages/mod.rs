//! Pages of letters and of documents of authority.

pub mod authority;
pub mod service;

use super::actions::{self, Writing};
use super::rules::Wording;
use super::views::{Asked, FormPage};
use crate::documents::actions::{Tools, printing};
use crate::documents::rules::Snapshot;
use crate::kernel::{EditionId, Fault, Gate, OrganisationId, PersonId, Problem, ProblemCode};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::web::{Failure, Form, FormErrors, Reply, Web};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Query;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Whom to choose from.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    edition: String,
    #[serde(default)]
    q: String,
}

/// `GET /letters`: who gets them, what they say.
pub async fn new(web: Web, question: Query<Question>) -> Reply {
    let asked = Asked { edition: question.edition.clone(), name: question.q.clone() };
    let form = Form::default();
    let fine = Problem::invalid(Vec::new());
    shown(&web, (&asked, &form, &fine)).await
}

async fn shown(web: &Web, (asked, form, problem): (&Asked, &Form, &Problem)) -> Reply {
    let (edition, name) = (asked.edition.parse().ok().map(EditionId), asked.name.clone());
    let (me, choosing) =
        web.read(Gate::Administrator, move |r, me| actions::choosing(r, me, (edition, &name))).await?;
    let today = web.now().date_in(me.actor.zone);
    let say = web.say(&me);
    let page = FormPage::new(&choosing, asked, (form, problem), (today, &say));
    if problem.faults.is_empty() { web.page(&me, &page) } else { web.invalid(Some(&me), &page) }
}

/// The form again, with what is wrong with it.
///
/// # Errors
/// A failure that is not about the form.
pub async fn again(web: &Web, form: &Form, failure: Failure) -> Reply {
    let problem = failure.about_the_form()?;
    let asked = Asked { edition: form.text("edition"), name: form.text("q") };
    shown(web, (&asked, form, &problem)).await
}

/// What was typed.
#[derive(Debug, Clone)]
pub struct Typed {
    /// In whose name.
    pub organisation: OrganisationId,
    /// Which letter.
    pub kind: DocumentKind,
    /// To whom.
    pub people: BTreeSet<PersonId>,
    /// The date on them.
    pub issued_on: NaiveDate,
    /// What they say.
    pub text: Wording,
}

/// Reads the form.
///
/// # Errors
/// `Invalid` with every fault; `BadRequest` for people that are no numbers.
pub fn typed(form: &Form) -> Result<Typed, Problem> {
    let mut errors = FormErrors::new();
    let issued_on = errors.date(form, "issued_on").unwrap_or_default();
    let kind = DocumentKind::parse(form.raw("kind"));
    if kind.is_none() {
        errors.add(Fault::new("kind", "letter-kind"));
    }
    let organisation = form.raw("organisation").parse::<OrganisationId>().ok();
    if organisation.is_none() {
        errors.add(Fault::new("organisation", "required"));
    }
    let people = form.all("people").iter().map(|id| id.parse::<PersonId>());
    let people =
        people.collect::<Result<BTreeSet<_>, _>>().map_err(|_| Problem::new(ProblemCode::BadRequest))?;
    let text = Wording { ru: form.raw("text_ru").to_owned(), kk: form.raw("text_kk").to_owned() };
    errors.into_result(Typed {
        organisation: organisation.unwrap_or(OrganisationId(0)),
        kind: kind.unwrap_or(DocumentKind::ThankYouLetter),
        people,
        issued_on,
        text,
    })
}

/// `POST /letters/previews`: the letter to the first of the chosen people, as PDF; nothing is kept.
pub async fn preview(web: Web, form: Form) -> Reply {
    let drawn = match typed(&form) {
        Ok(typed) => draw(&web, typed).await,
        Err(problem) => Err(problem.into()),
    };
    match drawn {
        Ok(snapshot) => sample_answer(&web, snapshot).await,
        Err(failure) => again(&web, &form, failure).await,
    }
}

async fn draw(web: &Web, typed: Typed) -> Result<Snapshot, Failure> {
    let (kit, now) = (web.kit.clone(), web.now());
    let Typed { organisation, kind, people, issued_on, text } = typed;
    let writing = Writing { organisation, kind, issued_on, public_id: web.kit.secrets.public_id() };
    let (_, snapshot) = web
        .read(Gate::Administrator, move |r, me| {
            actions::preview(r, (me, &Tools::of(&kit)), &writing, (&people, &text), now)
        })
        .await?;
    Ok(snapshot)
}

async fn sample_answer(web: &Web, snapshot: Snapshot) -> Reply {
    let pdf = printing::sample(&web.kit, snapshot, web.now()).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, "inline; filename=\"sample.pdf\""))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(pdf))
}
