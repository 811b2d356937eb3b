//! When the staff speak with a pair: some times in the first month, then every month or every few months. Source: MENTOR,
//! Elements of Effective Practice, standard 5. Pure.

use super::Asked;
use chrono::{Days, Months, NaiveDate};

/// The days of the first month.
const FIRST_DAYS: i64 = 30;

/// How a contact that is due was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// By its day.
    InTime(NaiveDate),
    /// After it.
    Late(NaiveDate),
    /// Not at all, and its day is over.
    Overdue,
    /// Not yet.
    Ahead,
}

/// A contact that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last day for it.
    pub on: NaiveDate,
    /// How it was kept.
    pub kept: Kept,
}

/// The contacts that are due from the first day of a pair until a day, those that were made among them, and the first one
/// to come. A contact settles what is overdue before it; else the one in whose time it falls. What is more than that
/// settles nothing ahead.
pub fn schedule(
    (starts_on, ends_on): (NaiveDate, NaiveDate),
    asked: &Asked,
    made: &[NaiveDate],
    today: NaiveDate,
) -> Vec<Due> {
    let days = due_days(starts_on, asked);
    let mut dues: Vec<Due> = Vec::new();
    for on in days.take_while(|day| *day <= ends_on) {
        dues.push(Due { on, kept: Kept::Ahead });
        if on >= today {
            break;
        }
    }
    let mut made: Vec<NaiveDate> = made.iter().copied().filter(|day| *day >= starts_on).collect();
    made.sort_unstable();
    for contact in made {
        settle(&mut dues, contact);
    }
    for due in &mut dues {
        if due.kept == Kept::Ahead && due.on < today {
            due.kept = Kept::Overdue;
        }
    }
    dues
}

/// The days, in their order.
fn due_days(starts_on: NaiveDate, asked: &Asked) -> impl Iterator<Item = NaiveDate> + use<> {
    let (first, months) = (i64::from(asked.first_contacts.max(1)), asked.contact_months.max(1));
    let early = (1..=first).filter_map(move |number| {
        let days = u64::try_from(FIRST_DAYS * number / first).ok()?;
        starts_on.checked_add_days(Days::new(days))
    });
    let later = (1..=120i32).filter_map(move |number| {
        let months = u32::try_from(1 + number * months).ok()?;
        starts_on.checked_add_months(Months::new(months))
    });
    early.chain(later)
}

fn settle(dues: &mut [Due], contact: NaiveDate) {
    let mut late = false;
    for due in dues.iter_mut().filter(|due| due.kept == Kept::Ahead && due.on < contact) {
        due.kept = Kept::Late(contact);
        late = true;
    }
    if late {
        return;
    }
    // The first whose day is not over: its time has begun where the one before is over.
    let now = dues.iter_mut().find(|due| due.on >= contact);
    if let Some(due) = now.filter(|due| due.kept == Kept::Ahead) {
        due.kept = Kept::InTime(contact);
    }
}

/// How many days before its planned end a pair is spoken of.
pub const END_NOTICE_DAYS: i64 = 14;

/// How near the planned end of a pair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// More than two weeks are left.
    Far,
    /// It ends within two weeks.
    Near,
    /// The day is over, and nobody has closed the pair.
    Over,
}

/// How near the end of a pair is that nobody has closed.
pub fn end(ends_on: NaiveDate, today: NaiveDate) -> End {
    match (ends_on - today).num_days() {
        left if left < 0 => End::Over,
        left if left <= END_NOTICE_DAYS => End::Near,
        _ => End::Far,
    }
}

/// The last day for which contacts are due with a pair that nobody has closed. While a child is met, the staff speak with the
/// pair: once the planned end is over, that goes on until the pair is closed.
pub fn last_day(ends_on: NaiveDate, today: NaiveDate) -> NaiveDate {
    if end(ends_on, today) == End::Over { NaiveDate::MAX } else { ends_on }
}

/// The next contact that is not over.
pub fn next(dues: &[Due]) -> Option<NaiveDate> {
    dues.iter().find(|due| due.kept == Kept::Ahead).map(|due| due.on)
}

/// The first contact that is overdue.
pub fn overdue(dues: &[Due]) -> Option<NaiveDate> {
    dues.iter().find(|due| due.kept == Kept::Overdue).map(|due| due.on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn told(made: &[&str], today: &str) -> Vec<(String, Kept)> {
        let made: Vec<NaiveDate> = made.iter().map(|day| date(day)).collect();
        let span = (date("2026-09-01"), date("2027-08-31"));
        let dues = schedule(span, &Asked::usual(), &made, date(today));
        dues.into_iter().map(|due| (due.on.to_string(), due.kept)).collect()
    }

    #[test]
    fn twice_in_the_first_month_and_monthly_after() {
        let days: Vec<String> = told(&[], "2026-12-15").into_iter().map(|(day, _)| day).collect();
        assert_eq!(days, ["2026-09-16", "2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01"]);
        assert_eq!(told(&[], "2026-09-01"), [("2026-09-16".to_owned(), Kept::Ahead)]);
        let over = told(&[], "2028-01-01");
        assert_eq!(over.last().unwrap().0, "2027-08-01", "nothing is due after the end");
    }

    #[test]
    fn a_contact_settles_what_is_overdue_and_nothing_ahead() {
        let kept =
            |made: &[&str]| told(made, "2026-10-05").into_iter().map(|(_, kept)| kept).collect::<Vec<_>>();
        assert_eq!(kept(&[]), [Kept::Overdue, Kept::Overdue, Kept::Ahead]);
        let late = Kept::Late(date("2026-09-20"));
        assert_eq!(kept(&["2026-09-20"]), [late, Kept::Overdue, Kept::Ahead]);
        let both = kept(&["2026-09-05", "2026-09-06"]);
        assert_eq!(both, [Kept::InTime(date("2026-09-05")), Kept::Overdue, Kept::Ahead]);
        let caught_up = Kept::Late(date("2026-10-03"));
        assert_eq!(kept(&["2026-10-03"]), [caught_up, caught_up, Kept::Ahead]);
        assert_eq!(kept(&["2026-08-31"]), [Kept::Overdue, Kept::Overdue, Kept::Ahead], "before the pair");
    }

    #[test]
    fn a_pair_that_nobody_has_closed_is_spoken_with_after_its_planned_end() {
        let ends_on = date("2027-08-31");
        let at = |today: &str| (end(ends_on, date(today)), last_day(ends_on, date(today)) > ends_on);
        assert_eq!(at("2027-08-16"), (End::Far, false));
        assert_eq!(at("2027-08-17"), (End::Near, false));
        assert_eq!(at("2027-08-31"), (End::Near, false));
        assert_eq!(at("2027-09-01"), (End::Over, true));
        let today = date("2027-10-15");
        let span = (date("2026-09-01"), last_day(ends_on, today));
        let dues = schedule(span, &Asked::usual(), &[date("2027-09-20")], today);
        assert_eq!(next(&dues), Some(date("2027-11-01")), "{dues:?}");
        assert_eq!(overdue(&dues), Some(date("2027-10-01")));
    }

    proptest! {
        #[test]
        fn one_contact_more_never_makes_anything_overdue(
            mut made in proptest::collection::vec(0..300u64, 0..10),
            more in 0..300u64,
            today in 0..330u64,
        ) {
            let starts = date("2026-09-01");
            let on = |days: &[u64]| days.iter().map(|day| starts + Days::new(*day)).collect::<Vec<_>>();
            let overdue = |made: &[u64]| -> Vec<NaiveDate> {
                let span = (starts, date("2027-08-31"));
                let dues = schedule(span, &Asked::usual(), &on(made), starts + Days::new(today));
                dues.iter().filter(|due| due.kept == Kept::Overdue).map(|due| due.on).collect()
            };
            let before = overdue(&made);
            made.push(more);
            let after = overdue(&made);
            prop_assert!(after.iter().all(|day| before.contains(day)), "{before:?} {after:?}");
        }
    }
}
