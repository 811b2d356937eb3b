//! The queue, and the plain register of a year.

use crate::federal_register::actions::queue::Asked;
use crate::federal_register::actions::{self, Board, plain as register};
use crate::federal_register::views::{BoardPage, STATES, place};
use crate::kernel::{Gate, Language, OrganisationId, Problem};
use crate::printing::sheets::{self, CSV, Sheet, XLSX};
use crate::web::{Failure, Kit, Me, Reply, Web, attachment};
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use chrono::Datelike;
use serde::Deserialize;

/// What the queue is asked for. Anything it does not know is left out of account.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    state: String,
    #[serde(default)]
    overdue: String,
    #[serde(default)]
    after: String,
}

impl Question {
    /// The question as it is asked.
    pub(in crate::federal_register) fn asked(&self) -> Asked {
        let wanted = STATES.iter().find(|(word, _)| *word == self.state).map(|(_, wanted)| *wanted);
        Asked {
            wanted: wanted.unwrap_or_default(),
            overdue: !self.overdue.is_empty(),
            after: place(&self.after),
        }
    }
}

pub(super) async fn load(web: &Web, id: OrganisationId, asked: Asked) -> Result<(Me, Board), Failure> {
    let now = web.now();
    web.read(Gate::Administrator, move |r, me| actions::board(r, me, id, asked, now)).await
}

/// `GET /organisations/{organisation}/federal-register`
pub async fn show(web: Web, path: Path<i64>, question: Query<Question>) -> Reply {
    let asked = question.asked();
    let (me, board) = load(&web, OrganisationId(path.into_inner()), asked).await?;
    web.page(&me, &BoardPage::new(&board, asked, None, (&web.say(&me), me.actor.language)))
}

/// Which year, and as what.
#[derive(Debug, Default, Deserialize)]
pub struct Plain {
    #[serde(default)]
    year: String,
    #[serde(default)]
    format: String,
}

impl Plain {
    /// The year; that of today when none is said.
    pub(in crate::federal_register) fn year(&self, today: chrono::NaiveDate) -> i32 {
        self.year.trim().parse().unwrap_or_else(|_| today.year())
    }

    /// The table as a file. A year can have tens of thousands of rows: it is written off the threads that serve requests,
    /// and no more of them at once than papers are printed.
    pub(in crate::federal_register) async fn file(
        &self,
        kit: &Kit,
        sheet: Sheet,
        (year, language): (i32, Language),
    ) -> Result<HttpResponse, Problem> {
        let csv = self.format == "csv";
        let turn = kit.printing.clone().acquire_owned().await.map_err(Problem::internal)?;
        let work = move || {
            let bytes = match csv {
                true => Ok(sheets::csv(&sheet, language != Language::En)),
                false => sheets::xlsx(&sheet).map_err(Problem::internal),
            };
            drop(turn);
            bytes
        };
        let bytes = tokio::task::spawn_blocking(work).await.map_err(Problem::internal)??;
        let (ending, media_type) = if csv { ("csv", CSV) } else { ("xlsx", XLSX) };
        Ok(attachment(&format!("register-{year}.{ending}"), media_type, bytes))
    }
}

/// `GET /organisations/{organisation}/federal-register/plain`: names are taken away, so it is noted, and so written.
pub async fn plain(web: Web, path: Path<i64>, asked: Query<Plain>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
    let language = me.actor.language;
    let year = asked.year(web.now().date_in(me.actor.zone));
    let kit = web.kit.clone();
    let (me, sheet) =
        web.read(Gate::Administrator, move |r, me| register::register(r, me, &kit.words, (id, year))).await?;
    let documents = sheet.rows.len();
    web.write_anyone(move |w, now| register::taken(w, &me.actor, (id, year, documents), now)).await?;
    Ok(asked.file(&web.kit, sheet, (year, language)).await?)
}
