//! Questions from files of other systems: a dry run that changes nothing, then everything or nothing.

use super::GATE;
use crate::files::{FileKind, sniff};
use crate::kernel::{Fault, Gate, Language, PersonId, Problem, ProblemCode, QuestionCategoryId, Word as _};
use crate::questions::actions::bank::Bank;
use crate::questions::actions::imports::{self as actions, Arrival};
use crate::questions::rules::exchange::{self, Format, LARGEST_FILE, Reading};
use crate::questions::views::imports::{Chosen, Import, Ticket, Upload};
use crate::web::{Failure, Flash, Form, Me, Reply, UploadForm, Web, paths};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Path, Query, block};
use serde::{Deserialize, Serialize};

/// What seals the ticket of a file that waits.
const SEAL: &str = "question-import";

/// A file that was laid away, and how it is to be read: what a confirmation names.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Waiting {
    key: String,
    name: String,
    format: Format,
    language: Language,
    category: QuestionCategoryId,
    person: Option<PersonId>,
}

/// The largest file, in bytes.
fn most_bytes(web: &Web) -> usize {
    LARGEST_FILE.min(web.kit.settings.max_upload)
}

/// `GET /questions/imports/new`: with the choices of a file before, where there was one.
pub async fn new(web: Web, chosen: Query<Chosen>) -> Reply {
    let (me, bank) = web.read(GATE, Bank::of).await?;
    let (reader, say) = (web.reader(&me), web.say(&me));
    web.page(&me, &Upload::new(&bank, &chosen, &[], most_bytes(&web), (&reader, &say)))
}

/// `GET /questions/imports/example.csv`
pub async fn example(web: Web) -> Reply {
    web.read(GATE, |_, _| Ok(())).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"birge-questions.csv\""))
        .body(format!("\u{feff}{}", exchange::EXAMPLE)))
}

/// `POST /questions/imports`: what a file would bring. Nothing is changed.
pub async fn create(web: Web, sent: UploadForm) -> Reply {
    let (me, bank) = web.read(GATE, Bank::of).await?;
    let UploadForm { form, too_large } = sent;
    let chosen = Chosen {
        category: form.text("category"),
        format: form.text("format"),
        language: form.text("language"),
    };
    if too_large {
        let megabytes = most_bytes(&web) / (1024 * 1024);
        let faults = [Fault::new("file", "file-too-many-megabytes").with("megabytes", megabytes)];
        let view = Upload::new(&bank, &chosen, &faults, most_bytes(&web), (&web.reader(&me), &web.say(&me)));
        return web.refused(&me, ProblemCode::TooLarge, &view);
    }
    match dry_run(&web, &me, &bank, (&form, &chosen)).await {
        Ok(view) if view.is_empty() => web.invalid(Some(&me), &view),
        Ok(view) => web.page(&me, &view),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (reader, say) = (web.reader(&me), web.say(&me));
            let view = Upload::new(&bank, &chosen, &problem.faults, most_bytes(&web), (&reader, &say));
            web.invalid(Some(&me), &view)
        }
    }
}

async fn dry_run(
    web: &Web,
    me: &Me,
    bank: &Bank,
    (form, chosen): (&Form, &Chosen),
) -> Result<Import, Failure> {
    let category = chosen.category.parse().ok().filter(|id| bank.tree.get(*id).is_some());
    let (Some(category), Some(upload)) = (category, form.files("file").first()) else {
        let mut faults = Vec::new();
        if category.is_none() {
            faults.push(Fault::new("category", "choose-one"));
        }
        if form.files("file").is_empty() {
            faults.push(Fault::new("file", "required"));
        }
        return Err(Problem::invalid(faults).into());
    };
    let language = Language::from_tag(&chosen.language).unwrap_or(me.actor.language);
    let (name, bytes) = (upload.name.clone(), upload.bytes.clone());
    let reading = read(bytes.clone(), name.clone(), Format::parse(&chosen.format), language).await?;
    let mut ticket = Ticket { file_name: name.clone(), place: bank.tree.path(category), ..Ticket::default() };
    if !reading.questions.is_empty() && bytes.len() <= LARGEST_FILE {
        let key = web.kit.files.put_waiting(bytes.to_vec()).await?.key;
        let person = me.actor.person;
        let waiting = Waiting { key, name, format: reading.format, language, category, person };
        ticket.text = serde_json::to_string(&waiting).map_err(Problem::internal)?;
        ticket.seal = web.kit.secrets.seal(SEAL, &ticket.text);
    }
    Ok(Import::new(&reading, ticket, chosen))
}

/// Reads a file off the threads that serve requests.
pub(in crate::questions) async fn read(
    bytes: Bytes,
    name: String,
    format: Option<Format>,
    language: Language,
) -> Result<Reading, Failure> {
    let reading = block(move || exchange::read(&bytes, &name, format, language)).await;
    Ok(reading.map_err(|_| Problem::new(ProblemCode::Busy))?)
}

/// `POST /questions/imports/confirmations`: takes the questions of a file that was looked at.
pub async fn confirm(web: Web, form: Form) -> Reply {
    let (me, ()) = web.read(GATE, |_, _| Ok(())).await?;
    let waiting = waiting(&web, &me, &form)?;
    let bytes = Bytes::from(web.kit.files.get(&waiting.key).await?);
    let reading = read(bytes, waiting.name.clone(), Some(waiting.format), waiting.language).await?;
    actions::lay_away(&web.kit.files, &reading).await?;
    let good_only = form.ticked("good-only");
    let (category, file_name) = (waiting.category, waiting.name);
    let done = web
        .write(GATE, &form, move |w, me, now| {
            let arrival = Arrival { reading: &reading, file_name: &file_name, category, good_only };
            actions::take(w, me, &arrival, now)
        })
        .await;
    let list = paths::questions(&[("category", &category.to_string())]);
    match done {
        Ok((_, arrived)) => {
            let flash = Flash::good("questions-flash-imported").with("new", arrived.new);
            web.see_other(list, flash.with("known", arrived.known))
        }
        Err(Failure::Repeated) => web.redirect(list),
        Err(failure) => Err(failure),
    }
}

/// The file that a confirmation names, for whoever looked at it.
fn waiting(web: &Web, me: &Me, form: &Form) -> Result<Waiting, Problem> {
    let (text, seal) = (form.raw("ticket"), form.raw("seal"));
    let ours = web.kit.secrets.seal_fits(SEAL, text, seal);
    let waiting: Option<Waiting> = serde_json::from_str(text).ok().filter(|_| ours);
    waiting
        .filter(|waiting| waiting.person == me.actor.person)
        .ok_or_else(|| Problem::new(ProblemCode::BadRequest))
}

/// `GET /question-images/{name}`: an image of a question. Its name is a digest of its content, which nobody guesses.
pub async fn image(web: Web, path: Path<String>) -> Reply {
    web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let key = exchange::image_key(&path).ok_or_else(Problem::not_found)?;
    let bytes = web.kit.files.get(&key).await?;
    let Some((FileKind::Image, media_type)) = sniff(&bytes) else { return Err(Problem::not_found().into()) };
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_DISPOSITION, "inline"))
        .insert_header((header::CACHE_CONTROL, "private, max-age=604800, immutable"))
        .body(bytes))
}
