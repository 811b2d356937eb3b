//! The issuing desk of an edition.

use super::pdf_answer;
use crate::documents::actions::{self, Desk, Issuing, Tools, Wanted, papers, printing};
use crate::documents::views::issuing;
use crate::kernel::name::tidy;
use crate::kernel::{EditionId, EnrolmentId, Gate, Problem, ProblemCode, Word as _, dates};
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Failure, Flash, Form, FormErrors, Me, Reply, Web, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Which paper the desk is asked for; anything it does not know is left out of account.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    pub(in crate::documents) kind: String,
}

/// `GET /editions/{edition}/documents`: which papers there are, who is ready, who has one, what everybody else lacks.
pub async fn desk(web: Web, path: Path<i64>, asked: Query<Asked>) -> Reply {
    let wanted = wanted(path.into_inner(), &asked.kind);
    let (me, desk) = load(&web, wanted).await?;
    web.page(&me, &issuing::Desktop::new(&desk, None, &web.reader(&me)))
}

fn wanted(edition: i64, kind: &str) -> Wanted {
    Wanted { edition: EditionId(edition), kind: DocumentKind::parse(kind), issued_on: None }
}

async fn load(web: &Web, wanted: Wanted) -> Result<(Me, Desk), Failure> {
    let (now, typesetter) = (web.now(), web.kit.typesetter.clone());
    web.read(Gate::Administrator, move |r, me| actions::desk_for(r, me, &typesetter, wanted, now)).await
}

/// `POST /editions/{edition}/documents`: issues to the chosen people, or to nobody.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let wanted = wanted(path.into_inner(), form.raw("kind"));
    let back = match wanted.kind {
        Some(kind) => paths::issue_kind(wanted.edition, kind.as_str()),
        None => paths::issue(wanted.edition),
    };
    let done = match asked(&web, wanted, &form) {
        Ok(input) => issue(&web, &form, input).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok((me, issued)) => web.see_other(back, said(&issued, &web, &me)),
        Err(Failure::Repeated) => web.redirect(back),
        Err(failure) => again(&web, wanted, &form, failure).await,
    }
}

fn asked(web: &Web, wanted: Wanted, form: &Form) -> Result<Issuing, Problem> {
    let mut errors = FormErrors::new();
    let issued_on = errors.date(form, "issued_on");
    let chosen = form.all("enrolments").iter().map(|id| id.parse::<EnrolmentId>());
    let enrolments =
        chosen.collect::<Result<BTreeSet<_>, _>>().map_err(|_| Problem::new(ProblemCode::BadRequest))?;
    let public_ids = enrolments.iter().map(|_| web.kit.secrets.public_id()).collect();
    let said = |name: &str| Some(tidy(form.raw(name))).filter(|text| !text.is_empty());
    errors.into_result(Issuing {
        edition: wanted.edition,
        kind: wanted.kind,
        enrolments,
        issued_on,
        number: said("number"),
        qualification: said("qualification"),
        despite: said("despite"),
        public_ids,
    })
}

async fn issue(web: &Web, form: &Form, input: Issuing) -> Result<(Me, actions::Issued), Failure> {
    let kit = web.kit.clone();
    web.write(Gate::Administrator, form, move |w, me, now| {
        actions::issue(w, me, &Tools::of(&kit), &input, now)
    })
    .await
}

/// What happened; where somebody else was first, who and when.
fn said(issued: &actions::Issued, web: &Web, me: &Me) -> Flash {
    let (new, kept) = (issued.new.len(), issued.kept.len());
    let (key, first) = match (new, issued.first()) {
        (0, Some(first)) => ("documents-flash-had-already-by", Some(first)),
        (0, None) => ("documents-flash-had-already", None),
        _ if kept == 0 => return Flash::good("documents-flash-issued").with("count", new),
        (_, Some(first)) => ("documents-flash-issued-some-by", Some(first)),
        (_, None) => ("documents-flash-issued-some", None),
    };
    let flash = if new == 0 { Flash::attention(key) } else { Flash::good(key).with("count", new) };
    let flash = flash.with("kept", kept);
    let Some((name, at)) = first else { return flash };
    let reader = web.reader(me);
    flash.with("name", name.full()).with("at", dates::date_and_time(reader.language, at, reader.zone))
}

/// The desk again, with who of the chosen is not ready and why, or with the faults of the form.
///
/// # Errors
/// A failure that is not about the form.
pub async fn again(web: &Web, wanted: Wanted, form: &Form, failure: Failure) -> Reply {
    let problem = match failure {
        Failure::Problem(problem)
            if matches!(problem.code, ProblemCode::Invalid | ProblemCode::RuleUnmet) =>
        {
            problem
        }
        other => return Err(other),
    };
    let (me, desk) = load(web, wanted).await?;
    let refused = issuing::Refused { form, problem: &problem };
    web.invalid(Some(&me), &issuing::Desktop::new(&desk, Some(&refused), &web.reader(&me)))
}

/// Whose paper is looked at, and which.
#[derive(Debug, Deserialize)]
pub struct Whose {
    enrolment: i64,
    #[serde(default)]
    kind: String,
}

/// `GET /editions/{edition}/documents/preview?enrolment=&kind=`: the paper as it would look; nothing is kept.
pub async fn preview(web: Web, path: Path<i64>, whose: Query<Whose>) -> Reply {
    let (wanted, enrolment) = (wanted(path.into_inner(), &whose.kind), EnrolmentId(whose.enrolment));
    let (now, typesetter) = (web.now(), web.kit.typesetter.clone());
    let (_, snapshot) = web
        .read(Gate::Administrator, move |r, me| {
            let theirs = BTreeSet::from([enrolment]);
            let mut desk = actions::desk_of(r, me, &typesetter, (wanted, &theirs), now)?;
            if !desk.of_a_part() {
                desk.issued_on = desk.today.max(desk.edition.ends_on);
            }
            papers::sample(&desk, enrolment)
        })
        .await?;
    let pdf = printing::sample(&web.kit, snapshot, now).await?;
    Ok(pdf_answer(pdf, "inline; filename=\"sample.pdf\""))
}
