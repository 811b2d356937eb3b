//! Enrolment: one by one, from files, and out again.

mod files;
mod one_by_one;

use crate::support::TestApp;
use birge::db::schema::{enrolments, mails, organisations, people};
use birge::kernel::EditionId;
use diesel::prelude::*;

/// How many people are in an edition.
async fn enrolled(app: &TestApp, edition: EditionId) -> i64 {
    app.db
        .read(move |r| {
            Ok(enrolments::table
                .filter(enrolments::edition_id.eq(edition))
                .filter(enrolments::withdrawn_at.is_null())
                .count()
                .get_result(r.conn())?)
        })
        .await
        .unwrap()
}

/// How many accounts, organisations and letters of a kind there are.
async fn counts(app: &TestApp, letter: &'static str) -> (i64, i64, i64) {
    app.db
        .read(move |r| {
            Ok((
                people::table.count().get_result(r.conn())?,
                organisations::table.count().get_result(r.conn())?,
                mails::table.filter(mails::name.eq(letter)).count().get_result(r.conn())?,
            ))
        })
        .await
        .unwrap()
}
