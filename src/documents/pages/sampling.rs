//! Samples of papers that are not issued yet.

use super::issuing::{Asked, wanted};
use super::pdf_answer;
use crate::documents::actions::sampling::{self, Printed};
use crate::documents::actions::{Desk, Wanted, desk_for, printing};
use crate::documents::views::sampling::SamplesPage;
use crate::kernel::{Actor, EnrolmentId, Gate, Problem, ProblemCode};
use crate::web::{Form, Reply, Web};
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;
use std::sync::Arc;

/// Whose paper is looked at, which, and printed with what.
#[derive(Debug, Clone, Deserialize)]
pub struct Whose {
    /// Nobody, when nothing is said: that is nobody's page.
    #[serde(default)]
    pub(in crate::documents) enrolment: i64,
    #[serde(default)]
    pub(in crate::documents) kind: String,
    /// `program` for the paper of the program, or a version of a template; what is at work when nothing is said.
    #[serde(default)]
    pub(in crate::documents) template: String,
}

/// `GET /editions/{edition}/documents/samples?kind=`: whose paper to look at, and with which template.
pub async fn samples(web: Web, path: Path<i64>, asked: Query<Asked>) -> Reply {
    page(&web, wanted(path.into_inner(), &asked.kind), None).await
}

/// The page; with what was asked and what is wrong with it, where nothing could be printed.
async fn page(web: &Web, wanted: Wanted, refused: Option<(Form, Problem)>) -> Reply {
    let (now, typesetter) = (web.now(), web.kit.typesetter.clone());
    let (me, (desk, versions)) = web
        .read(Gate::Administrator, move |r, me| {
            let desk: Desk = desk_for(r, me, &typesetter, wanted, now)?;
            let versions = sampling::printable(r, &desk)?;
            Ok((desk, versions))
        })
        .await?;
    let typed = refused.as_ref().map(|(form, problem)| (form, problem));
    let view = SamplesPage::new((&desk, &versions), typed, &web.say(&me));
    match refused {
        Some(_) => web.invalid(Some(&me), &view),
        None => web.page(&me, &view),
    }
}

/// `GET /editions/{edition}/documents/preview?enrolment=&kind=&template=`: the paper as it would look; nothing is kept.
pub async fn preview(web: Web, path: Path<i64>, whose: Query<Whose>) -> Reply {
    let (edition, whose) = (path.into_inner(), whose.into_inner());
    let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
    match sample(&web, me.actor, (edition, &whose)).await {
        Ok(answer) => Ok(answer),
        Err(problem) if problem.code == ProblemCode::Invalid => {
            let enrolment = whose.enrolment.to_string();
            let form = Form::of(&[("enrolment", enrolment.as_str()), ("template", whose.template.as_str())]);
            let wanted = wanted(edition, &whose.kind);
            page(&web, wanted, Some((form, about_template(problem)))).await
        }
        Err(problem) => Err(problem.into()),
    }
}

/// What is wrong with a template is wrong with the one that was chosen here.
fn about_template(mut problem: Problem) -> Problem {
    problem.faults.iter_mut().for_each(|fault| fault.field = "template".to_owned());
    problem
}

/// The sample as PDF, for the page and for the API.
pub(in crate::documents) async fn sample(
    web: &Web,
    me: Actor,
    (edition, whose): (i64, &Whose),
) -> Result<HttpResponse, Problem> {
    let printed = Printed::parse(&whose.template).ok_or_else(Problem::not_found)?;
    let what = (wanted(edition, &whose.kind), EnrolmentId(whose.enrolment), printed);
    let (now, typesetter) = (web.now(), web.kit.typesetter.clone());
    let reader = me.clone();
    let read = web.kit.db.read(move |r| sampling::sampled(r, &reader, &typesetter, what, now));
    let sampled = Arc::new(read.await?);
    let seen = sampled.clone();
    web.kit.db.write(move |w| sampling::note_sample(w, &me, &seen, now)).await?;
    let pdf = printing::sample(&web.kit, sampled.snapshot.clone(), now).await?;
    Ok(pdf_answer(pdf, "inline; filename=\"sample.pdf\""))
}
