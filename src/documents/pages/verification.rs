//! The verification anybody may ask for.

use crate::documents::actions::tally::{self, Tally};
use crate::documents::actions::verifying;
use crate::documents::rules::Standing;
use crate::documents::rules::book::CheckWay;
use crate::documents::views::check::CheckPage;
use crate::documents::views::verification;
use crate::kernel::{DocumentId, Problem, ProblemCode, PublicId};
use crate::web::{Form, FormErrors, Reply, Web};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, Path};

/// `GET /v/{public id}`: whether a document is valid, for anybody who has its address.
pub async fn verify(web: Web, path: Path<String>, tally: Data<Tally>) -> Reply {
    web.kit.limits.look_up(&web.address())?;
    let id = PublicId::parse(&path.trim().to_ascii_lowercase());
    let (me, found) = web
        .read_anyone(move |r, _| id.map(|id| verifying::by_code(r, &id)).transpose().or_else(none))
        .await?;
    let reader = me.as_ref().map_or_else(|| web.stranger(), |me| web.reader(me));
    let mut answer = match found {
        Some(known) => {
            if !web.only_asked() {
                look(&web, tally, known.id, (CheckWay::Code, known.standing));
            }
            web.page_for_anyone(me.as_ref(), &verification::Verification::new(&known, &reader))?
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

/// Counts a look after the answer, off its path; many at once are written together.
pub(in crate::documents) fn look(
    web: &Web,
    tally: Data<Tally>,
    document: DocumentId,
    what: (CheckWay, Standing),
) {
    if !tally.count(document, web.now(), what) {
        return;
    }
    let db = web.kit.db.clone();
    actix_web::rt::spawn(async move {
        if let Err(problem) = tally::flush(&tally, &db).await {
            tracing::warn!(%problem, "looks at documents wait to be counted");
        }
    });
}

/// `GET /verify`: the form for a number and a surname.
pub async fn ask(web: Web) -> Reply {
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    web.page_for_anyone(me.as_ref(), &CheckPage::empty())
}

/// `POST /verify`: yes or no. What of the two is wrong is not told.
pub async fn check(web: Web, form: Form, tally: Data<Tally>) -> Reply {
    web.kit.limits.look_up(&web.address())?;
    let mut errors = FormErrors::new();
    let asked = (errors.required(&form, "number", 60), errors.required(&form, "surname", 120));
    let (number, surname) = match errors.into_result(asked) {
        Ok(asked) => asked,
        Err(problem) => return web.invalid(None, &CheckPage::refused(&form, &problem)),
    };
    let now = web.now();
    let (me, found) = web.read_anyone(move |r, _| verifying::by_number(r, &number, &surname, now)).await?;
    if let Some(matched) = found {
        look(&web, tally, matched.id, (CheckWay::Number, matched.standing));
    }
    let holds = found.is_some_and(|matched| matched.holds);
    web.page_for_anyone(me.as_ref(), &CheckPage::answered(&form, holds))
}
