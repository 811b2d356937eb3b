//! What a session is made of, for everybody concerned.

use crate::agendas::actions;
use crate::agendas::views::{Print, ProgrammePage};
use crate::attendance::pages::told;
use crate::kernel::{Gate, SessionId};
use crate::web::{Reply, Web};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How it is shown.
#[derive(Debug, Deserialize)]
pub struct Manner {
    print: Option<String>,
}

/// `GET /sessions/{session}/programme`, with `?print` for paper.
pub async fn show(web: Web, path: Path<i64>, manner: Query<Manner>) -> Reply {
    let (id, now) = (SessionId(path.into_inner()), web.now());
    let (me, programme) = web.read(Gate::SignedIn, move |r, me| actions::programme(r, me, id, now)).await?;
    let page = told(&web, &me, |telling| ProgrammePage::new(&programme, telling));
    if manner.print.is_some() { web.page(&me, &Print::from(page)) } else { web.page(&me, &page) }
}
