//! Records as pages and as files.

use super::actions;
use super::rules::Record;
use super::rules::statement::{Frame, host, statement};
use super::views::{RecordPage, record_paper};
use crate::attendance_papers::pages::papers::deliver;
use crate::attendance_papers::rules::PaperFormat;
use crate::attendance_papers::rules::choice::language;
use crate::credentials::actions::signing::signed_by_site;
use crate::kernel::{Actor, Gate, Language, PersonId};
use crate::web::{Me, Reply, Web, attachment};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// What is asked of a file.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    /// Its language; without one, that of the reader.
    #[serde(default, rename = "in")]
    language: String,
}

/// `GET /record`
pub async fn own(web: Web) -> Reply {
    let now = web.now();
    let (me, record) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
    page(&web, &me, &record)
}

/// `GET /people/{person}/record`. The look is noted, so it is written.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let person = PersonId(path.into_inner());
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let actor = me.actor.clone();
    let record = web.write_anyone(move |w, now| actions::look(w, &actor, (person, "page"), now)).await?;
    page(&web, &me, &record)
}

fn page(web: &Web, me: &Me, record: &Record) -> Reply {
    let own = me.actor.person == Some(record.person);
    web.page(me, &RecordPage::new(record, own, &web.reader(me), &web.kit.words))
}

/// `GET /record/{paper}`: `pdf`, `xlsx`, or `json`, which is signed.
pub async fn own_file(web: Web, path: Path<String>, question: Query<Question>) -> Reply {
    let (me, person) = web.read(Gate::SignedIn, |_, me| me.person_id()).await?;
    if path.as_str() == "json" {
        return signed(&web, me.actor, &question).await;
    }
    printed(&web, me.actor, (person, path.as_str()), &question).await
}

/// `GET /people/{person}/record/{paper}`: `pdf` or `xlsx`.
pub async fn file(web: Web, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let (person, form) = path.into_inner();
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    printed(&web, me.actor, (PersonId(person), form.as_str()), &question).await
}

/// A record as a paper or a workbook.
pub(super) async fn printed(
    web: &Web,
    actor: Actor,
    (person, form): (PersonId, &str),
    question: &Question,
) -> Reply {
    let format = PaperFormat::parse(form)?;
    let (language, zone) = (language(&question.language, actor.language, &Language::ALL)?, actor.zone);
    let look = move |w: &mut crate::db::Write, now| actions::look(w, &actor, (person, format.as_str()), now);
    let record = web.write_anyone(look).await?;
    let site = host(&web.kit.settings.public_url).to_owned();
    deliver(web, (language, format), move |wording| record_paper(&record, (zone, site.as_str()), wording))
        .await
}

/// The actor's own record, signed by the installation.
pub(super) async fn signed(web: &Web, actor: Actor, question: &Question) -> Reply {
    let language = language(&question.language, actor.language, &Language::ALL)?;
    let record = web.write_anyone(move |w, now| actions::export(w, &actor, now)).await?;
    let kit = &web.kit;
    let title = kit.words.text(language, "personal-records-title");
    // Always the same for one person, and nobody else can tell it.
    let salt = kit.secrets.seal("record-salt", &record.person.to_string());
    let salt: String = salt.chars().take(16).collect();
    let made = |issuer: &str| {
        let public_url = kit.settings.public_url.as_str();
        statement(&record, &Frame { issuer, public_url, title: &title, language, salt: &salt })
    };
    let text = signed_by_site(kit, made, record.at).await?;
    let name = format!("{title} – {}.json", record.name.full());
    Ok(attachment(&name, "application/vc", text.into_bytes()))
}
