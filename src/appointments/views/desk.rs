//! The consultations of an edition for its trainers: what waits for an answer, what is ahead, what was.

use super::{Crumb, When, field_of, others, samples};
use crate::appointments::actions::{Desk, Entry};
use crate::appointments::rules::booking::MOST_CANCEL_HOURS;
use crate::appointments::store::requests::RequestRow;
use crate::attendance::rules::SessionMode;
use crate::attendance::views::{Telling, mode_key};
use crate::kernel::{AppointmentRequestId, PersonId, PersonName, Problem};
use crate::web::{Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct DeskPage {
    crumbs: Vec<Crumb>,
    closed: bool,
    new_url: String,
    tabs: Vec<Tab>,
    summary: Vec<Field>,
    requests: Vec<RequestCard>,
    ahead: Vec<Line>,
    past: Vec<Line>,
    past_count: usize,
    limit: Field,
    limit_url: String,
    most_hours: i32,
}

#[derive(Debug, Serialize)]
struct Tab {
    label_key: &'static str,
    url: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct RequestCard {
    id: i64,
    name: String,
    consultant: String,
    when: When,
    mode_key: &'static str,
    question: String,
    /// Where it is to be held: the room or the link.
    at: Field,
    in_person: bool,
    reason: Field,
    confirm_url: String,
    decline_url: String,
    open: bool,
}

#[derive(Debug, Serialize)]
struct Line {
    url: String,
    when: When,
    consultant: Option<String>,
    topic: Option<String>,
    at: String,
    taken: usize,
    capacity: i32,
    people: Vec<String>,
    withdrawn: Option<String>,
    /// How many came, once somebody has said so.
    came: Option<usize>,
    /// Whether somebody is still to say who came.
    unmarked: bool,
}

/// What was typed into a form of the page, and what is wrong with it; of which request, where it was one.
pub type Typed<'a> = Option<(Option<AppointmentRequestId>, &'a Form, &'a Problem)>;

impl DeskPage {
    /// The page: everything, or one consultant's alone; with what was typed, when that could not be.
    pub fn new(desk: &Desk, whose: Option<PersonId>, typed: Typed<'_>, telling: Telling<'_>) -> DeskPage {
        let (edition, now) = (&desk.setting.edition, telling.reader.now);
        let mine = |entry: &&Entry| whose.is_none_or(|person| entry.slot.consultant == person);
        let (past, ahead): (Vec<&Entry>, Vec<&Entry>) =
            desk.entries.iter().filter(mine).partition(|entry| entry.slot.ends_at <= now);
        let lines =
            |these: &[&Entry]| these.iter().map(|entry| Line::new(entry, telling)).collect::<Vec<_>>();
        let mut past_lines = lines(&past);
        past_lines.reverse();
        let asked = desk.requests.iter().filter(|(row, _)| whose.is_none_or(|one| row.consultant == one));
        let tab = |label_key, url, current| Tab { label_key, url, current };
        let of_limit = typed.filter(|(request, ..)| request.is_none());
        let limit = match of_limit {
            Some((_, form, problem)) => Field::typed("cancel_hours", form, problem),
            None => Field::filled("cancel_hours", desk.cancel_hours.to_string()),
        };
        let mut page = DeskPage {
            crumbs: vec![Crumb { label: edition.title.clone(), url: paths::edition(edition.id) }],
            closed: edition.closed_at.is_some(),
            new_url: paths::new_appointments(edition.id),
            tabs: vec![
                tab("appointments-all", paths::edition_appointments(edition.id), whose.is_none()),
                tab("appointments-mine", paths::own_edition_appointments(edition.id), whose.is_some()),
            ],
            summary: Vec::new(),
            requests: asked.map(|one| RequestCard::new(desk, one, typed, telling)).collect(),
            ahead: lines(&ahead),
            past_count: past_lines.len(),
            past: past_lines,
            limit,
            limit_url: paths::appointment_setting(edition.id),
            most_hours: MOST_CANCEL_HOURS,
        };
        page.summary = page.faulty(typed);
        page
    }

    fn faulty(&self, typed: Typed<'_>) -> Vec<Field> {
        let Some((_, _, problem)) = typed else { return Vec::new() };
        let of_requests = self.requests.iter().flat_map(|one| [one.at.clone(), one.reason.clone()]);
        let mut fields: Vec<Field> = of_requests.chain([self.limit.clone()]).collect();
        fields.retain(|field| !field.faults.is_empty());
        if fields.is_empty() {
            let faults = problem.faults.clone();
            fields.push(Field { id: "appointments".to_owned(), faults, ..Field::default() });
        }
        fields
    }
}

impl RequestCard {
    fn new(
        desk: &Desk,
        (row, name): &(RequestRow, PersonName),
        typed: Typed<'_>,
        telling: Telling<'_>,
    ) -> RequestCard {
        let own = typed.filter(|(request, ..)| *request == Some(row.id));
        let own = own.map(|(_, form, problem)| (form, problem));
        let in_person = row.mode == SessionMode::InPerson;
        let name_of_at = if in_person { "place" } else { "link" };
        let mut at = field_of(name_of_at, row.id, own);
        let reason = field_of("reason", row.id, own);
        if let Some((_, problem)) = own {
            // Whatever else is in the way is said where it is confirmed.
            at.faults.extend(others(problem, &[name_of_at, "reason"]));
        }
        let wall = (row.held_on, row.starts_local, row.ends_local);
        RequestCard {
            id: row.id.0,
            name: name.full(),
            consultant: desk
                .names
                .get(&row.consultant)
                .map(PersonName::surname_and_initials)
                .unwrap_or_default(),
            when: When::new(wall, (row.starts_at, row.ends_at), row.time_zone, telling.reader),
            mode_key: mode_key(row.mode),
            question: row.question.clone(),
            open: !reason.faults.is_empty(),
            at,
            in_person,
            reason,
            confirm_url: paths::appointment_request_confirmation(row.id),
            decline_url: paths::appointment_request_refusal(row.id),
        }
    }
}

impl Line {
    fn new(entry: &Entry, telling: Telling<'_>) -> Line {
        let slot = &entry.slot;
        let marked = entry.standing.iter().filter(|seat| seat.came.is_some()).count();
        let came = entry.standing.iter().filter(|seat| seat.came == Some(true)).count();
        let over = slot.ends_at <= telling.reader.now && slot.withdrawn_at.is_none();
        Line {
            url: paths::appointment(slot.id),
            when: When::of_slot(slot, telling.reader),
            consultant: entry.consultant.as_ref().map(PersonName::surname_and_initials),
            topic: slot.topic.clone(),
            at: slot.place.clone().unwrap_or_else(|| telling.say(mode_key(slot.mode))),
            taken: entry.standing.len(),
            capacity: slot.capacity,
            people: entry.standing.iter().map(|seat| seat.booked.name.full()).collect(),
            withdrawn: slot.withdrawn_at.and(slot.withdrawal_reason.clone()),
            came: (marked > 0).then_some(came),
            unmarked: over && marked < entry.standing.len(),
        }
    }
}

impl View for DeskPage {
    const TEMPLATE: &'static str = "pages/appointments/desk";

    fn title(&self) -> Title {
        Title::key("appointments-desk-title")
    }

    fn samples() -> Vec<DeskPage> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let mut pages: Vec<DeskPage> =
            samples::desks().iter().map(|desk| DeskPage::new(desk, None, None, telling)).collect();
        let form = Form::of(&[("place", ""), ("reason", ""), ("cancel_hours", "1000")]);
        let problem = samples::mistakes();
        for request in [Some(AppointmentRequestId(1)), None] {
            let typed = Some((request, &form, &problem));
            let whose = Some(PersonId(7));
            pages.extend(samples::desks().first().map(|desk| DeskPage::new(desk, whose, typed, telling)));
        }
        pages
    }
}
