//! Pages of batches.

use super::actions::{self, Letters, Shown, Start};
use super::rules::{AT_ONCE, State};
use super::store::Of;
use super::views::{IndexPage, Lists, PAPERS, REFUSED, ShowPage};
use crate::db::Read;
use crate::documents;
use crate::documents::actions::{Tools, Wanted};
use crate::kernel::name::tidy;
use crate::kernel::{BatchPersonId, DocumentBatchId, EditionId, EnrolmentId, Gate, Problem, ProblemCode};
use crate::letters::pages as letters;
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, paths, streamed};
use actix_web::web::{Path, Query};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Lines on a page of the list.
const LINES: i64 = 50;

/// What the list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    edition: Option<i64>,
    after: Option<i64>,
}

/// `GET /document-batches`: what was issued to many at once.
pub async fn index(web: Web, question: Query<Question>) -> Reply {
    let (edition, now) = (question.edition.map(EditionId), web.now());
    let which = (edition, question.after.map(DocumentBatchId));
    let (me, mut rows) =
        web.read(Gate::Administrator, move |r, me| actions::index(r, me, which, LINES + 1, now)).await?;
    let lines = usize::try_from(LINES).unwrap_or(usize::MAX);
    let more = rows.len() > lines;
    rows.truncate(lines);
    web.page(&me, &IndexPage::new(&rows, edition, more, &web.reader(&me)))
}

/// Which of its people the page of a batch is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    people: Option<String>,
    after: Option<i64>,
}

/// `GET /document-batches/{batch}`: how far it is, who is refused, and the archive. While work goes on the page is asked for
/// again and again; then it reads no list of people but where it is asked for one.
pub async fn show(web: Web, path: Path<i64>, asked: Query<Asked>) -> Reply {
    let (id, now) = (DocumentBatchId(path.into_inner()), web.now());
    let after = BatchPersonId(asked.after.unwrap_or(0));
    let of = asked.people.as_deref().and_then(|word| Listing::of(word, after));
    let (me, (shown, lists)) = web
        .read(Gate::Administrator, move |r, me| {
            let shown = actions::show(r, me, id, now)?;
            let lists = lists(r, &shown, of)?;
            Ok((shown, lists))
        })
        .await?;
    web.page(&me, &ShowPage::new(&shown, &lists, &web.reader(&me)))
}

/// A list that somebody pages through.
#[derive(Debug, Clone, Copy)]
struct Listing {
    of: Of,
    after: BatchPersonId,
}

impl Listing {
    fn of(word: &str, after: BatchPersonId) -> Option<Listing> {
        let of = match word {
            REFUSED => Of::Refused,
            PAPERS => Of::Documents,
            _ => return None,
        };
        Some(Listing { of, after })
    }
}

fn lists(r: &mut Read, shown: &Shown, asked: Option<Listing>) -> Result<Lists, Problem> {
    let start = (BatchPersonId(0), LINES);
    let working = matches!(shown.listed.state, State::Issuing | State::Packing);
    Ok(match asked {
        Some(Listing { of: of @ Of::Refused, after }) => {
            Lists { refused: Some(actions::people(r, shown, of, (after, LINES))?), papers: None }
        }
        Some(Listing { of, after }) => {
            Lists { refused: None, papers: Some(actions::people(r, shown, of, (after, LINES))?) }
        }
        None if working => Lists::default(),
        None => Lists {
            refused: Some(actions::people(r, shown, Of::Refused, start)?),
            papers: Some(actions::people(r, shown, Of::Documents, start)?),
        },
    })
}

/// `POST /document-batches/{batch}/continuation`: sets it going again.
pub async fn carry_on(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = DocumentBatchId(path.into_inner());
    let go =
        move |w: &mut crate::db::Write, me: &crate::kernel::Actor, now| actions::carry_on(w, me, id, now);
    match web.write(Gate::Administrator, &form, go).await {
        Ok(_) => web.see_other(paths::document_batch(id), Flash::good("document-batches-flash-continued")),
        Err(Failure::Repeated) => web.redirect(paths::document_batch(id)),
        Err(failure) => Err(failure),
    }
}

/// `GET /document-batches/{batch}/archive`: the papers as a ZIP. They are taken away, so it is noted.
pub async fn archive(web: Web, path: Path<i64>) -> Reply {
    let id = DocumentBatchId(path.into_inner());
    let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
    let row = web.write_anyone(move |w, now| actions::file(w, &me.actor, id, now)).await?;
    let pieces = web.kit.files.stream(&row.storage_key).await?;
    Ok(streamed(&row.name, "application/zip", pieces))
}

/// `POST /editions/{edition}/documents`: issues to a few people at once, and to many in a batch. What is wrong with the
/// form of a batch is said at the desk.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    if form.all("enrolments").len() <= AT_ONCE {
        return documents::pages::create(web, path, form).await;
    }
    let edition = EditionId(*path);
    let wanted = Wanted { edition, kind: DocumentKind::parse(form.raw("kind")), issued_on: None };
    let done = match asked(edition, &form) {
        Ok(input) => start(&web, &form, input).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(id) => web.see_other(paths::document_batch(id), Flash::good("document-batches-flash-started")),
        Err(Failure::Repeated) => web.redirect(paths::document_batches_of(edition)),
        Err(failure) => documents::pages::again(&web, wanted, &form, failure).await,
    }
}

fn asked(edition: EditionId, form: &Form) -> Result<Start, Problem> {
    let mut errors = FormErrors::new();
    let issued_on = errors.date(form, "issued_on");
    let chosen = form.all("enrolments").iter().map(|id| id.parse::<EnrolmentId>());
    let enrolments =
        chosen.collect::<Result<BTreeSet<_>, _>>().map_err(|_| Problem::new(ProblemCode::BadRequest))?;
    let said = |name: &str| Some(tidy(form.raw(name))).filter(|text| !text.is_empty());
    let (kind, qualification) = (DocumentKind::parse(form.raw("kind")), said("qualification"));
    let despite = said("despite");
    errors.into_result(Start { edition, enrolments, issued_on, kind, qualification, despite })
}

async fn start(web: &Web, form: &Form, input: Start) -> Result<DocumentBatchId, Failure> {
    let kit = web.kit.clone();
    let (_, id) = web
        .write(Gate::Administrator, form, move |w, me, now| {
            let tools = Tools::of(&kit);
            actions::start(w, me, &tools, &input, now)
        })
        .await?;
    Ok(id)
}

/// `POST /letters`: letters to many people, one each.
pub async fn create_letters(web: Web, form: Form) -> Reply {
    let done = match letters::typed(&form) {
        Ok(typed) => start_letters(&web, &form, typed.into()).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(id) => web.see_other(paths::document_batch(id), Flash::good("document-batches-flash-started")),
        Err(Failure::Repeated) => web.redirect(paths::DOCUMENT_BATCHES),
        Err(failure) => letters::again(&web, &form, failure).await,
    }
}

impl From<letters::Typed> for Letters {
    fn from(typed: letters::Typed) -> Letters {
        let letters::Typed { organisation, kind, people, issued_on, text } = typed;
        Letters { organisation, kind, people, issued_on, text }
    }
}

async fn start_letters(web: &Web, form: &Form, input: Letters) -> Result<DocumentBatchId, Failure> {
    let (_, id) = web
        .write(Gate::Administrator, form, move |w, me, now| actions::start_letters(w, me, &input, now))
        .await?;
    Ok(id)
}
