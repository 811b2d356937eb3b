//! The issuing desk of an edition.

use super::pdf_answer;
use crate::documents::actions::{self, Issuing, Tools, papers};
use crate::documents::views::issuing;
use crate::kernel::name::tidy;
use crate::kernel::{EditionId, EnrolmentId, Gate, Problem, ProblemCode};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths};
use actix_web::web::{Path, Query, block};
use serde::Deserialize;
use std::collections::BTreeSet;

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
pub async fn again(web: &Web, id: EditionId, form: &Form, failure: Failure) -> Reply {
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
