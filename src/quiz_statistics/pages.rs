//! Pages of results and statistics.

use super::actions;
use super::rules::Which;
use super::views::{self, QuizzesPage, ResultsPage, StatisticsPage};
use crate::kernel::{ActivityId, EditionId, Gate, Problem, Word as _};
use crate::printing::sheets;
use crate::web::{Reply, Web, attachment};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// How many attempts a page lists.
const PAGE: i64 = 200;

/// `GET /editions/{edition}/quizzes`.
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::quizzes(r, me, id)).await?;
    web.page(&me, &QuizzesPage::new(&found, &web.reader(&me)))
}

/// Which attempts, and from which page on.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    attempts: String,
    #[serde(default)]
    page: i64,
}

impl Wish {
    fn which(&self) -> Which {
        Which::parse(&self.attempts).unwrap_or(Which::Counting)
    }
}

/// `GET /editions/{edition}/quizzes/{activity}/results`.
pub async fn results(web: Web, path: Path<(i64, i64)>, wish: Query<Wish>) -> Reply {
    let key = key(path);
    let page = wish.page.clamp(0, 10_000);
    let job = move |r: &mut _, me: &_| actions::results(r, me, key, (page * PAGE, PAGE + 1));
    let (me, found) = web.read(Gate::Trainer, job).await?;
    web.page(&me, &ResultsPage::new(&found, (page, PAGE), &web.reader(&me)))
}

/// `GET /editions/{edition}/quizzes/{activity}/statistics`.
pub async fn statistics(web: Web, path: Path<(i64, i64)>, wish: Query<Wish>) -> Reply {
    let (key, which) = (key(path), wish.which());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::statistics(r, me, key, which)).await?;
    web.page(&me, &StatisticsPage::new(&found, &web.reader(&me)))
}

/// `GET /editions/{edition}/quizzes/{activity}/statistics/{format}`: the same as a table.
pub async fn table(web: Web, path: Path<(i64, i64, String)>, wish: Query<Wish>) -> Reply {
    let (edition, activity, format) = path.into_inner();
    let (key, which) = ((EditionId(edition), ActivityId(activity)), wish.which());
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::statistics(r, me, key, which)).await?;
    let sheet = views::sheet(&found, me.actor.language, &web.say(&me));
    let name = format!("{} – {}.{format}", found.title.for_reader(me.actor.language), found.edition.title);
    let comma = me.actor.language != crate::kernel::Language::En;
    match format.as_str() {
        "csv" => Ok(attachment(&name, sheets::CSV, sheets::csv(&sheet, comma))),
        "xlsx" => {
            let bytes = sheets::xlsx(&sheet).map_err(Problem::internal)?;
            Ok(attachment(&name, sheets::XLSX, bytes))
        }
        _ => Err(Problem::not_found().into()),
    }
}

fn key(path: Path<(i64, i64)>) -> (EditionId, ActivityId) {
    let (edition, activity) = path.into_inner();
    (EditionId(edition), ActivityId(activity))
}
