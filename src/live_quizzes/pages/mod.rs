//! The pages of a live quiz: running it, coming in, playing, and the events that keep them up to date.

pub mod events;
pub mod joining;
pub mod playing;
pub mod running;
pub mod stage;

use super::actions::{self, Picture};
use crate::db::Read;
use crate::kernel::{LivePlayerId, LiveQuizId, Problem};
use crate::web::{Web, cookies};

/// What a seal of a player is for.
const PLAYER_SEAL: &str = "live-player";

/// The player that this browser's cookie names; nobody when it is not one of ours.
fn cookie_player(web: &Web) -> Option<LivePlayerId> {
    let cookie = web.cookie(cookies::LIVE_PLAYER)?;
    let (id, seal) = cookie.split_once('.')?;
    web.kit.secrets.seal_fits(PLAYER_SEAL, id, seal).then(|| id.parse().ok())?
}

/// Makes this browser that player until the evening after next.
fn remember_player(web: &Web, player: LivePlayerId) {
    let id = player.to_string();
    let value = format!("{id}.{}", web.kit.secrets.seal(PLAYER_SEAL, &id));
    web.set_cookie(cookies::hidden(cookies::LIVE_PLAYER, value, web.kit.secure(), Some(2)));
}

fn look(r: &mut Read, id: LiveQuizId) -> Result<Picture, Problem> {
    let fixed = actions::fixed(r, id)?;
    actions::picture(r, fixed)
}
