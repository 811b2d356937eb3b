//! Pages of documents: issuing, the register, one document, one's own, and the verification anybody may ask for.

use super::actions::{self, Issuing, Tools, papers, reading};
use super::store::DocumentRow;
use super::store::listing::Filter;
use super::views::register::{Asked, STATUSES};
use super::views::{document, issuing, own, register, verification};
use crate::kernel::name::{fold, tidy};
use crate::kernel::{DocumentId, EditionId, EnrolmentId, Gate, Problem, ProblemCode, PublicId};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::{Path, Query, block};
use actix_web::{HttpResponse, http::StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Lines on a page of the register.
const LINES: i64 = 50;

/// `GET /editions/{edition}/documents`: who is ready, who has a document, what everybody else lacks.
pub async fn desk(web: Web, path: Path<i64>) -> Reply {
    let (id, now, typesetter) = (EditionId(path.into_inner()), web.now(), web.kit.typesetter.clone());
    let (me, desk) =
        web.read(Gate::Administrator, move |r, me| actions::desk(r, me, &typesetter, id, now)).await?;
    web.page(&me, &issuing::Desktop::new(&desk, None, &web.reader(&me)))
}

/// `POST /editions/{edition}/documents`: issues to the chosen people, or to nobody.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = EditionId(path.into_inner());
    let done = match asked(&web, id, &form) {
        Ok(input) => issue(&web, &form, input).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(issued) => web.see_other(paths::issue(id), said(&issued)),
        Err(Failure::Repeated) => web.redirect(paths::issue(id)),
        Err(failure) => again(&web, id, &form, failure).await,
    }
}

fn asked(web: &Web, edition: EditionId, form: &Form) -> Result<Issuing, Problem> {
    let mut errors = FormErrors::new();
    let issued_on = errors.date(form, "issued_on");
    let chosen = form.all("enrolments").iter().map(|id| id.parse::<EnrolmentId>());
    let enrolments =
        chosen.collect::<Result<BTreeSet<_>, _>>().map_err(|_| Problem::new(ProblemCode::BadRequest))?;
    let public_ids = enrolments.iter().map(|_| web.kit.secrets.public_id()).collect();
    let despite = Some(tidy(form.raw("despite"))).filter(|reason| !reason.is_empty());
    errors.into_result(Issuing { edition, enrolments, issued_on, despite, public_ids })
}

async fn issue(web: &Web, form: &Form, input: Issuing) -> Result<actions::Issued, Failure> {
    let kit = web.kit.clone();
    let (_, issued) = web
        .write(Gate::Administrator, form, move |w, me, now| {
            let tools = Tools { typesetter: &kit.typesetter, public_url: &kit.settings.public_url };
            actions::issue(w, me, &tools, &input, now)
        })
        .await?;
    Ok(issued)
}

fn said(issued: &actions::Issued) -> Flash {
    let (new, kept) = (issued.new.len(), issued.kept.len());
    match (new, kept) {
        (0, _) => Flash::attention("documents-flash-had-already").with("kept", kept),
        (_, 0) => Flash::good("documents-flash-issued").with("count", new),
        _ => Flash::good("documents-flash-issued-some").with("count", new).with("kept", kept),
    }
}

/// The desk again, with who of the chosen is not ready and why, or with the faults of the form.
async fn again(web: &Web, id: EditionId, form: &Form, failure: Failure) -> Reply {
    let problem = match failure {
        Failure::Problem(problem)
            if matches!(problem.code, ProblemCode::Invalid | ProblemCode::RuleUnmet) =>
        {
            problem
        }
        other => return Err(other),
    };
    let (now, typesetter) = (web.now(), web.kit.typesetter.clone());
    let (me, desk) =
        web.read(Gate::Administrator, move |r, me| actions::desk(r, me, &typesetter, id, now)).await?;
    let refused = issuing::Refused { form, problem: &problem };
    web.invalid(Some(&me), &issuing::Desktop::new(&desk, Some(&refused), &web.reader(&me)))
}

/// Whose paper is looked at.
#[derive(Debug, Deserialize)]
pub struct Whose {
    enrolment: i64,
}

/// `GET /editions/{edition}/documents/preview?enrolment=`: the paper as it would look; nothing is kept.
pub async fn preview(web: Web, path: Path<i64>, whose: Query<Whose>) -> Reply {
    let (id, enrolment, now) = (EditionId(path.into_inner()), EnrolmentId(whose.enrolment), web.now());
    let typesetter = web.kit.typesetter.clone();
    let (_, snapshot) = web
        .read(Gate::Administrator, move |r, me| {
            let desk = actions::desk(r, me, &typesetter, id, now)?;
            papers::sample(&desk, enrolment, desk.today.max(desk.edition.ends_on))
        })
        .await?;
    let typesetter = web.kit.typesetter.clone();
    let printed = block(move || papers::print(&typesetter, &snapshot, "sample", now)).await;
    let pdf = printed.map_err(Problem::internal)?.map_err(Problem::from)?;
    Ok(pdf_answer(pdf, "inline; filename=\"sample.pdf\""))
}

/// `GET /documents`: one's own.
pub async fn own(web: Web) -> Reply {
    let (me, (documents, courses)) = web.read(Gate::SignedIn, reading::own_page).await?;
    web.page(&me, &own::Own::new(&documents, &courses, &web.reader(&me), &web.kit.words))
}

/// `GET /documents/{document}`: one, for administrators.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (me, shown) = web.read(Gate::Administrator, move |r, me| reading::show(r, me, id)).await?;
    web.page(&me, &document::Document::new(&shown, None, &web.reader(&me), &web.kit.words))
}

/// `GET /documents/{document}/pdf`: the paper, for its holder and for administrators.
pub async fn pdf(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentId(path.into_inner());
    let (_, row) = web.read(Gate::SignedIn, move |r, me| reading::readable(r, me, id)).await?;
    paper(&web, row).await
}

/// Prints off the threads that serve requests, and sends the paper as a file with a safe name.
pub(super) async fn paper(web: &Web, row: DocumentRow) -> Reply {
    let typesetter = web.kit.typesetter.clone();
    let name = format!("{}.pdf", row.number.replace('/', "-"));
    let encoded = utf8_percent_encode(&name, NON_ALPHANUMERIC).to_string();
    let disposition = format!("attachment; filename=\"document-{}.pdf\"; filename*=UTF-8''{encoded}", row.id);
    let pdf = block(move || papers::pdf(&typesetter, &row)).await.map_err(Problem::internal)??;
    Ok(pdf_answer(pdf, &disposition))
}

fn pdf_answer(pdf: Vec<u8>, disposition: &str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(pdf)
}

/// `POST /documents/{document}/revocation`
pub async fn revoke(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = DocumentId(path.into_inner());
    let reason = form.raw("reason").to_owned();
    let done = web
        .write(Gate::Administrator, &form, move |w, me, now| actions::revoke(w, me, id, &reason, now))
        .await;
    match done {
        Ok((_, row)) => web.see_other(
            paths::document(id),
            Flash::good("documents-flash-revoked").with("number", row.number),
        ),
        Err(Failure::Repeated) => web.redirect(paths::document(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shown) = web.read(Gate::Administrator, move |r, me| reading::show(r, me, id)).await?;
            let (reader, words) = (web.reader(&me), &web.kit.words);
            web.invalid(Some(&me), &document::Document::new(&shown, Some((&form, &problem)), &reader, words))
        }
    }
}

/// What the register is asked for. Anything it does not know is left out of account.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    q: String,
    #[serde(default)]
    year: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    after: String,
}

impl Question {
    /// The question as a filter.
    pub(super) fn asked(&self) -> Asked {
        let search = tidy(&self.q);
        let filter = Filter {
            organisations: None,
            year: self.year.parse().ok(),
            kind: DocumentKind::parse(&self.kind),
            revoked: STATUSES.iter().find(|(word, _)| *word == self.status).map(|(_, revoked)| *revoked),
            search: Some(fold(&search)).filter(|text| !text.is_empty()),
            before: self.after.parse().ok().filter(|id: &DocumentId| id.0 > 0),
        };
        Asked { search, filter }
    }
}

/// `GET /register`: every document of the actor's organisations. Nothing here can be deleted.
pub async fn register(web: Web, question: Query<Question>) -> Reply {
    let asked = question.asked();
    let filter = asked.filter.clone();
    let (me, (mut rows, years)) =
        web.read(Gate::Administrator, move |r, me| reading::register(r, me, filter, LINES + 1)).await?;
    let lines = usize::try_from(LINES).unwrap_or(usize::MAX);
    let more = rows.len() > lines;
    rows.truncate(lines);
    web.page(&me, &register::Register::new(&asked, (&rows, more), &years, &web.reader(&me), &web.kit.words))
}

/// `GET /v/{public id}`: whether a document is valid, for anybody who has its address.
pub async fn verify(web: Web, path: Path<String>) -> Reply {
    web.kit.limits.look_up(&web.address())?;
    let id = PublicId::parse(&path.trim().to_ascii_lowercase());
    let (me, found) =
        web.read_anyone(move |r, _| id.map(|id| reading::verify(r, id)).transpose().or_else(none)).await?;
    let reader = me.as_ref().map_or_else(|| web.stranger(), |me| web.reader(me));
    let mut answer = match found {
        Some(verified) => {
            web.page_for_anyone(me.as_ref(), &verification::Verification::new(&verified, &reader))?
        }
        None => web.page_with(StatusCode::NOT_FOUND, me.as_ref(), &verification::Unknown::new())?,
    };
    let robots = (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    answer.headers_mut().insert(robots.0, robots.1);
    Ok(answer)
}

/// No such document is an answer, not a failure.
fn none<T>(problem: Problem) -> Result<Option<T>, Problem> {
    if problem.code == ProblemCode::NotFound { Ok(None) } else { Err(problem) }
}
