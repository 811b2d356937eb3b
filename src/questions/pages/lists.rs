//! The bank as a list.

use super::GATE;
use crate::kernel::QuestionEntryId;
use crate::questions::actions::bank;
use crate::questions::rules::filter::Filter;
use crate::questions::views;
use crate::questions::views::index::PAGE;
use crate::web::{Reply, Web};
use actix_web::web::Query;
use serde::Deserialize;

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub struct Seek {
    after: Option<QuestionEntryId>,
}

/// `GET /questions`
pub async fn index(web: Web, filter: Query<Filter>, seek: Query<Seek>) -> Reply {
    let (filter, after) = (filter.into_inner(), seek.after);
    let wanted = filter.clone();
    let (me, shelf) =
        web.read(GATE, move |r, me| bank::list(r, me, &wanted, (after, PAGE as i64 + 1))).await?;
    let (reader, say) = (web.reader(&me), web.say(&me));
    web.page(&me, &views::Index::new(shelf, &filter, after.is_some(), (&reader, &say)))
}
