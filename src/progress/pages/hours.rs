//! The trainee's hours.

use crate::kernel::Gate;
use crate::progress::{actions, views};
use crate::web::{Reply, Web};

/// `GET /hours`.
pub async fn hours(web: Web) -> Reply {
    let (me, ledgers) = web.read(Gate::SignedIn, actions::own_ledgers).await?;
    let view = views::hours::Hours::new(&ledgers, &web.reader(&me), &web.kit.words);
    web.page(&me, &view)
}
