//! Letters about marks. They carry no remark: mail is read by others.

use crate::access;
use crate::db::{Read, Write};
use crate::kernel::{ActivityId, Actor, AttemptId, Localised, Moment, PersonId, Problem, dates};
use crate::mail::{self, Letter, Recipient};
use crate::quiz_marking::store;
use crate::quizzes::actions::marks::Settled;
use crate::web::paths;
use serde_json::json;

/// About which attempt of whom.
#[derive(Debug, Clone, Copy)]
pub(super) struct About {
    /// The trainee.
    pub person: PersonId,
    /// The attempt.
    pub attempt: AttemptId,
    /// The quiz.
    pub activity: ActivityId,
}

/// Everything is marked: the result is known now. Where the trainee may see it only later, the letter says when, and
/// no number.
pub(super) fn tell_marked(w: &mut Write, about: About, settled: Settled, now: Moment) -> Result<(), Problem> {
    if let Some(from) = settled.marks_from {
        let trainee = account(w, about.person)?;
        let from = dates::date_and_time(trainee.language, from, trainee.zone);
        return send(w, "quiz_marked", about, json!({ "from": from }), now);
    }
    let percent = settled.result.map(|share| share.as_percent().to_string()).unwrap_or_default();
    let verdict = json!({
        "percent": percent,
        "passed": settled.passed == Some(true),
        "failed": settled.passed == Some(false),
    });
    send(w, "quiz_marked", about, verdict, now)
}

/// A mark was changed after the result was known. Whoever may not see it yet knows no result that could change.
pub(super) fn tell_changed(
    w: &mut Write,
    about: About,
    settled: Settled,
    now: Moment,
) -> Result<(), Problem> {
    if settled.marks_from.is_some() {
        return Ok(());
    }
    let percent = |share: Option<crate::kernel::Permille>| {
        share.map(|share| share.as_percent().to_string()).unwrap_or_default()
    };
    let verdict = json!({
        "old": percent(settled.old_result),
        "new": percent(settled.result),
        "now_passed": settled.passed == Some(true) && settled.old_passed == Some(false),
    });
    send(w, "quiz_mark_changed", about, verdict, now)
}

/// An appeal was decided.
pub(super) fn tell_decided(w: &mut Write, about: About, accepted: bool, now: Moment) -> Result<(), Problem> {
    send(w, "quiz_appeal_answered", about, json!({ "accepted": accepted }), now)
}

fn send(
    w: &mut Write,
    name: &'static str,
    about: About,
    mut data: serde_json::Value,
    now: Moment,
) -> Result<(), Problem> {
    let trainee = account(w, about.person)?;
    let (_, titles) = store::titles(w, &[], &[about.activity])?;
    let title = titles.get(&about.activity).map(|title: &Localised| title.for_reader(trainee.language));
    if let Some(fields) = data.as_object_mut() {
        fields.insert("name".to_owned(), trainee.name.address().into());
        fields.insert("title".to_owned(), title.unwrap_or_default().into());
        fields.insert("path".to_owned(), paths::attempt(about.attempt).into());
    }
    let to = Recipient {
        person: trainee.person,
        address: trainee.email,
        name: trainee.name.full(),
        language: trainee.language,
    };
    mail::send(w, now, &Letter { name, to, data })?;
    Ok(())
}

fn account(r: &mut Read, person: PersonId) -> Result<Actor, Problem> {
    access::store::actor_of(r, person)?.ok_or_else(Problem::not_found)
}
