//! The matrix of an edition, on a page and as a table to take away.

use crate::continuing_training::actions;
use crate::continuing_training::views::{self, BoardPage, Show, Showing};
use crate::kernel::{EditionId, Gate, Language, Problem};
use crate::printing::sheets;
use crate::web::{Reply, Web, attachment};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// Which people are shown.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// `all`, `needs` or `left`.
    #[serde(default)]
    show: String,
    /// The page, from 0.
    #[serde(default)]
    page: u16,
}

/// `GET /editions/{edition}/training`
pub async fn show(web: Web, path: Path<i64>, wanted: Query<Wanted>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let (me, board) = web.read(Gate::SignedIn, move |r, me| actions::board(r, me, id, now)).await?;
    let showing = Showing { show: Show::parse(&wanted.show), page: wanted.page.into() };
    web.page(&me, &BoardPage::new(&board, showing, &web.reader(&me)))
}

/// `GET /editions/{edition}/training-tables/{format}`: `csv` or `xlsx`.
pub async fn table(web: Web, path: Path<(i64, String)>) -> Reply {
    let (id, format) = path.into_inner();
    let (id, now) = (EditionId(id), web.now());
    let (me, board) = web.read(Gate::SignedIn, move |r, me| actions::board(r, me, id, now)).await?;
    let language = me.actor.language;
    let words = &web.kit.words;
    let sheet = views::sheet(&board, language, &|key, args| words.text_with(language, key, args));
    let title = words.text(language, "training-title");
    let name = format!("{title} – {}.{format}", board.edition.title);
    match format.as_str() {
        "csv" => {
            let bytes = sheets::csv(&sheet, language != Language::En);
            Ok(attachment(&name, sheets::CSV, bytes))
        }
        "xlsx" => {
            let bytes = sheets::xlsx(&sheet).map_err(Problem::internal)?;
            Ok(attachment(&name, sheets::XLSX, bytes))
        }
        _ => Err(Problem::not_found().into()),
    }
}
