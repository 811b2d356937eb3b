//! Delivery: renders a letter in its language, keeps the text, hands it to the transport, notes that it went.

mod envelope;
mod transport;

use super::Brought;
use super::store::{self, MailRow, Text};
use crate::jobs::{Job, Runner};
use crate::kernel::{MailId, Problem};
use crate::printing::calendars::Event;
use crate::render::Templates;
use crate::web::Kit;
use anyhow::anyhow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

pub use transport::{Server, Transport, TransportError};

/// The kind of job that delivers a letter.
pub const KIND: &str = "mail-send";

#[derive(Serialize, Deserialize)]
struct Payload {
    mail: MailId,
    data: Value,
}

/// What the job needs to know.
pub(super) fn payload(mail: MailId, data: Value) -> Value {
    serde_json::json!({ "mail": mail, "data": data })
}

/// Lets a runner deliver letters.
pub fn register(runner: Runner, kit: Arc<Kit>) -> Runner {
    runner.on(KIND, move |job| deliver(kit.clone(), job))
}

/// Delivers one letter. A letter that went already is not sent again; a letter whose program died between the
/// server's answer and our note goes twice under the same Message-ID, by which mail programs tell doubles.
async fn deliver(kit: Arc<Kit>, job: Job) -> Result<(), Problem> {
    let Payload { mail, data } = serde_json::from_value(job.payload).map_err(Problem::internal)?;
    let (found, brought) = kit.db.read(move |r| Ok((store::mail(r, mail)?, store::event(r, mail)?))).await?;
    let row = found.ok_or_else(|| Problem::internal(anyhow!("there is no letter {mail}")))?;
    if row.sent_at.is_some() {
        return Ok(());
    }
    let settings = &kit.settings;
    let ca_file = settings.smtp_ca_file.as_deref();
    let server = settings.smtp_url.as_deref().map(|url| Server { url, ca_file });
    let transport =
        Transport::new(server, &settings.mail_from, &settings.data_dir).map_err(Problem::internal)?;
    let text = render(&kit.templates, &settings.public_url, &row, data)?;
    let kept = text.clone();
    kit.db.write(move |w| store::set_text(w, mail, &kept)).await?;
    let brought = brought.map(|brought| placed(&kit, brought));
    let envelope = envelope::Envelope::new(&row, text, &settings.public_url).with(brought);
    transport.deliver(&envelope).await?;
    let now = kit.clock.now();
    kit.db.write(move |w| store::set_sent(w, mail, now)).await
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
