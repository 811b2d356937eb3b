//! One mentor: what is known, and everything that is written down on the way.

use super::input;
use crate::db::{Read, Write};
use crate::kernel::{Actor, Gate, MentorId, MentorPairId, Moment, Problem};
use crate::mentoring::actions::{self, deciding, pairing, recording};
use crate::mentoring::views::{MentorPage, Refused};
use crate::web::{Failure, Flash, Form, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /mentors/{mentor}`. The look is written down, so it is written.
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let id = MentorId(path.into_inner());
    let (me, ()) = web.read(Gate::Coordinator, |_, _| Ok(())).await?;
    let actor = me.actor.clone();
    let known = web.write_anyone(move |w, now| actions::look(w, &actor, id, now)).await?;
    web.page(&me, &MentorPage::new(&known, None, &web.reader(&me), &web.say(&me)))
}

/// `POST /mentors/{mentor}/checks`
pub async fn check(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = MentorId(path.into_inner());
    let act = input::check(&form).map(|new| {
        move |w: &mut Write, me: &Actor, now: Moment| recording::see(w, me, id, &new, now).map(|_| ())
    });
    finish(&web, id, (Refused::Check, &form, "mentoring-flash-check"), act).await
}

/// `POST /mentors/{mentor}/steps`
pub async fn step(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = MentorId(path.into_inner());
    let act = input::step(&form).map(|(step, reason)| {
        move |w: &mut Write, me: &Actor, now: Moment| deciding::take(w, me, id, (step, &reason), now)
    });
    finish(&web, id, (Refused::Step, &form, "mentoring-flash-step"), act).await
}

/// `POST /mentors/{mentor}/interviews`
pub async fn interview(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = MentorId(path.into_inner());
    let act = input::interview(&form)
        .map(|new| move |w: &mut Write, me: &Actor, now: Moment| recording::interview(w, me, id, &new, now));
    finish(&web, id, (Refused::Interview, &form, "mentoring-flash-interview"), act).await
}

/// `POST /mentors/{mentor}/pairs`
pub async fn pair(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = MentorId(path.into_inner());
    let act = input::pair(&form).map(|new| {
        move |w: &mut Write, me: &Actor, now: Moment| pairing::pair(w, me, id, &new, now).map(|_| ())
    });
    finish(&web, id, (Refused::Pair, &form, "mentoring-flash-pair"), act).await
}

/// `POST /mentor-pairs/{mentor_pair}/start`
pub async fn begin(web: Web, path: Path<i64>, form: Form) -> Reply {
    let pair = MentorPairId(path.into_inner());
    let id = mentor_of(&web, pair).await?;
    let act = Ok(move |w: &mut Write, me: &Actor, now: Moment| pairing::begin(w, me, pair, now));
    finish(&web, id, (Refused::Step, &form, "mentoring-flash-began"), act).await
}

/// `POST /mentor-pairs/{mentor_pair}/contacts`
pub async fn contact(web: Web, path: Path<i64>, form: Form) -> Reply {
    let pair = MentorPairId(path.into_inner());
    let id = mentor_of(&web, pair).await?;
    let act = input::contact(&form)
        .map(|new| move |w: &mut Write, me: &Actor, now: Moment| pairing::contact(w, me, pair, &new, now));
    finish(&web, id, (Refused::Contact, &form, "mentoring-flash-contact"), act).await
}

/// `POST /mentor-pairs/{mentor_pair}/extensions`
pub async fn extend(web: Web, path: Path<i64>, form: Form) -> Reply {
    let pair = MentorPairId(path.into_inner());
    let id = mentor_of(&web, pair).await?;
    let act = input::extension(&form).map(|(until, reason)| {
        move |w: &mut Write, me: &Actor, now: Moment| pairing::extend(w, me, pair, (until, &reason), now)
    });
    finish(&web, id, (Refused::Extension, &form, "mentoring-flash-extended"), act).await
}

/// `POST /mentor-pairs/{mentor_pair}/closure`
pub async fn close(web: Web, path: Path<i64>, form: Form) -> Reply {
    let pair = MentorPairId(path.into_inner());
    let id = mentor_of(&web, pair).await?;
    let act = input::closure(&form)
        .map(|new| move |w: &mut Write, me: &Actor, now: Moment| pairing::close(w, me, pair, &new, now));
    finish(&web, id, (Refused::Closure, &form, "mentoring-flash-closed"), act).await
}

/// Whose pair it is, for those who may see it.
async fn mentor_of(web: &Web, pair: MentorPairId) -> Result<MentorId, Failure> {
    let find = move |r: &mut Read, me: &Actor| actions::show_pair(r, me, pair).map(|(row, _)| row.candidacy);
    Ok(web.read(Gate::Coordinator, find).await?.1)
}

/// Does what was asked for, and leads back to the mentor; what is wrong is said there.
async fn finish<F>(
    web: &Web,
    id: MentorId,
    (refused, form, said): (Refused, &Form, &str),
    act: Result<F, Problem>,
) -> Reply
where
    F: FnMut(&mut Write, &Actor, Moment) -> Result<(), Problem> + Send + 'static,
{
    let done = match act {
        Ok(act) => web.write(Gate::Coordinator, form, act).await.map(|_| ()),
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(()) => web.see_other(paths::mentor(id), Flash::good(said)),
        Err(Failure::Repeated) => web.redirect(paths::mentor(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, known) = web.read(Gate::Coordinator, move |r, me| actions::show(r, me, id)).await?;
            let sent = Some((refused, form, &problem));
            web.invalid(Some(&me), &MentorPage::new(&known, sent, &web.reader(&me), &web.say(&me)))
        }
    }
}
