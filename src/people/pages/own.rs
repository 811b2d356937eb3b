//! What a person sets for themselves: language, zone, password, sessions.

use super::super::actions::{self, hashing, links, sessions};
use super::super::{store, views};
use super::{once, remember_language, say};
use crate::kernel::{BrowserSessionId, Fault, Gate, Language, Problem, ProblemCode, ZoneName};
use crate::web::{Failure, Flash, Form, FormErrors, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /profile`
pub async fn profile(web: Web) -> Reply {
    let (me, found) = own(&web).await?;
    web.page(&me, &views::Profile::new(&me, &found, &say(&web, &me)))
}

/// `POST /profile`
pub async fn update_profile(web: Web, form: Form) -> Reply {
    let (language, zone) = match reading(&form) {
        Ok(reading) => reading,
        Err(problem) => {
            let (me, found) = own(&web).await?;
            let view = views::Profile::again(&me, &found, &say(&web, &me), (&form, &problem));
            return web.invalid(Some(&me), &view);
        }
    };
    let set = move |w: &mut _, actor: &_, now| actions::set_reading(w, actor, language, zone, now);
    once(web.write(Gate::SignedIn, &form, set).await)?;
    remember_language(&web, language);
    web.see_other(paths::PROFILE, Flash::good("people-flash-profile-saved"))
}

fn reading(form: &Form) -> Result<(Language, ZoneName), Problem> {
    let mut errors = FormErrors::new();
    let language = Language::from_tag(&form.text("language"));
    let zone = ZoneName::parse(&form.text("zone"));
    if language.is_none() {
        errors.add(Fault::new("language", "choose-one"));
    }
    if zone.is_none() {
        errors.add(Fault::new("zone", "unknown-zone"));
    }
    errors.into_result((language.unwrap_or_default(), zone.unwrap_or(ZoneName::MOSCOW)))
}

async fn own(web: &Web) -> Result<(Me, sessions::Own), Failure> {
    let now = web.now();
    web.read(Gate::SignedIn, move |r, me| sessions::profile(r, me, now)).await
}

/// `POST /profile/sessions/{session}/revocation`
pub async fn revoke_session(web: Web, path: Path<i64>, form: Form) -> Reply {
    let session = BrowserSessionId(path.into_inner());
    let end = move |w: &mut _, me: &_, now| sessions::revoke(w, me, session, now);
    once(web.write(Gate::SignedIn, &form, end).await)?;
    web.see_other(paths::PROFILE, Flash::good("people-flash-session-ended"))
}

/// `GET /profile/password`
pub async fn edit_password(web: Web) -> Reply {
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    web.page(&me, &views::ChangePassword::new(&me.actor, &[]))
}

/// `POST /profile/password`
pub async fn update_password(web: Web, form: Form) -> Reply {
    let (me, known) = web.read(Gate::SignedIn, |r, me| store::hash_of(r, me.person_id()?)).await?;
    let who = (me.actor.email.as_str(), web.address());
    let renewed = hashing::renewed(&web.kit, who, known, (form.raw("old"), form.raw("password"))).await;
    let hash = match renewed {
        Err(problem) if problem.code == ProblemCode::Invalid => {
            return web.invalid(Some(&me), &views::ChangePassword::new(&me.actor, &problem.faults));
        }
        renewed => renewed?,
    };
    let keep = me.session;
    let change = move |w: &mut _, actor: &_, now| links::change_password(w, actor, keep, &hash, now);
    once(web.write(Gate::SignedIn, &form, change).await)?;
    web.see_other(paths::PROFILE, Flash::good("people-flash-password-changed"))
}
