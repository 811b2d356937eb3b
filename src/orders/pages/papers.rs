//! Papers as files. That somebody takes one is noted.

use super::noted;
use crate::db::{Read, Write};
use crate::kernel::{Actor, EditionId, Gate, OrderId, Problem};
use crate::orders::actions::papers::{self, GroupPaper};
use crate::orders::actions::{self, Look, Shown, Tools, Whole, printing};
use crate::web::{Failure, Reply, Web, attachment};
use actix_web::web::{Path, block};

/// The media type of PDF.
const PDF: &str = "application/pdf";

/// `GET /orders/{order}/pdf`: a signed paper, or what a draft would look like.
pub async fn pdf(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (OrderId(path.into_inner()), web.now());
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await?;
    printed(&web, &me.actor, shown).await
}

/// Sends a paper, with the look noted: a signed one as it is kept, a draft as it would look.
pub(in crate::orders) async fn printed(web: &Web, actor: &Actor, shown: Shown) -> Reply {
    noted(web, actor, (&shown.row, Look::Paper)).await?;
    if let Some(snapshot) = &shown.snapshot {
        let bytes = printing::paper(&web.kit, &shown.row, web.now()).await?;
        return Ok(attachment(&format!("{}.pdf", papers::file_name(snapshot)), PDF, bytes));
    }
    let (kit, now, id) = (web.kit.clone(), web.now(), shown.row.id);
    let done = block(move || {
        let tools =
            Tools { typesetter: &kit.typesetter, words: &kit.words, public_url: &kit.settings.public_url };
        papers::draft_pdf(&tools, &shown, now).map_err(Problem::from)
    });
    let bytes = done.await.map_err(Problem::internal)??;
    Ok(attachment(&format!("draft-{id}.pdf"), PDF, bytes))
}

/// `GET /editions/{edition}/group-papers/{sheet}`
pub async fn group_paper(web: Web, path: Path<(i64, String)>) -> Reply {
    let (id, sheet) = path.into_inner();
    let (which, now) = (GroupPaper::parse(&sheet)?, web.now());
    let read = move |r: &mut Read, me: &Actor| Whole::read(r, me, EditionId(id), now);
    let (me, whole) = web.read(Gate::Administrator, read).await?;
    group_printed(&web, &me.actor, (whole, which)).await
}

/// Prints off the threads that serve requests, with the look noted.
pub(in crate::orders) async fn group_printed(
    web: &Web,
    actor: &Actor,
    (whole, which): (Whole, GroupPaper),
) -> Reply {
    note_group(web, actor, (whole.desk.group.edition.id, which)).await?;
    let (kit, now) = (web.kit.clone(), web.now());
    let done = block(move || {
        let tools =
            Tools { typesetter: &kit.typesetter, words: &kit.words, public_url: &kit.settings.public_url };
        papers::group_pdf(&whole, which, &tools, now).map_err(Problem::from)
    });
    let (name, bytes) = done.await.map_err(Problem::internal)??;
    Ok(attachment(&format!("{name}.pdf"), PDF, bytes))
}

async fn note_group(web: &Web, actor: &Actor, what: (EditionId, GroupPaper)) -> Result<(), Failure> {
    let actor = actor.clone();
    web.write_anyone(move |w: &mut Write, now| actions::note_group_paper(w, &actor, what, now)).await
}
