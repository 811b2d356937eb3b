//! Questions of the bank as files for other systems.

use super::GATE;
use crate::kernel::{Language, Problem, ProblemCode};
use crate::questions::actions::exports::{self as actions, Leaving};
use crate::questions::rules::exchange::Format;
use crate::questions::rules::filter::Filter;
use crate::questions::views::losses::with_losses;
use crate::web::{Reply, Web};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Query, block};
use serde::Deserialize;

/// Which format; Moodle XML, which carries most, unless another is named.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    format: String,
}

/// `GET /question-exports`: what the list shows, as GIFT or Moodle XML.
pub async fn show(web: Web, filter: Query<Filter>, wanted: Query<Wanted>) -> Reply {
    let filter = filter.into_inner();
    let (me, leaving) = web.read(GATE, move |r, me| actions::leaving(r, me, &filter)).await?;
    file(&web, me.actor.language, leaving, &wanted.format).await
}

/// Questions as a file. What cannot go along is named in comments at the file's end, in the reader's language.
pub(in crate::questions) async fn file(
    web: &Web,
    language: Language,
    leaving: Vec<Leaving>,
    format: &str,
) -> Reply {
    let format = match format {
        "gift" => Format::Gift,
        _ => Format::MoodleXml,
    };
    let images = actions::images(&web.kit.files, &leaving).await;
    let written = block(move || actions::written(&leaving, format, language, &images)).await;
    let written = written.map_err(|_| Problem::new(ProblemCode::Busy))?;
    let (name, kind) = match format {
        Format::Gift => ("birge-questions.gift", "text/plain; charset=utf-8"),
        _ => ("birge-questions.xml", "application/xml; charset=utf-8"),
    };
    let disposition = format!("attachment; filename=\"{name}\"");
    let words = web.kit.words.clone();
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .body(with_losses(written, format, &|key| words.text(language, key))))
}
