//! Delivery: renders a letter in its language, keeps the text, hands it to the transport when it is to go, notes that
//! it went.

mod envelope;
mod transport;

use super::Brought;
use super::actions::ways::{self, Pending};
use super::rules::Way;
use super::store::{MailRow, Text};
use crate::jobs::{Job, MOST_TRIES, Runner};
use crate::kernel::{MailDigestId, MailId, Problem};
use crate::printing::calendars::Event;
use crate::render::Templates;
use crate::web::Kit;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::{Arc, OnceLock};

pub use transport::{Server, Transport, TransportError};

/// The kind of job that delivers a letter.
pub const KIND: &str = "mail-send";
/// The kind of job that delivers a letter when quiet hours are over.
pub const LATER: &str = "mail-later";
/// The kind of job that makes one letter of those of a day.
pub const GATHER: &str = "mail-digest";

#[derive(Serialize, Deserialize)]
struct Payload {
    mail: MailId,
    /// What the templates print; nothing once the letter is written, or forgotten.
    #[serde(default)]
    data: Value,
}

#[derive(Deserialize)]
struct DigestPayload {
    digest: MailDigestId,
}

/// What the job needs to know.
pub(super) fn payload(mail: MailId, data: Value) -> Value {
    serde_json::json!({ "mail": mail, "data": data })
}

/// What letters are written and delivered with. The way out is made with the first letter, and all that follow take it.
struct Post {
    kit: Arc<Kit>,
    transport: OnceLock<Transport>,
}

impl Post {
    fn transport(&self) -> Result<&Transport, Problem> {
        if let Some(known) = self.transport.get() {
            return Ok(known);
        }
        let settings = &self.kit.settings;
        let ca_file = settings.smtp_ca_file.as_deref();
        let server = settings.smtp_url.as_deref().map(|url| Server { url, ca_file });
        let fresh =
            Transport::new(server, &settings.mail_from, &settings.data_dir).map_err(Problem::internal)?;
        Ok(self.transport.get_or_init(|| fresh))
    }
}

/// Lets a runner deliver letters.
pub fn register(runner: Runner, kit: Arc<Kit>) -> Runner {
    let gathering = kit.clone();
    let post = Arc::new(Post { kit, transport: OnceLock::new() });
    let later = post.clone();
    runner
        .on(KIND, move |job| deliver(post.clone(), job))
        .on(LATER, move |job| resume(later.clone(), job))
        .on(GATHER, move |job| gather(gathering.clone(), job))
}

/// Writes one letter and delivers it. With the last try a one-time link is forgotten too: nobody sends it any more.
async fn deliver(post: Arc<Post>, job: Job) -> Result<(), Problem> {
    let last = job.attempt >= MOST_TRIES;
    let Payload { mail, data } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let tried = write_and_send(&post, mail, data).await;
    if last && tried.is_err() {
        post.kit.db.write(move |w| ways::give_up(w, mail)).await?;
    }
    tried
}

/// Writes one letter and delivers it, or puts it off. The text is kept before anything is tried, so that no trouble with
/// the mail loses the message. A letter that went already is not sent again; a letter whose program died between the
/// server's answer and our note goes twice under the same Message-ID, by which mail programs tell doubles.
async fn write_and_send(post: &Post, mail: MailId, data: Value) -> Result<(), Problem> {
    let kit = &post.kit;
    let pending = kit.db.read(move |r| ways::pending(r, mail)).await?;
    if pending.is_done() {
        return Ok(());
    }
    let text = render(&kit.templates, &kit.settings.public_url, &pending.row, data)?;
    let (row, kept, demo, now) = (pending.row.clone(), text.clone(), kit.settings.demo, kit.clock.now());
    kit.db.write(move |w| ways::keep(w, &row, &kept, demo, now)).await?;
    if pending.row.is_settled() {
        return Ok(());
    }
    go_on(post, pending, text).await
}

/// Goes on with a letter whose quiet hours are over: it is asked again what its person wants, where they get their mail,
/// and whether they have an account at all.
async fn resume(post: Arc<Post>, job: Job) -> Result<(), Problem> {
    let kit = &post.kit;
    let Payload { mail, .. } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let mut pending = kit.db.read(move |r| ways::pending(r, mail)).await?;
    if pending.row.is_settled() {
        return Ok(());
    }
    let (row, now) = (pending.row.clone(), kit.clock.now());
    let Some(row) = kit.db.write(move |w| ways::wake(w, &row, now)).await? else { return Ok(()) };
    pending.row = row;
    let text = pending.text();
    go_on(&post, pending, text).await
}

/// Makes one letter of those of a day.
async fn gather(kit: Arc<Kit>, job: Job) -> Result<(), Problem> {
    let DigestPayload { digest } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let (public_url, now) = (kit.settings.public_url.clone(), kit.clock.now());
    kit.db.write(move |w| ways::gather(w, digest, &public_url, now)).await
}

async fn go_on(post: &Post, pending: Pending, text: Text) -> Result<(), Problem> {
    let kit = &post.kit;
    let (now, row) = (kit.clock.now(), pending.row.clone());
    let way = pending.way(now);
    if way != Way::Now {
        return kit.db.write(move |w| ways::put_off(w, &row, way, now)).await;
    }
    let transport = post.transport()?;
    let brought = pending.brought.map(|brought| placed(kit, brought));
    let envelope = envelope::Envelope::new(&row, text, &kit.settings.public_url).with(brought);
    transport.deliver(&envelope).await?;
    let now = kit.clock.now();
    kit.db.write(move |w| ways::note_sent(w, &row, now)).await
}

/// The events under their names in the world, as feeds name them too, with whole addresses.
fn placed(kit: &Kit, brought: Brought) -> Brought {
    let placed = |event: Event| {
        let uid = kit.secrets.worldwide(&event.uid);
        event.placed(uid, &kit.settings.public_url)
    };
    let more = brought.more.into_iter().map(placed).collect();
    Brought { event: placed(brought.event), more, cancels: brought.cancels }
}

fn render(templates: &Templates, public_url: &str, row: &MailRow, mut data: Value) -> Result<Text, Problem> {
    if let Value::Object(root) = &mut data {
        root.insert("lang".to_owned(), row.language.tag().into());
        root.insert("product".to_owned(), "Birge".into());
        root.insert("home_url".to_owned(), format!("{public_url}/").into());
        if let Some(path) = root.get("path").and_then(Value::as_str) {
            let url = format!("{public_url}{path}");
            root.insert("url".to_owned(), url.into());
        }
    }
    let template = |part: &str| format!("mail/{}/{part}", row.name);
    let plain = |part: &str| templates.render_plain(&template(part), data.clone()).map_err(Problem::internal);
    let subject = plain("subject")?.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = format!("{}\n", plain("text")?.trim());
    let html = templates.render(&template("html"), data.clone()).map_err(Problem::internal)?;
    Ok(Text { subject, plain: text, html })
}
