//! Questions of the bank as files for other systems.

use super::GATE;
use crate::kernel::{Problem, ProblemCode};
use crate::questions::actions::imports as actions;
use crate::questions::rules::exchange::{Format, image_key};
use crate::questions::rules::filter::Filter;
use crate::web::{Failure, Reply, Web};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Query, block};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Which format; Moodle XML, which carries most, unless another is named.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    format: String,
}

/// `GET /question-exports`: what the list shows, as GIFT or Moodle XML. What cannot go along is named in comments
/// at the file's end.
pub async fn show(web: Web, filter: Query<Filter>, wanted: Query<Wanted>) -> Reply {
    let format = match wanted.format.as_str() {
        "gift" => Format::Gift,
        _ => Format::MoodleXml,
    };
    let filter = filter.into_inner();
    let (me, leaving) = web.read(GATE, move |r, me| actions::leaving(r, me, &filter)).await?;
    let images = images(&web, &actions::images_of(&leaving)).await?;
    let language = me.actor.language;
    let written = block(move || actions::written(&leaving, format, language, &images)).await;
    let written = written.map_err(|_| Problem::new(ProblemCode::Busy))?;
    let (name, kind) = match format {
        Format::Gift => ("birge-questions.gift", "text/plain; charset=utf-8"),
        _ => ("birge-questions.xml", "application/xml; charset=utf-8"),
    };
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .body(actions::with_losses(written, format)))
}

async fn images(web: &Web, names: &[String]) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut images = BTreeMap::new();
    for name in names {
        if let Some(key) = image_key(name)
            && let Ok(bytes) = web.kit.files.get(&key).await
        {
            images.insert(name.clone(), bytes);
        }
    }
    Ok(images)
}
