//! Server-sent events for phones and for the trainer's pages. An event is the part of the page that changed,
//! made for whoever listens: a phone is never sent more than its own page would show.

use super::playing::guest;
use crate::db::Read;
use crate::kernel::{Actor, Clock, Gate, Language, LivePlayerId, LiveQuizId, Problem};
use crate::live_quizzes::actions::{self, Picture};
use crate::live_quizzes::hub::{Ear, Hub};
use crate::live_quizzes::views::{ConsoleState, Eyes, PhoneState, ScreenState};
use crate::web::{Painter, Reply, Web};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Data, Path, Query};
use futures_util::stream::unfold;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;

/// A line now and then, so that nobody between takes a quiet connection for a dead one.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Which of the trainer's pages listens.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    view: String,
}

/// `GET /live/{code}/events`, for a phone.
pub async fn phone(web: Web, path: Path<String>, hub: Data<Hub>) -> Reply {
    let guest = guest(&web, path.into_inner()).await?;
    let player = guest.player.as_ref().ok_or_else(Problem::not_found)?;
    let (quiz, who) = (player.live_quiz_id, Who::Player(player.id));
    stream(&web, &hub, quiz, (who, guest.language(&web))).await
}

/// `GET /live-quizzes/{live_quiz}/events`, for the trainer's pages.
pub async fn stage(web: Web, path: Path<LiveQuizId>, wanted: Query<Wanted>, hub: Data<Hub>) -> Reply {
    let id = path.into_inner();
    let own = move |r: &mut Read, me: &Actor| actions::own(r, me, id);
    let (me, _) = web.read(Gate::Trainer, own).await?;
    let who = match wanted.view.as_str() {
        "console" => Who::Console,
        "bare" => Who::Screen { controls: false },
        _ => Who::Screen { controls: true },
    };
    stream(&web, &hub, id, (who, me.actor.language)).await
}

/// Who listens.
#[derive(Debug, Clone, Copy)]
enum Who {
    Player(LivePlayerId),
    Screen { controls: bool },
    Console,
}

/// One connection.
struct Listener {
    ear: Ear,
    who: Who,
    language: Language,
    painter: Painter,
    clock: Clock,
    public_url: String,
    /// The state this listener has, as the browser says when it comes back.
    has: String,
    counted: (usize, usize),
    first: bool,
}

async fn stream(web: &Web, hub: &Data<Hub>, id: LiveQuizId, (who, language): (Who, Language)) -> Reply {
    let hub: Arc<Hub> = Arc::clone(hub);
    let listener = Listener {
        ear: hub.listen(id).await?,
        who,
        language,
        painter: web.painter(language),
        clock: web.kit.clock.clone(),
        public_url: web.kit.settings.public_url.clone(),
        has: web.header(header::HeaderName::from_static("last-event-id")).to_owned(),
        counted: (usize::MAX, usize::MAX),
        first: true,
    };
    Ok(streamed(listener, |mut listener| async move {
        let line = listener.next().await?;
        Some((line, listener))
    }))
}

/// Lines as they come, until there are no more.
pub(in crate::live_quizzes) fn streamed<L, F, N>(listener: L, mut next: N) -> HttpResponse
where
    L: 'static,
    F: Future<Output = Option<(String, L)>> + 'static,
    N: FnMut(L) -> F + 'static,
{
    let lines = unfold(listener, move |listener| {
        let line = next(listener);
        async move {
            let (line, listener) = line.await?;
            Some((Ok::<Bytes, actix_web::Error>(Bytes::from(line)), listener))
        }
    });
    HttpResponse::Ok()
        .content_type("text/event-stream; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // Compressed, a line would wait in the compressor until there are more of them.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header((header::HeaderName::from_static("x-accel-buffering"), "no"))
        .streaming(lines)
}

impl Listener {
    /// The next lines to send; `None` when the room is closed for good.
    async fn next(&mut self) -> Option<String> {
        if std::mem::take(&mut self.first) {
            let lines = self.lines();
            return Some(if lines.is_empty() { ": here\n\n".to_owned() } else { lines });
        }
        loop {
            match tokio::time::timeout(HEARTBEAT, self.ear.changed()).await {
                Ok(true) => {
                    let lines = self.lines();
                    if !lines.is_empty() {
                        return Some(lines);
                    }
                }
                Ok(false) => return None,
                Err(_) => return Some(": still here\n\n".to_owned()),
            }
        }
    }

    /// What has changed for this listener since the last lines; empty when nothing has.
    fn lines(&mut self) -> String {
        let picture = self.ear.present();
        let mut lines = match self.state(&picture) {
            Ok(Some((stamp, html))) => {
                self.has.clone_from(&stamp);
                event("state", &stamp, &html)
            }
            Ok(None) => String::new(),
            Err(problem) => {
                tracing::error!(%problem, "an event of a live quiz could not be rendered");
                String::new()
            }
        };
        let counted = (picture.answers(), picture.players.len());
        if !matches!(self.who, Who::Player(_)) && counted != self.counted {
            self.counted = counted;
            let data = serde_json::json!({ "answers": counted.0, "players": counted.1 });
            lines.push_str(&format!("event: count\ndata: {data}\n\n"));
        }
        lines
    }

    /// The state for this listener, when it is another one than it has.
    fn state(&self, picture: &Picture) -> Result<Option<(String, String)>, Problem> {
        let now = self.clock.now();
        let eyes = |controls| Eyes { language: self.language, now, public_url: &self.public_url, controls };
        match self.who {
            Who::Player(id) => {
                let Some(player) = picture.player(id) else { return Ok(None) };
                let state = PhoneState::new(picture, player, (self.language, now));
                self.unless_known(state.stamp(), || self.painter.paint(&state))
            }
            Who::Screen { controls } => {
                let state = ScreenState::new(picture, &eyes(controls));
                self.unless_known(state.stamp(), || self.painter.paint(&state))
            }
            Who::Console => {
                let state = ConsoleState::new(picture, &eyes(true));
                self.unless_known(&state.stamp(), || self.painter.paint(&state))
            }
        }
    }

    fn unless_known(
        &self,
        stamp: &str,
        paint: impl FnOnce() -> Result<String, Problem>,
    ) -> Result<Option<(String, String)>, Problem> {
        if stamp == self.has {
            return Ok(None);
        }
        Ok(Some((stamp.to_owned(), paint()?)))
    }
}

/// One event; each line of its data is a line of its own.
fn event(name: &str, id: &str, html: &str) -> String {
    let mut text = format!("event: {name}\nid: {id}\n");
    for line in html.lines() {
        text.push_str("data: ");
        text.push_str(line);
        text.push('\n');
    }
    text.push('\n');
    text
}
