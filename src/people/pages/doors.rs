//! Signing in and out, and the ways in for those who cannot.

use super::super::actions::sessions::{self, Opened, Origin};
use super::super::actions::{NewLink, hashing, links};
use super::super::{Purpose, passwords, views};
use super::{Back, once, remember_language};
use crate::access::SessionKind;
use crate::kernel::name::email_key;
use crate::kernel::{Gate, ProblemCode};
use crate::secrets::LinkClaims;
use crate::web::{Failure, Flash, Form, FormErrors, Reply, Web, cookies, paths};
use actix_web::http::header;
use actix_web::web::{Path, Query};

/// `GET /sign-in`
pub async fn new(web: Web, query: Query<Back>) -> Reply {
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    match me {
        Some(_) => web.redirect(Web::safe_back(&query.back)),
        None => web.page_for_anyone(None, &views::SignIn::new(&query.back)),
    }
}

/// `POST /sign-in`
pub async fn create(web: Web, form: Form) -> Reply {
    let email = form.text("email");
    match sessions::sign_in(&web.kit, &email, form.raw("password"), origin(&web)).await {
        Ok(opened) => {
            enter(&web, &opened);
            web.redirect(Web::safe_back(form.raw("back")))
        }
        Err(problem) if problem.code == ProblemCode::WrongCredentials => {
            web.invalid(None, &views::SignIn::refused(&form))
        }
        Err(problem) => Err(problem.into()),
    }
}

/// `POST /sign-out`
pub async fn destroy(web: Web, form: Form) -> Reply {
    let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
    let end = move |w: &mut _, actor: &_, now| sessions::revoke(w, actor, me.session, now);
    once(web.write(Gate::SignedIn, &form, end).await)?;
    web.set_cookie(cookies::gone(cookies::SESSION));
    web.see_other(paths::SIGN_IN, Flash::good("people-flash-signed-out"))
}

/// `GET /password-reset`
pub async fn ask_reset(web: Web) -> Reply {
    web.page_for_anyone(None, &views::AskReset::empty())
}

/// `POST /password-reset`: the same answer whether or not there is such an account.
pub async fn request_reset(web: Web, form: Form) -> Reply {
    let mut errors = FormErrors::new();
    let email = errors.email(&form, "email");
    let email = match errors.into_result(email) {
        Ok(email) => email,
        Err(problem) => return web.invalid(None, &views::AskReset::again(&form, &problem)),
    };
    web.kit.limits.letter(&email_key(&email), &web.address())?;
    let link = NewLink::new(&web.kit.secrets, Purpose::PasswordReset, web.now())?;
    web.write_anyone(move |w, now| links::request_reset(w, &email, &link, now)).await?;
    web.see_other(paths::SIGN_IN, Flash::good("people-flash-reset-sent"))
}

/// `GET /links/{token}`
pub async fn edit_password(web: Web, path: Path<String>) -> Reply {
    let token = path.into_inner();
    let now = web.now();
    let claims = links::read_token(&web.kit.secrets, &token, now)?;
    let (_, (link, person)) = web.read_anyone(move |r, _| links::opened_by(r, &claims, now)).await?;
    web.page_for_anyone(None, &views::SetPassword::new(&person, link.purpose, &token, None))
}

/// `POST /links/{token}`: sets the password and signs the person in.
pub async fn update_password(web: Web, path: Path<String>, form: Form) -> Reply {
    let token = path.into_inner();
    let (now, password) = (web.now(), form.raw("password"));
    let claims = links::read_token(&web.kit.secrets, &token, now)?;
    let wanted = claims.clone();
    let (_, (link, person)) = web.read_anyone(move |r, _| links::opened_by(r, &wanted, now)).await?;
    if let Some(fault) = passwords::fault(password, &person.email) {
        let view = views::SetPassword::new(&person, link.purpose, &token, Some(fault));
        return web.invalid(None, &view);
    }
    let hash = hashing::hash(&web.kit, password).await?;
    let opened = use_link(&web, claims, hash).await?;
    enter(&web, &opened);
    web.see_other(paths::HOME, Flash::good("people-flash-password-set"))
}

async fn use_link(web: &Web, claims: LinkClaims, hash: String) -> Result<Opened, Failure> {
    let (token, from) = (web.kit.secrets.token(), origin(web));
    web.write_anyone(move |w, now| {
        let person = links::set_password(w, &claims, &hash, now)?;
        let (actor, expires_at) = sessions::open(w, person.id, &token, &from, now)?;
        Ok(Opened { token: token.clone(), actor, expires_at })
    })
    .await
}

/// Gives the browser its session, and its person's language.
fn enter(web: &Web, opened: &Opened) {
    let (token, secure) = (opened.token.clone(), web.kit.secure());
    web.set_cookie(cookies::hidden(cookies::SESSION, token, secure, Some(cookies::SESSION_DAYS)));
    remember_language(web, opened.actor.language);
}

fn origin(web: &Web) -> Origin {
    Origin {
        kind: SessionKind::Browser,
        address: web.address(),
        agent: web.header(header::USER_AGENT).to_owned(),
        days: cookies::SESSION_DAYS,
    }
}
