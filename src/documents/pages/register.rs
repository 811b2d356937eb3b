//! The register book as a page and as a file.

use crate::documents::actions::register;
use crate::documents::rules::Standing;
use crate::documents::rules::book::{MOST_IN_WORKBOOK, MOST_ON_PAPER};
use crate::documents::store::listing::Filter;
use crate::documents::views::book::{self as view_book, Telling};
use crate::documents::views::register::{self as view, Asked, HANDINGS};
use crate::identities::actions::holders;
use crate::kernel::name::{fold, tidy};
use crate::kernel::{DocumentId, Fault, Gate, OrganisationId, Problem, ProblemCode, Word as _};
use crate::printing::sheets;
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Reply, Web, attachment};
use actix_web::web::{Path, Query, block};
use serde::Deserialize;

/// Lines on a page of the register.
const LINES: i64 = 50;

/// What the register is asked for. Anything it does not know is left out of account.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    q: String,
    #[serde(default)]
    year: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    handed: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    edition: String,
    #[serde(default)]
    after: String,
}

impl Question {
    /// The question as a filter.
    pub(in crate::documents) fn asked(&self) -> Asked {
        let search = tidy(&self.q);
        let organisation: Option<OrganisationId> = self.organisation.parse().ok();
        let filter = Filter {
            organisations: organisation.map(|id| vec![id]),
            year: self.year.parse().ok(),
            kind: DocumentKind::parse(&self.kind),
            standing: Standing::parse(&self.status),
            handed_over: HANDINGS.iter().find(|(word, _)| *word == self.handed).map(|(_, value)| *value),
            edition: self.edition.parse().ok(),
            search: Some(fold(&search)).filter(|text| !text.is_empty()),
            before: self.after.parse().ok().filter(|id: &DocumentId| id.0 > 0),
        };
        Asked { search, filter }
    }
}

/// `GET /register`: every document of the actor's organisations. Nothing here can be deleted.
pub async fn register(web: Web, question: Query<Question>) -> Reply {
    let asked = question.asked();
    let filter = asked.filter.clone();
    let (me, page) = web.read(Gate::Administrator, move |r, me| register::page(r, me, filter, LINES)).await?;
    web.page(&me, &view::Register::new(&asked, &page, &web.reader(&me), &web.kit.words))
}

/// `GET /register/{paper}`: «книга регистрации выдачи документов» as a workbook or as PDF. What it says of holders is opened
/// only after the journal has it.
pub async fn book(web: Web, path: Path<String>, question: Query<Question>) -> Reply {
    let format = path.into_inner();
    let most = match format.as_str() {
        "xlsx" => MOST_IN_WORKBOOK,
        "pdf" => MOST_ON_PAPER,
        _ => return Err(Problem::not_found().into()),
    };
    let filter = question.asked().filter;
    let asked = filter.clone();
    let (me, book) = web.read(Gate::Administrator, move |r, me| register::whole(r, me, asked, most)).await?;
    let (kit, reader) = (web.kit.clone(), web.reader(&me));
    // Nobody waits in a line behind long papers: a queue of them would take the threads of everybody else.
    let turn = kit.printing.clone().try_acquire_owned().map_err(|_| Problem {
        faults: vec![Fault::new("paper", "papers-busy")],
        ..Problem::new(ProblemCode::Busy)
    })?;
    let (actor, noted) = (me.actor.clone(), register::noted(&format, &filter, &book));
    web.write_anyone(move |w, now| register::note_book(w, &actor, noted.clone(), now)).await?;
    let made = block(move || {
        let _turn = turn;
        let telling = Telling { words: &kit.words, reader };
        let holders = holders::open(&kit.secrets, &book.holders)?;
        let (paper, name) =
            (view_book::paper(&book.lines, &holders, telling), telling.say("register-book-file"));
        if format == "pdf" {
            let bytes = paper.pdf(&kit.typesetter, &view_book::stamp(telling)).map_err(Problem::from)?;
            return Ok::<_, Problem>((format!("{name}.pdf"), "application/pdf", bytes));
        }
        let about = telling.say("register-book-sheet-about");
        let bytes = paper.xlsx(&about).map_err(Problem::internal)?;
        Ok((format!("{name}.xlsx"), sheets::XLSX, bytes))
    });
    let (name, media_type, bytes) = made.await.map_err(Problem::internal)??;
    Ok(attachment(&name, media_type, bytes))
}
