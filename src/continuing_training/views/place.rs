//! How one person stands: the state with its reasons, the first hours, the quarters, and what is done about them.

use super::forms::{
    CreditForm, CreditLine, StartForm, Typed, Which, by, credit_form, credit_line, start_form, wrong,
};
use super::{Cell, Crumb, Said, cell, initial_said, reasons, rule_lines, samples};
use crate::continuing_training::actions::Place;
use crate::continuing_training::rules::OfQuarter;
use crate::continuing_training::store::people::Gathering;
use crate::kernel::{ActivityId, Minutes, dates};
use crate::web::{Field, Form, Reader, Title, View, paths};
use chrono::NaiveDate;
use serde::Serialize;

/// How many sessions ahead are named.
const AHEAD: usize = 3;

/// The page.
#[derive(Debug, Serialize)]
pub struct PlacePage {
    crumbs: Vec<Crumb>,
    own: bool,
    whose: String,
    wrong: Vec<Field>,
    asks: bool,
    rule: Vec<Said>,
    left: Option<String>,
    needs: bool,
    reasons: Vec<Said>,
    initial: Option<Said>,
    initial_complete: bool,
    percent: i32,
    quarterly: bool,
    quarters: Vec<Cell>,
    starts_on: String,
    start_set: Option<Said>,
    ahead: Vec<Ahead>,
    start_form: Option<StartForm>,
    credit_form: Option<CreditForm>,
    credits: Vec<CreditLine>,
    visits: Vec<VisitLine>,
}

#[derive(Debug, Serialize)]
struct Ahead {
    title: String,
    at: String,
    city: &'static str,
    place: Option<String>,
}

#[derive(Debug, Serialize)]
struct VisitLine {
    title: String,
    on: String,
    minutes: i32,
    where_key: &'static str,
}

impl PlacePage {
    /// The page; with what was typed, when that could not be.
    pub fn new(place: &Place, typed: Option<Typed<'_>>, reader: &Reader) -> PlacePage {
        let (mentor, language) = (&place.mentor, reader.language);
        let standing = &mentor.standing;
        let start_form = place.may_start.then(|| start_form(place, typed));
        let credit_form = credit_form(place, typed, reader);
        let credits: Vec<CreditLine> =
            mentor.credits.iter().map(|row| credit_line(row, place, typed, reader)).collect();
        let percent = standing.initial.map_or(0, |initial| initial.have.0 * 100 / initial.needed.0.max(1));
        let left = mentor.row.withdrawn_at.map(|at| at.date_in(place.edition.time_zone));
        PlacePage {
            crumbs: crumbs(place),
            own: place.own,
            whose: if place.own { place.edition.title.clone() } else { mentor.row.name.full() },
            wrong: wrong(start_form.as_ref(), credit_form.as_ref(), &credits),
            asks: !place.rule.asks_nothing(),
            rule: rule_lines(&place.rule, language),
            left: left.map(|on| dates::date(language, on)),
            needs: standing.needs_training(),
            reasons: reasons(standing, language),
            initial: standing.initial.map(|initial| initial_said(initial, language)),
            initial_complete: standing.initial.is_some_and(|initial| initial.is_complete()),
            percent: percent.min(100),
            quarterly: place.rule.quarterly,
            quarters: standing.quarters.iter().rev().map(|one| quarter_line(one, place, reader)).collect(),
            starts_on: dates::date(language, mentor.starts_on),
            start_set: mentor
                .start
                .map(|start| by("training-start-set", place, start.set_by, start.set_at, reader)),
            ahead: ahead(place, reader),
            start_form,
            credit_form,
            credits,
            visits: attended(place, reader),
        }
    }
}

fn crumbs(place: &Place) -> Vec<Crumb> {
    let edition = place.edition.title.clone();
    if place.own {
        return vec![Crumb { label: Some(edition), url: paths::course(place.mentor.row.enrolment) }];
    }
    vec![
        Crumb { label: Some(edition), url: paths::edition(place.edition.id) },
        Crumb { label: None, url: paths::edition_training(place.edition.id) },
    ]
}

fn quarter_line(one: &OfQuarter, place: &Place, reader: &Reader) -> Cell {
    cell(one.quarter, Some(one), place.gathered(one.quarter), reader.language)
}

fn ahead(place: &Place, reader: &Reader) -> Vec<Ahead> {
    let zone = place.edition.time_zone;
    let line = |one: &Gathering| Ahead {
        title: one.title.for_reader(reader.language).to_owned(),
        at: dates::day_and_time(reader.language, one.starts_at, zone),
        city: dates::zone_city(reader.language, zone),
        place: one.place.clone(),
    };
    let still = |one: &&Gathering| one.starts_at > reader.now;
    place.gatherings.iter().filter(still).take(AHEAD).map(line).collect()
}

/// What counts as time in person and what does not, the newest first: sessions, and what made up for missed ones.
fn attended(place: &Place, reader: &Reader) -> Vec<VisitLine> {
    let line =
        |(on, activity, minutes, where_key): (NaiveDate, Option<ActivityId>, Minutes, &'static str)| {
            let title = activity.and_then(|activity| place.titles.get(&activity));
            VisitLine {
                title: title.map(|title| title.for_reader(reader.language).to_owned()).unwrap_or_default(),
                on: dates::date(reader.language, on),
                minutes: minutes.0,
                where_key,
            }
        };
    let visits = place.mentor.visits.iter().map(|one| {
        let key = match (one.in_person, one.elsewhere) {
            (true, false) => "training-in-person",
            (false, false) => "training-online",
            (true, true) => "training-in-person-elsewhere",
            (false, true) => "training-online-elsewhere",
        };
        (one.on, Some(one.activity), one.minutes, key)
    });
    let made_up = place.mentor.made_up.iter().map(|one| {
        let key = if one.in_person { "training-made-up-in-person" } else { "training-made-up-apart" };
        (one.on, one.activity, one.credited, key)
    });
    let mut all: Vec<_> = visits.chain(made_up).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.0));
    all.into_iter().map(line).collect()
}

impl View for PlacePage {
    const TEMPLATE: &'static str = "pages/continuing_training/place";

    fn title(&self) -> Title {
        Title::key("training-own-title")
    }

    fn samples() -> Vec<PlacePage> {
        let (reader, place) = (samples::reader(), samples::place());
        let own = Place { own: true, may_credit: false, may_start: false, ..place.clone() };
        let bare = samples::bare_place();
        let form =
            Form::of(&[("quarter", "2026-2"), ("done_on", "2027-01-01"), ("minutes", ""), ("starts_on", "")]);
        let problem = samples::problem();
        let typed = |which| Some(Typed { which, form: &form, problem: &problem });
        let mut pages = vec![
            PlacePage::new(&place, None, &reader),
            PlacePage::new(&own, None, &reader),
            PlacePage::new(&bare, None, &reader),
            PlacePage::new(&place, typed(Which::Credit), &reader),
            PlacePage::new(&place, typed(Which::Start), &reader),
        ];
        let credit = place.mentor.credits.first().map(|row| Which::Revocation(row.id));
        pages.extend(credit.map(|which| PlacePage::new(&place, typed(which), &reader)));
        pages
    }
}
