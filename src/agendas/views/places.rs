//! Where a session leads beyond its room: a visit, and a shift away from home.

use super::days;
use crate::agendas::actions::{Going, Programme};
use crate::agendas::rules::Shift;
use crate::agendas::store::visits::{Report, VisitRow};
use crate::kernel::{PersonName, dates};
use crate::web::Reader;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(super) struct VisitPart {
    host: String,
    address: String,
    contact: Option<String>,
    phone: Option<String>,
    bring: Option<String>,
    report: Option<ReportPart>,
    people: Vec<PersonLine>,
    people_count: usize,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReportPart {
    text: String,
    at: String,
    by: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct PersonLine {
    name: String,
    came_key: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ShiftPart {
    period: String,
    place: String,
    lodging: Option<String>,
    meals: Option<String>,
}

impl VisitPart {
    pub(super) fn new(row: &VisitRow, programme: &Programme, reader: &Reader) -> VisitPart {
        let (visit, zone) = (&row.visit, programme.session.time_zone);
        let report = |one: &Report| ReportPart {
            text: one.text.clone(),
            at: dates::date_and_time(reader.language, one.at, zone),
            by: one.by.as_ref().map(PersonName::surname_and_initials),
        };
        VisitPart {
            host: visit.host.clone(),
            address: visit.address.clone(),
            contact: visit.contact.clone(),
            phone: visit.phone.clone(),
            bring: visit.bring.clone(),
            report: row.report.as_ref().map(report),
            people: programme.people.iter().map(PersonLine::new).collect(),
            people_count: programme.people.len(),
        }
    }
}

impl PersonLine {
    fn new(one: &Going) -> PersonLine {
        let key = |came| if came { "agendas-visit-came" } else { "agendas-visit-missed" };
        PersonLine { name: one.name.full(), came_key: one.came.map(key) }
    }
}

impl ShiftPart {
    pub(super) fn new(shift: &Shift, reader: &Reader) -> ShiftPart {
        ShiftPart {
            period: days(shift, reader),
            place: shift.place.clone(),
            lodging: shift.lodging.clone(),
            meals: shift.meals.clone(),
        }
    }
}
