//! What people did instead of the session of a quarter.

use super::people::Among;
use crate::continuing_training::rules::{MakeUp, NewCredit, Quarter};
use crate::db::schema::{enrolments, training_credits};
use crate::db::{Read, Write};
use crate::kernel::{EnrolmentId, Minutes, Moment, PersonId, Problem, TrainingCreditId};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// A credited make-up.
#[derive(Debug, Clone)]
pub struct CreditRow {
    /// The credit.
    pub id: TrainingCreditId,
    /// Whose.
    pub enrolment: EnrolmentId,
    /// The quarter that it closes.
    pub quarter: Quarter,
    /// When it was done.
    pub done_on: NaiveDate,
    /// How long it took.
    pub minutes: Minutes,
    /// What it was.
    pub about: String,
    /// When it was credited.
    pub credited_at: Moment,
    /// By whom.
    pub credited_by: Option<PersonId>,
    /// When, by whom and why it was taken back.
    pub revoked: Option<(Moment, Option<PersonId>, String)>,
}

impl CreditRow {
    /// What it closes, unless it was taken back. It was done in person: nothing else is accepted. It adds no hours.
    pub fn make_up(&self) -> Option<MakeUp> {
        let make_up = MakeUp {
            quarter: self.quarter,
            activity: None,
            in_person: true,
            minutes: self.minutes,
            credited: Minutes::ZERO,
            on: self.done_on,
        };
        self.revoked.is_none().then_some(make_up)
    }
}

type Columns = (
    (TrainingCreditId, EnrolmentId, i32, i32),
    (NaiveDate, Minutes, String),
    (Moment, Option<PersonId>),
    (Option<Moment>, Option<PersonId>, Option<String>),
);

type Which =
    (training_credits::id, training_credits::enrolment_id, training_credits::year, training_credits::quarter);
type What = (training_credits::done_on, training_credits::minutes, training_credits::about);
type Given = (training_credits::credited_at, training_credits::credited_by);
type Taken =
    (training_credits::revoked_at, training_credits::revoked_by, training_credits::revocation_reason);

const CREDIT: (Which, What, Given, Taken) = (
    (training_credits::id, training_credits::enrolment_id, training_credits::year, training_credits::quarter),
    (training_credits::done_on, training_credits::minutes, training_credits::about),
    (training_credits::credited_at, training_credits::credited_by),
    (training_credits::revoked_at, training_credits::revoked_by, training_credits::revocation_reason),
);

fn row(columns: Columns) -> CreditRow {
    let ((id, enrolment, year, number), (done_on, minutes, about), credited, revoked) = columns;
    let number = u32::try_from(number).unwrap_or_default();
    let (revoked_at, revoked_by, reason) = revoked;
    CreditRow {
        id,
        enrolment,
        // The schema lets nothing else in; were it so, the day on which it was done would still be right.
        quarter: Quarter::new(year, number).unwrap_or_else(|| Quarter::of(done_on)),
        done_on,
        minutes,
        about,
        credited_at: credited.0,
        credited_by: credited.1,
        revoked: revoked_at.zip(reason).map(|(at, reason)| (at, revoked_by, reason)),
    }
}

/// The credits of people, those taken back too, as they were made.
pub fn of(r: &mut Read, among: Among) -> Result<HashMap<EnrolmentId, Vec<CreditRow>>, Problem> {
    let mut query = training_credits::table
        .inner_join(enrolments::table)
        .order(training_credits::id)
        .select(CREDIT)
        .into_boxed();
    query = match among {
        Among::Edition(edition) => query.filter(enrolments::edition_id.eq(edition)),
        Among::One(enrolment) => query.filter(enrolments::id.eq(enrolment)),
    };
    let rows: Vec<Columns> = query.load(r.conn())?;
    let mut of_person: HashMap<EnrolmentId, Vec<CreditRow>> = HashMap::new();
    for credit in rows.into_iter().map(row) {
        of_person.entry(credit.enrolment).or_default().push(credit);
    }
    Ok(of_person)
}

/// A credit.
pub fn find(r: &mut Read, id: TrainingCreditId) -> Result<Option<CreditRow>, Problem> {
    let found: Option<Columns> = training_credits::table
        .filter(training_credits::id.eq(id))
        .select(CREDIT)
        .first(r.conn())
        .optional()?;
    Ok(found.map(row))
}

/// Credits what somebody did.
pub fn insert(
    w: &mut Write,
    enrolment: EnrolmentId,
    new: &NewCredit,
    (by, now): (Option<PersonId>, Moment),
) -> Result<TrainingCreditId, Problem> {
    Ok(diesel::insert_into(training_credits::table)
        .values((
            training_credits::enrolment_id.eq(enrolment),
            training_credits::year.eq(new.quarter.year()),
            training_credits::quarter.eq(new.quarter.number()),
            training_credits::done_on.eq(new.done_on),
            training_credits::minutes.eq(new.minutes),
            training_credits::about.eq(&new.about),
            training_credits::credited_at.eq(now),
            training_credits::credited_by.eq(by),
        ))
        .returning(training_credits::id)
        .get_result(w.conn())?)
}

/// Takes a credit back; `false` when that was done before.
pub fn revoke(
    w: &mut Write,
    id: TrainingCreditId,
    reason: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<bool, Problem> {
    let holding = training_credits::table
        .filter(training_credits::id.eq(id))
        .filter(training_credits::revoked_at.is_null());
    let changed = diesel::update(holding)
        .set((
            training_credits::revoked_at.eq(now),
            training_credits::revoked_by.eq(by),
            training_credits::revocation_reason.eq(reason),
        ))
        .execute(w.conn())?;
    Ok(changed > 0)
}
