//! The events of a live quiz for a player's program: the seat anew, whenever it looks otherwise.

use super::playing::{SeatDto, find};
use crate::api::Api;
use crate::kernel::{Clock, Language, LivePlayerId, Problem};
use crate::live_quizzes::hub::{Ear, Hub};
use crate::live_quizzes::pages::events::streamed;
use crate::web::Reply;
use actix_web::web::{Data, Path};
use std::sync::Arc;
use std::time::Duration;

/// A line now and then, so that nobody between takes a quiet connection for a dead one.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// One connection.
struct Listener {
    ear: Ear,
    player: LivePlayerId,
    language: Language,
    clock: Clock,
    /// The state this listener has, the time that is left aside.
    has: Option<serde_json::Value>,
}

/// What happens, for the bearer as a player: server-sent events named `state`, each with the seat as JSON.
#[utoipa::path(get, path = "/api/v1/live/{code}/events", tag = "live quizzes", params(("code" = String, Path)),
    responses((status = 200, description = "Events named `state`; the data of each is the seat.",
        content_type = "text/event-stream", body = SeatDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn index(api: Api, path: Path<String>, hub: Data<Hub>) -> Reply {
    let (me, id, player) = find(&api, &path.into_inner()).await?;
    let player = player.ok_or_else(Problem::not_found)?;
    let hub: Arc<Hub> = Arc::clone(&hub);
    let (ear, clock) = (hub.listen(id).await?, api.web.kit.clock.clone());
    let listener = Listener { ear, player, language: me.actor.language, clock, has: None };
    Ok(streamed(listener, |mut listener| async move {
        let line = listener.next().await?;
        Some((line, listener))
    }))
}

impl Listener {
    /// The next lines to send; `None` when the room is closed for good.
    async fn next(&mut self) -> Option<String> {
        if self.has.is_none() {
            return Some(self.line().unwrap_or_else(|| ": here\n\n".to_owned()));
        }
        loop {
            match tokio::time::timeout(HEARTBEAT, self.ear.changed()).await {
                Ok(true) => {
                    if let Some(line) = self.line() {
                        return Some(line);
                    }
                }
                Ok(false) => return None,
                Err(_) => return Some(": still here\n\n".to_owned()),
            }
        }
    }

    /// The seat, when it is another than this listener has.
    fn line(&mut self) -> Option<String> {
        let picture = self.ear.present();
        let seat = SeatDto::new(&picture, self.player, (self.language, self.clock.now()))?;
        let data = serde_json::to_value(&seat).ok()?;
        let mut state = data.clone();
        // The clock runs by itself; that it has run out is news.
        let left = state.get_mut("left_ms")?;
        *left = (left.as_i64() > Some(0)).into();
        if self.has.as_ref() == Some(&state) {
            return None;
        }
        self.has = Some(state);
        Some(format!("event: state\ndata: {data}\n\n"))
    }
}
