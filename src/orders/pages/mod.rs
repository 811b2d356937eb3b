//! Pages of the trail: its steps, one paper, the form of a draft, the patterns of numbers.

pub mod draft;
mod input;
pub mod numbers;
pub mod one;
pub mod papers;
pub mod trail;

use crate::db::Write;
use crate::kernel::{Actor, EditionId, Gate, Language, OrderId};
use crate::orders::actions::{self, Look, Shown};
use crate::orders::store::OrderRow;
use crate::orders::views::Telling;
use crate::web::{Failure, Me, Web};

/// Makes a view in the reader's words.
fn told<V>(web: &Web, me: &Me, make: impl FnOnce(Telling<'_>) -> V) -> V {
    let (words, language): (_, Language) = (web.kit.words.clone(), me.actor.language);
    let say = move |key: &str| words.text(language, key);
    let reader = web.reader(me);
    make(Telling { reader: &reader, say: &say })
}

/// A paper for an administrator; the look is noted.
async fn seen(web: &Web, id: OrderId) -> Result<(Me, Shown), Failure> {
    let now = web.now();
    let (me, shown) = web.read(Gate::Administrator, move |r, me| actions::show(r, me, id, now)).await?;
    noted(web, &me.actor, (&shown.row, Look::Page)).await?;
    Ok((me, shown))
}

/// Writes down that somebody looks at a paper: a short transaction after the long read.
pub(in crate::orders) async fn noted(
    web: &Web,
    actor: &Actor,
    (row, look): (&OrderRow, Look),
) -> Result<(), Failure> {
    let (actor, row) = (actor.clone(), row.clone());
    web.write_anyone(move |w: &mut Write, now| actions::note_look(w, &actor, (&row, look), now)).await
}

/// Writes down that somebody looks at the papers of a group.
pub(in crate::orders) async fn group_noted(
    web: &Web,
    actor: &Actor,
    edition: EditionId,
) -> Result<(), Failure> {
    let actor = actor.clone();
    web.write_anyone(move |w: &mut Write, now| actions::note_group_look(w, &actor, edition, now)).await
}
