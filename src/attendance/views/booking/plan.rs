//! The form by which a whole timetable is laid out.

use super::{About, crumbs, trainers};
use crate::attendance::actions::Setting;
use crate::attendance::views::Telling;
use crate::attendance::views::timetable::Crumb;
use crate::holidays::rules::Unknown;
use crate::holidays::views::UnknownLine;
use crate::kernel::Problem;
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The form by which a whole timetable is laid out.
#[derive(Debug, Serialize)]
pub struct PlanForm {
    crumbs: Vec<Crumb>,
    about: About,
    action_url: String,
    unscheduled: usize,
    unknown: Vec<UnknownLine>,
    weekday: Field,
    weekdays: Vec<Choice>,
    from: Field,
    starts: Field,
    ends: Field,
    place: Field,
    link: Field,
    trainer: Field,
    trainers: Vec<Choice>,
    fields: Vec<Field>,
}

/// The days of the week in the order of the form, with the names of their messages.
pub const WEEKDAYS: [(&str, &str); 7] = [
    ("mon", "attendance-weekday-mon"),
    ("tue", "attendance-weekday-tue"),
    ("wed", "attendance-weekday-wed"),
    ("thu", "attendance-weekday-thu"),
    ("fri", "attendance-weekday-fri"),
    ("sat", "attendance-weekday-sat"),
    ("sun", "attendance-weekday-sun"),
];

impl PlanForm {
    /// The form with the first day it can begin on.
    pub fn new(setting: &Setting, telling: Telling<'_>) -> PlanForm {
        let today = telling.reader.now.date_in(setting.edition.time_zone);
        let from = setting.edition.starts_on.max(today).to_string();
        let form = Form::of(&[("from", &from), ("starts", "10:00"), ("ends", "13:10")]);
        PlanForm::typed(setting, (&form, &Problem::invalid(Vec::new())), telling)
    }

    /// The form as it was typed, with its faults.
    pub fn typed(setting: &Setting, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> PlanForm {
        let field = |name| Field::typed(name, form, problem);
        let weekdays = WEEKDAYS.iter().map(|(value, key)| Choice {
            value: (*value).to_owned(),
            label: telling.say(key),
            selected: form.all("weekday").iter().any(|chosen| chosen == value),
        });
        PlanForm {
            crumbs: crumbs(setting, telling),
            about: About::new(setting, telling),
            action_url: paths::session_plans(setting.edition.id),
            unscheduled: setting.unscheduled,
            unknown: Vec::new(),
            weekday: field("weekday"),
            weekdays: weekdays.collect(),
            from: field("from"),
            starts: field("starts"),
            ends: field("ends"),
            place: field("place"),
            link: field("link"),
            trainer: field("trainer"),
            trainers: trainers(setting, form),
            fields: ["weekday", "from", "starts", "ends", "place", "link", "trainer"].map(field).into(),
        }
    }

    /// The same form with what is not known yet of the days off of the edition's term.
    pub fn without(self, unknown: &[Unknown]) -> PlanForm {
        PlanForm { unknown: UnknownLine::all(unknown), ..self }
    }
}

impl View for PlanForm {
    const TEMPLATE: &'static str = "pages/attendance/plan_form";

    fn title(&self) -> Title {
        Title::key("attendance-plan-title")
    }

    fn samples() -> Vec<PlanForm> {
        let choice = || Choice::new("tue", "вторник", "tue");
        let plan = |unscheduled, fields| PlanForm {
            crumbs: Vec::new(),
            about: About::sample(),
            action_url: paths::EDITIONS.into(),
            unscheduled,
            unknown: UnknownLine::samples(),
            weekday: Field::empty("weekday"),
            weekdays: vec![choice()],
            from: Field::filled("from", "2026-09-01"),
            starts: Field::filled("starts", "10:00"),
            ends: Field::filled("ends", "13:10"),
            place: Field::empty("place"),
            link: Field::empty("link"),
            trainer: Field::empty("trainer"),
            trainers: vec![choice()],
            fields,
        };
        let unfit = crate::kernel::Fault::new("from", "plan-does-not-fit").with("placed", 3).with("of", 17);
        let wrong = vec![Field { faults: vec![unfit], ..Field::empty("from") }];
        vec![plan(17, Vec::new()), plan(17, wrong), plan(0, Vec::new())]
    }
}
