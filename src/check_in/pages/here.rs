//! Marking oneself: the code that was scanned or typed, then one press.

use super::{guessing, scan};
use crate::check_in::actions::{self, Arrival, Coming, Look, Place, Shown};
use crate::check_in::views::{HerePage, Typed};
use crate::db::{Read, Write};
use crate::kernel::{Actor, Fault, Gate, ProblemCode, SessionId};
use crate::live_quizzes::rules::code;
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /here/{session}/{code}`: what the projector's picture leads to. It only remembers when it was opened.
pub async fn scan(web: Web, path: Path<(i64, String)>) -> Reply {
    let (session, code) = path.into_inner();
    let Some(code) = code::parse(&code) else {
        return web.see_other(paths::HERE, Flash::attention("check-in-flash-no-code"));
    };
    let device = scan::device(&web);
    scan::keep(&web, &device, &Shown { session: Some(SessionId(session)), code, at: web.now() });
    web.redirect(paths::HERE)
}

/// `GET /here`
pub async fn show(web: Web) -> Reply {
    let (shown, now) = (scan::kept(&web), web.now());
    let (kit, address) = (web.kit.clone(), web.address());
    let waiting = shown.is_some();
    let read = move |r: &mut Read, actor: Option<&Actor>| {
        let Some(actor) = actor else { return Ok(None) };
        let look = match &shown {
            Some(shown) => Some(guessing::look(r, actor, shown, (&kit, &address), now)?),
            None => None,
        };
        // Whoever holds a code that fits is not offered other sessions.
        let own = match &look {
            Some(Look::Ready { .. } | Look::Ahead(..) | Look::Already { .. }) => Vec::new(),
            _ => actions::own(r, actor, now)?,
        };
        Ok(Some((look, own)))
    };
    let (me, seen) = web.read_anyone(read).await?;
    match (me, seen) {
        (Some(me), Some((look, own))) => tell(&web, &me, look, &own),
        _ if waiting => sign_in_first(&web),
        _ => web.page_for_anyone(None, &HerePage::form(&Typed::default(), &[], &web.stranger())),
    }
}

fn sign_in_first(web: &Web) -> Reply {
    web.see_other(paths::sign_in_and_back(paths::HERE), Flash::attention("check-in-flash-sign-in"))
}

fn tell(web: &Web, me: &Me, look: Option<Look>, own: &[Place]) -> Reply {
    let reader = web.reader(me);
    match look {
        None => web.page(me, &HerePage::form(&Typed::default(), own, &reader)),
        Some(Look::Already { session, unmarked }) => {
            scan::forget(web);
            let flash = if unmarked { without_mark() } else { Flash::good("check-in-flash-already") };
            web.see_other(paths::here_at(session), flash)
        }
        Some(Look::Wrong) => {
            scan::forget(web);
            web.page(me, &HerePage::form(&Typed::wrong(), own, &reader))
        }
        Some(look) => {
            // A code in the wrong account's hands is kept: its page says to change the account.
            if matches!(look, Look::Closed(_)) {
                scan::forget(web);
            }
            web.page(me, &HerePage::seen(&look, &Typed::default(), own, &reader))
        }
    }
}

/// `POST /here`: a code that was typed, or the press after a scan.
pub async fn create(web: Web, form: Form) -> Reply {
    let (device, typed) = (scan::device(&web), form.text("code"));
    let by_hand = !typed.is_empty();
    let shown = if by_hand {
        code::parse(&typed).map(|code| Shown { session: None, code, at: web.now() })
    } else {
        scan::kept(&web)
    };
    let Some(shown) = shown else {
        let fault = if by_hand { "check-in-code-malformed" } else { "check-in-code-missing" };
        return again(&web, Typed::of(&form, vec![Fault::new("code", fault)])).await;
    };
    scan::keep(&web, &device, &shown);
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    if me.is_none() {
        return sign_in_first(&web);
    }
    let origin = scan::origin(&web.kit.secrets, &web.address(), Some(&device));
    let said = Some(form.text("spoken")).filter(|said| !said.is_empty());
    let coming = Coming { shown, spoken: said, origin };
    match arrive(&web, &form, coming.clone()).await {
        Ok(arrival) => {
            scan::forget(&web);
            arrived(&web, &arrival)
        }
        Err(Failure::Repeated) => {
            // What was done the first time is done; the code may be an old one by now, and is no guess.
            scan::forget(&web);
            web.redirect(paths::HERE)
        }
        Err(failure) => refused(&web, (&form, by_hand), &coming, failure).await,
    }
}

async fn arrive(web: &Web, form: &Form, coming: Coming) -> Result<Arrival, Failure> {
    let (kit, address) = (web.kit.clone(), web.address());
    let write = move |w: &mut Write, me: &Actor, now| guessing::arrive(w, me, &coming, (&kit, &address), now);
    Ok(web.write(Gate::SignedIn, form, write).await?.1)
}

fn arrived(web: &Web, arrival: &Arrival) -> Reply {
    let flash = match (arrival.first, &arrival.mark) {
        _ if arrival.unmarked => without_mark(),
        (false, _) => Flash::good("check-in-flash-already"),
        (true, Some(_)) => Flash::good("check-in-flash-marked"),
        (true, None) => Flash::good("check-in-flash-noted"),
    };
    web.see_other(paths::here_at(arrival.session), flash)
}

/// The arrival is written down, and the sheet was closed before: nobody is told that all is well.
fn without_mark() -> Flash {
    Flash::attention("check-in-flash-unmarked")
}

/// What is wrong is shown where it can be mended; early, late and foreign codes have pages of their own.
async fn refused(web: &Web, (form, by_hand): (&Form, bool), coming: &Coming, failure: Failure) -> Reply {
    match failure.code() {
        Some(ProblemCode::CheckInAhead | ProblemCode::CheckInClosed | ProblemCode::CheckInNotYours) => {
            web.redirect(paths::HERE)
        }
        Some(ProblemCode::CheckInCodeWrong) => {
            scan::forget(web);
            again(web, Typed::of(form, vec![Fault::new("code", "check-in-code-wrong")])).await
        }
        Some(ProblemCode::Invalid) if by_hand => web.redirect(paths::HERE),
        _ => {
            let typed = Typed::of(form, failure.about_the_form()?.faults);
            let (kit, shown, now) = (web.kit.clone(), coming.shown.clone(), web.now());
            // The try itself was counted, and was listened to: this only draws its page.
            let code_of = move |message: &str| actions::code_of(&kit.secrets)(message);
            let read = move |r: &mut Read, me: &Actor| actions::look(r, me, &shown, code_of, now);
            let (me, look) = web.read(Gate::SignedIn, read).await?;
            web.invalid(Some(&me), &HerePage::seen(&look, &typed, &[], &web.reader(&me)))
        }
    }
}

/// The form again, with what was typed.
async fn again(web: &Web, typed: Typed) -> Reply {
    let now = web.now();
    let read = move |r: &mut Read, actor: Option<&Actor>| match actor {
        Some(actor) => actions::own(r, actor, now),
        None => Ok(Vec::new()),
    };
    let (me, own) = web.read_anyone(read).await?;
    let reader = me.as_ref().map_or_else(|| web.stranger(), |me| web.reader(me));
    web.invalid(me.as_ref(), &HerePage::form(&typed, &own, &reader))
}
