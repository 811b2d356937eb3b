//! The keys, for the site's administrators.

use crate::credentials::actions::keys::{self, Pair};
use crate::credentials::rules::keys::Algorithm;
use crate::credentials::views::KeysPage;
use crate::db::{Read, Write};
use crate::kernel::{Actor, CredentialIssuerId, Gate, Moment, Problem};
use crate::web::{Failure, Flash, Form, Kit, Reply, Web, paths};
use actix_web::web::{Path, block};
use std::sync::Arc;

/// `GET /credentials/keys`
pub async fn index(web: Web) -> Reply {
    let (me, shelf) = web.read(Gate::Administrator, keys::shelf).await?;
    web.page(&me, &KeysPage::new(&shelf, &web.kit.settings.public_url, &web.reader(&me)))
}

/// `POST /credentials/issuers/{issuer}/rotations`: a new key of each kind; the old ones stay published.
pub async fn rotate(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = CredentialIssuerId(path.into_inner());
    // Before the keys are made: only whoever may change them makes us work.
    web.read(Gate::Administrator, move |r: &mut Read, me: &Actor| there(r, me, id)).await?;
    let pairs = pairs(&web.kit).await?;
    let kit = web.kit.clone();
    let done = web.write(Gate::Administrator, &form, move |w, me, now| turn(w, me, &kit, (id, &pairs), now));
    match done.await {
        Ok(_) => web.see_other(paths::CREDENTIAL_KEYS, Flash::good("credentials-flash-rotated")),
        Err(Failure::Repeated) => web.redirect(paths::CREDENTIAL_KEYS),
        Err(failure) => Err(failure),
    }
}

/// That there is such an issuer, and that the actor may change its keys.
pub(in crate::credentials) fn there(
    r: &mut Read,
    actor: &Actor,
    id: CredentialIssuerId,
) -> Result<(), Problem> {
    let found = keys::shelf(r, actor)?.iter().any(|(issuer, ..)| issuer.id == id);
    if found { Ok(()) } else { Err(Problem::not_found()) }
}

/// A pair of each kind, made off the threads that serve requests.
pub(in crate::credentials) async fn pairs(kit: &Arc<Kit>) -> Result<Vec<Pair>, Problem> {
    let kit = kit.clone();
    let made = block(move || {
        [Algorithm::Ed25519, Algorithm::Rsa]
            .into_iter()
            .map(|algorithm| Pair::draw(&kit.secrets, algorithm))
            .collect::<Result<Vec<_>, _>>()
    });
    made.await.map_err(Problem::internal)?
}

/// Writes the new keys of an issuer down.
pub(in crate::credentials) fn turn(
    w: &mut Write,
    actor: &Actor,
    kit: &Arc<Kit>,
    (id, pairs): (CredentialIssuerId, &[Pair]),
    now: Moment,
) -> Result<(), Problem> {
    keys::rotate(w, actor, &kit.secrets, (id, pairs), now)
}
