//! The trainee's first page.

use crate::kernel::Gate;
use crate::today::{actions, views};
use crate::web::{Reply, Web};

/// `GET /next`
pub async fn show(web: Web) -> Reply {
    let now = web.now();
    let (me, next) = web.read(Gate::SignedIn, move |r, me| actions::next::next(r, me, now)).await?;
    web.page(&me, &views::next::NextPage::new(&next, &web.reader(&me), &web.kit.words))
}
