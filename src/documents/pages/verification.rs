//! The verification anybody may ask for.

use crate::documents::actions::reading;
use crate::documents::views::verification;
use crate::kernel::{Problem, ProblemCode, PublicId};
use crate::web::{Reply, Web};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::Path;

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
