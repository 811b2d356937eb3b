//! Papers as files.

use crate::kernel::{EditionId, Gate, OrderId, Problem};
use crate::orders::actions::papers::{self, GroupPaper};
use crate::orders::actions::{self, Shown, Tools, Whole};
use crate::web::{Reply, Web, attachment};
use actix_web::web::{Path, block};

/// The media type of PDF.
const PDF: &str = "application/pdf";

/// `GET /orders/{order}/pdf`: a signed paper, or what a draft would look like.
pub async fn pdf(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (OrderId(path.into_inner()), web.now());
    let (_, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await?;
    printed(&web, shown).await
}

/// Prints off the threads that serve requests.
pub(in crate::orders) async fn printed(web: &Web, shown: Shown) -> Reply {
    let (kit, now) = (web.kit.clone(), web.now());
    let done = block(move || {
        let tools =
            Tools { typesetter: &kit.typesetter, words: &kit.words, public_url: &kit.settings.public_url };
        let (name, pdf) = match &shown.snapshot {
            Some(snapshot) => {
                (papers::file_name(snapshot), papers::pdf(tools.typesetter, &shown.row, snapshot))
            }
            None => (format!("draft-{}", shown.row.id), papers::draft_pdf(&tools, &shown, now)),
        };
        Ok::<_, Problem>((name, pdf?))
    });
    let (name, bytes) = done.await.map_err(Problem::internal)??;
    Ok(attachment(&format!("{name}.pdf"), PDF, bytes))
}

/// `GET /editions/{edition}/group-papers/{sheet}`
pub async fn group_paper(web: Web, path: Path<(i64, String)>) -> Reply {
    let (id, sheet) = path.into_inner();
    let (which, now) = (GroupPaper::parse(&sheet)?, web.now());
    let read =
        move |r: &mut crate::db::Read, me: &crate::kernel::Actor| Whole::read(r, me, EditionId(id), now);
    let (_, whole) = web.read(Gate::Administrator, read).await?;
    group_printed(&web, whole, which).await
}

/// Prints off the threads that serve requests.
pub(in crate::orders) async fn group_printed(web: &Web, whole: Whole, which: GroupPaper) -> Reply {
    let (kit, now) = (web.kit.clone(), web.now());
    let done = block(move || {
        let tools =
            Tools { typesetter: &kit.typesetter, words: &kit.words, public_url: &kit.settings.public_url };
        papers::group_pdf(&whole, which, &tools, now).map_err(Problem::from)
    });
    let (name, bytes) = done.await.map_err(Problem::internal)??;
    Ok(attachment(&format!("{name}.pdf"), PDF, bytes))
}
