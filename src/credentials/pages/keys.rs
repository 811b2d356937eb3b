//! The keys, for the site's administrators.

use crate::credentials::actions::keys::{self, Pair};
use crate::credentials::actions::withdrawing;
use crate::credentials::rules::keys::Algorithm;
use crate::credentials::rules::withdrawal::reason;
use crate::credentials::views::KeysPage;
use crate::db::{Read, Write};
use crate::kernel::{Actor, CredentialIssuerId, CredentialKeyId, Gate, Moment, Problem};
use crate::web::{Failure, Flash, Form, Kit, Reply, Web, paths};
use actix_web::web::{Path, block};
use std::sync::Arc;

/// `GET /credentials/keys`
pub async fn index(web: Web) -> Reply {
    let (me, shelf) = web.read(Gate::Administrator, keys::shelf).await?;
    web.page(&me, &KeysPage::new(&shelf, &web.kit.settings.public_url, None, &web.reader(&me)))
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

/// `POST /credentials/keys/{credential_key}/withdrawal`: nothing the key signed is believed from now on.
pub async fn withdraw(web: Web, path: Path<i64>, form: Form) -> Reply {
    let (id, why) = (CredentialKeyId(path.into_inner()), form.raw("reason").to_owned());
    let asked = web.read(Gate::Administrator, move |r: &mut Read, me: &Actor| withdrawing::asked(r, me, id));
    let (_, algorithm) = asked.await?;
    let done = match reason(&why) {
        Ok(_) => {
            let (pair, kit) = (pair_of(&web.kit, algorithm).await?, web.kit.clone());
            let withdraw = move |w: &mut Write, me: &Actor, now| {
                withdrawing::withdraw(w, me, &kit.secrets, (id, &why, &pair), now)
            };
            web.write(Gate::Administrator, &form, withdraw).await
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(_) => {
            withdrawing::follow_up(&web.kit).await;
            web.see_other(paths::CREDENTIAL_KEYS, Flash::good("credentials-flash-withdrawn"))
        }
        Err(Failure::Repeated) => web.redirect(paths::CREDENTIAL_KEYS),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, shelf) = web.read(Gate::Administrator, keys::shelf).await?;
            let (typed, reader) = (Some((id, &form, &problem)), web.reader(&me));
            web.invalid(Some(&me), &KeysPage::new(&shelf, &web.kit.settings.public_url, typed, &reader))
        }
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

/// A pair of each kind.
pub(in crate::credentials) async fn pairs(kit: &Arc<Kit>) -> Result<Vec<Pair>, Problem> {
    Ok(vec![pair_of(kit, Algorithm::Ed25519).await?, pair_of(kit, Algorithm::Rsa).await?])
}

/// A pair, made off the threads that serve requests.
pub(in crate::credentials) async fn pair_of(kit: &Arc<Kit>, algorithm: Algorithm) -> Result<Pair, Problem> {
    let kit = kit.clone();
    block(move || Pair::draw(&kit.secrets, algorithm)).await.map_err(Problem::internal)?
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
