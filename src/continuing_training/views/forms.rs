//! The forms of a person's page: since when quarters are counted, a make-up, and taking one back.

use super::{Said, faulty, said};
use crate::continuing_training::actions::Place;
use crate::continuing_training::rules::credit::LONGEST_ABOUT;
use crate::continuing_training::rules::{OfQuarter, Quarter, State};
use crate::continuing_training::store::credits::CreditRow;
use crate::kernel::{Moment, PersonId, Problem, TrainingCreditId, dates};
use crate::web::{Choice, Field, Form, Reader, paths};
use serde::Serialize;

/// Which form of the page was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Since when quarters are counted.
    Start,
    /// A make-up.
    Credit,
    /// Taking one back.
    Revocation(TrainingCreditId),
}

/// What was typed into a form that could not be.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    /// Which form.
    pub which: Which,
    /// What was typed.
    pub form: &'a Form,
    /// What is wrong with it.
    pub problem: &'a Problem,
}

#[derive(Debug, Serialize)]
pub(super) struct StartForm {
    url: String,
    field: Field,
    first: String,
    last: String,
    open: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct CreditForm {
    url: String,
    quarter: Field,
    quarters: Vec<Choice>,
    done_on: Field,
    minutes: Field,
    least: i32,
    about: Field,
    limit: usize,
    today: String,
    open: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct CreditLine {
    quarter: String,
    about: String,
    done: Said,
    credited: Said,
    revoked: Option<Said>,
    revocation: Option<Revocation>,
}

#[derive(Debug, Serialize)]
struct Revocation {
    url: String,
    reason: Field,
}

pub(super) fn wrong(
    start: Option<&StartForm>,
    credit: Option<&CreditForm>,
    credits: &[CreditLine],
) -> Vec<Field> {
    let start = start.map(|form| &form.field);
    let credit = credit.map(|form| [&form.quarter, &form.done_on, &form.minutes, &form.about]);
    let reasons = credits.iter().filter_map(|line| line.revocation.as_ref()).map(|one| &one.reason);
    let all: Vec<&Field> = start.into_iter().chain(credit.into_iter().flatten()).chain(reasons).collect();
    faulty(&all)
}

/// Who did something and when: «Ким А. С., 3 июля 2026 г.».
pub(super) fn by(
    key: &'static str,
    place: &Place,
    who: Option<PersonId>,
    at: Moment,
    reader: &Reader,
) -> Said {
    let name = who.and_then(|who| place.names.get(&who)).map(|name| name.surname_and_initials());
    let at = dates::date_and_time(reader.language, at, reader.zone);
    said(key, &[("name", name.unwrap_or_else(|| "—".to_owned())), ("at", at)])
}

fn field(name: &str, known: String, typed: Option<Typed<'_>>) -> Field {
    match typed {
        Some(typed) => Field::typed(name, typed.form, typed.problem),
        None => Field::filled(name, known),
    }
}

pub(super) fn start_form(place: &Place, typed: Option<Typed<'_>>) -> StartForm {
    let typed = typed.filter(|typed| typed.which == Which::Start);
    StartForm {
        url: paths::training_starts(place.mentor.row.enrolment),
        field: field("starts_on", place.mentor.starts_on.to_string(), typed),
        first: place.edition.starts_on.to_string(),
        last: place.edition.ends_on.to_string(),
        open: typed.is_some(),
    }
}

/// The form of a make-up, where a quarter is open or was refused just now.
pub(super) fn credit_form(place: &Place, typed: Option<Typed<'_>>, reader: &Reader) -> Option<CreditForm> {
    let typed = typed.filter(|typed| typed.which == Which::Credit);
    let is_open = |one: &&OfQuarter| matches!(one.state, State::Missed | State::Due);
    let open: Vec<Quarter> =
        place.mentor.standing.quarters.iter().filter(is_open).map(|one| one.quarter).collect();
    if !place.may_credit || (open.is_empty() && typed.is_none()) {
        return None;
    }
    let first = open.first().map(ToString::to_string).unwrap_or_default();
    let quarter = field("quarter", first, typed);
    let choice = |one: &Quarter| Choice::new(one, one.name(reader.language), &quarter.value);
    Some(CreditForm {
        url: paths::training_credits(place.mentor.row.enrolment),
        quarters: open.iter().map(choice).collect(),
        quarter,
        done_on: field("done_on", String::new(), typed),
        minutes: field("minutes", String::new(), typed),
        least: place.rule.least.0.max(1),
        about: field("about", String::new(), typed),
        limit: LONGEST_ABOUT,
        today: place.today.to_string(),
        open: typed.is_some(),
    })
}

pub(super) fn credit_line(
    row: &CreditRow,
    place: &Place,
    typed: Option<Typed<'_>>,
    reader: &Reader,
) -> CreditLine {
    let typed = typed.filter(|typed| typed.which == Which::Revocation(row.id));
    let reason = Field { id: format!("field-reason-{}", row.id), ..field("reason", String::new(), typed) };
    let revoked = row.revoked.as_ref().map(|(at, who, reason)| {
        let mut line = by("training-credit-revoked", place, *who, *at, reader);
        line.args.push(("reason", reason.clone()));
        line
    });
    let may = place.may_credit && revoked.is_none();
    CreditLine {
        quarter: row.quarter.name(reader.language),
        about: row.about.clone(),
        done: said(
            "training-credit-done",
            &[("date", dates::date(reader.language, row.done_on)), ("minutes", row.minutes.0.to_string())],
        ),
        credited: by("training-credit-by", place, row.credited_by, row.credited_at, reader),
        revoked,
        revocation: may.then(|| Revocation { url: paths::training_credit_revocation(row.id), reason }),
    }
}
