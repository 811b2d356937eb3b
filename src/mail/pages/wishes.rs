//! The choice of what comes by mail, and when.

use crate::db::Write;
use crate::kernel::{Actor, Gate, Problem};
use crate::mail::Topic;
use crate::mail::actions::wishes as actions;
use crate::mail::rules::wishes::Typed;
use crate::mail::views::wishes::WishesPage;
use crate::web::{Failure, Flash, Form, Reply, Web, paths};

/// `GET /profile/letters`
pub async fn edit(web: Web) -> Reply {
    let (me, wishes) = web.read(Gate::SignedIn, actions::own).await?;
    let say = web.say(&me);
    web.page(&me, &WishesPage::new(&wishes, &me.actor, &say, &web.reader(&me)))
}

/// `POST /profile/letters`
pub async fn update(web: Web, form: Form) -> Reply {
    let wanted = match typed(&form).read() {
        Ok(wanted) => wanted,
        Err(faults) => {
            let (me, ()) = web.read(Gate::SignedIn, |_, _| Ok(())).await?;
            let (say, problem) = (web.say(&me), Problem::invalid(faults));
            let view = WishesPage::again((&form, &problem), &me.actor, &say, &web.reader(&me));
            return web.invalid(Some(&me), &view);
        }
    };
    let choose = move |w: &mut Write, me: &Actor, now| actions::choose(w, me, &wanted, now);
    match web.write(Gate::SignedIn, &form, choose).await {
        Ok(_) => web.see_other(paths::LETTER_WISHES, Flash::good("messages-flash-chosen")),
        Err(Failure::Repeated) => web.redirect(paths::LETTER_WISHES),
        Err(failure) => Err(failure),
    }
}

/// What the form says: of every topic that can be chosen for, also of one that is not there.
fn typed(form: &Form) -> Typed {
    let chosen = |topic: Topic| (topic.as_str().to_owned(), form.text(topic.as_str()));
    Typed {
        deliveries: Topic::to_choose().map(chosen).collect(),
        digest_at: form.text("digest_at"),
        quiet_from: form.text("quiet_from"),
        quiet_to: form.text("quiet_to"),
    }
}
