//! People: the ways in, what a person sets for themselves, and what administrators do with accounts.

mod api;
mod by_api;
mod directory;
mod doors;
mod own;

use crate::support::{PASSWORD, Person, TestApp};
use birge::db::schema::{audit_entries, mails};
use birge::kernel::{Language, MailId, PersonId};
use diesel::prelude::*;

/// The address of the link in the last letter to somebody.
async fn link_for(app: &TestApp, email: &str) -> String {
    app.run_jobs().await;
    let email = email.to_owned();
    let (id, name): (MailId, String) = app
        .db
        .read(move |r| {
            Ok(mails::table
                .filter(mails::to_address.eq(email))
                .order(mails::id.desc())
                .select((mails::id, mails::name))
                .first(r.conn())?)
        })
        .await
        .unwrap();
    // The link stands in the letter that went, and nowhere else.
    let text = app.sent_file(id, &name);
    let link =
        text.lines().find(|line| line.contains("/links/")).unwrap_or_else(|| panic!("no link in {text}"));
    link.trim().strip_prefix(&app.url).unwrap().to_owned()
}

/// How many letters of a kind went to somebody.
async fn letters_to(app: &TestApp, email: &str, name: &'static str) -> i64 {
    let email = email.to_owned();
    app.db
        .read(move |r| {
            let of = mails::table.filter(mails::to_address.eq(email)).filter(mails::name.eq(name));
            Ok(of.count().get_result(r.conn())?)
        })
        .await
        .unwrap()
}

/// What was audited about a person, in order.
async fn audited(app: &TestApp, person: PersonId) -> Vec<String> {
    app.db
        .read(move |r| {
            Ok(audit_entries::table
                .filter(audit_entries::subject_kind.eq("person"))
                .filter(audit_entries::subject_id.eq(person.0))
                .order(audit_entries::id)
                .select(audit_entries::action)
                .load(r.conn())?)
        })
        .await
        .unwrap()
}

/// Somebody who can sign in through the page.
async fn member(app: &TestApp, surname: &str, language: Language) -> Person {
    let person = app.person_speaking(surname, language).await;
    app.give_password(&person).await;
    person
}

fn credentials<'a>(person: &'a Person, back: &'a str) -> [(&'a str, &'a str); 3] {
    [("email", person.email.as_str()), ("password", PASSWORD), ("back", back)]
}
