//! What sessions are made of (F2, F3, F7, F8, F9, F14, F15): written by those who teach, read by those of whom the
//! session is asked, and by nobody else.

use crate::attendance::ground::Ground;
use crate::support::browser::{Browser, Page};
use birge::attendance::rules::SessionMode;
use birge::kernel::SessionId;
use birge::web::paths;

mod agenda;
mod blocks;
mod by_api;
mod readers;
mod shifts;
mod speakers;
mod timer;
mod visits;

/// An edition in Irkutsk with a lecture from ten until one; its people live by the clock of Moscow.
struct Class {
    ground: Ground,
    trainer: Browser,
    session: SessionId,
}

impl Class {
    /// At ten, with so many people; nothing is said of the session.
    async fn with(people: usize) -> Class {
        let ground = Ground::with(people).await;
        let session = ground.session(ground.lecture, ("10:00", "13:00"), SessionMode::InPerson).await;
        let trainer = ground.app.sign_in(&ground.trainer).await;
        Class { ground, trainer, session }
    }

    async fn trainee(&self, place: usize) -> Browser {
        self.ground.app.sign_in(&self.ground.people[place].0).await
    }

    async fn programme(&self, browser: &Browser) -> Page {
        browser.get(&paths::session_programme(self.session)).await
    }

    /// Sends rows of a form, with the button that saves or another one.
    async fn send(&self, path: &str, above: &[(&str, &str)], rows: &[&[(&str, &str)]], button: &str) -> Page {
        let mut fields: Vec<(String, String)> =
            above.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        for (place, row) in rows.iter().enumerate() {
            fields.extend(row.iter().map(|(name, value)| (format!("{name}-{place}"), (*value).to_owned())));
        }
        fields.push(("count".to_owned(), rows.len().to_string()));
        fields.push(("do".to_owned(), button.to_owned()));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.trainer.post(path, &fields).await
    }

    async fn save_blocks(&self, rows: &[&[(&str, &str)]]) -> Page {
        self.send(&paths::session_blocks(self.session), &[], rows, "save").await
    }

    async fn save_questions(&self, topic: &str, rows: &[&[(&str, &str)]]) -> Page {
        self.send(&paths::session_agenda(self.session), &[("topic", topic)], rows, "save").await
    }
}

/// A row of the blocks.
fn block<'a>(kind: &'a str, minutes: &'a str) -> [(&'a str, &'a str); 2] {
    [("kind", kind), ("minutes", minutes)]
}

/// The places of these texts on a page, in the order in which they are asked for.
fn in_order(text: &str, wanted: &[&str]) -> bool {
    let mut rest = text;
    wanted.iter().all(|one| match rest.split_once(one) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}
