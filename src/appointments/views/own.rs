//! Consultations as a trainee has them: one's own, those that are free, asking for another time, and what was.

mod ask;

use super::{When, field_of, others, samples};
use crate::appointments::actions::{FIELD, Free, Own, OwnBooking};
use crate::appointments::store::requests::RequestRow;
use crate::attendance::views::{Telling, mode_key};
use crate::kernel::{
    AppointmentBookingId, AppointmentRequestId, AppointmentSlotId, EditionId, Fault, PersonName, Problem,
    dates,
};
use crate::web::{Choice, Field, Form, Title, View, paths};
use ask::AskForm;
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct OwnPage {
    schedule_url: &'static str,
    summary: Vec<Field>,
    ahead: Vec<OwnCard>,
    free: Vec<FreeCard>,
    requests: Vec<RequestLine>,
    ask: Vec<AskForm>,
    history: Vec<HistoryLine>,
    history_count: usize,
}

#[derive(Debug, Serialize)]
struct OwnCard {
    when: When,
    edition: String,
    consultant: Option<String>,
    topic: Option<String>,
    mode_key: &'static str,
    place: Option<String>,
    link: Option<String>,
    question: Option<String>,
    cancel_by: String,
    city: &'static str,
    /// The same where the reader is, when that differs.
    cancel_by_own: Option<String>,
    can_change: bool,
    swap: Field,
    others: Vec<Choice>,
    swap_url: String,
    cancel_url: String,
}

#[derive(Debug, Serialize)]
struct FreeCard {
    when: When,
    edition: String,
    consultant: Option<String>,
    topic: Option<String>,
    mode_key: &'static str,
    place: Option<String>,
    /// How many places are left, where it is for several people.
    left: i64,
    capacity: i32,
    group: bool,
    question: Field,
    open: bool,
    url: String,
}

#[derive(Debug, Serialize)]
struct RequestLine {
    when: When,
    edition: String,
    consultant: Option<String>,
    question: String,
    waits: bool,
    confirmed: bool,
    declined: Option<String>,
    take_back_url: String,
}

#[derive(Debug, Serialize)]
struct HistoryLine {
    when: When,
    consultant: Option<String>,
    topic: Option<String>,
    question: Option<String>,
    came: bool,
    missed: bool,
    ended: bool,
    reason: Option<String>,
    note: Option<String>,
}

/// What a form of the page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Booking a slot.
    Slot(AppointmentSlotId),
    /// Swapping or cancelling a booking.
    Booking(AppointmentBookingId),
    /// Taking a request back.
    Request(AppointmentRequestId),
    /// Asking for a consultation in an edition.
    Edition(EditionId),
}

/// What was typed into a form of the page, and what is wrong with it.
pub type Typed<'a> = Option<(About, &'a Form, &'a Problem)>;

fn of<'a>(typed: Typed<'a>, about: About) -> Option<(&'a Form, &'a Problem)> {
    typed.filter(|(one, ..)| *one == about).map(|(_, form, problem)| (form, problem))
}

impl OwnPage {
    /// The page; with what was typed, when that could not be.
    pub fn new(own: &Own, typed: Typed<'_>, telling: Telling<'_>) -> OwnPage {
        let several = own.editions.len() > 1;
        let mut page = OwnPage {
            schedule_url: paths::SCHEDULE,
            summary: Vec::new(),
            ahead: own.ahead.iter().map(|one| OwnCard::new(one, own, typed, telling)).collect(),
            free: own.free.iter().map(|one| FreeCard::new(one, typed, telling)).collect(),
            requests: own.requests.iter().map(|one| RequestLine::new(one, own, telling)).collect(),
            ask: own.editions.iter().map(|one| AskForm::new(one, several, typed, telling)).collect(),
            history: own.history.iter().map(|one| HistoryLine::new(one, telling)).collect(),
            history_count: own.history.len(),
        };
        page.summary = page.faulty(typed);
        page
    }

    /// The fields at fault; what belongs to a form that is gone stands at the head of the page.
    fn faulty(&self, typed: Typed<'_>) -> Vec<Field> {
        let Some((.., problem)) = typed else { return Vec::new() };
        let mut fields: Vec<Field> = self.ahead.iter().map(|one| one.swap.clone()).collect();
        fields.extend(self.free.iter().map(|one| one.question.clone()));
        for form in &self.ask {
            let of_form =
                [&form.trainer, &form.held_on, &form.starts, &form.minutes, &form.mode, &form.question];
            fields.extend(of_form.map(Clone::clone));
        }
        fields.retain(|field| !field.faults.is_empty());
        if fields.is_empty() {
            let faults = problem.faults.clone();
            fields.push(Field { id: "appointments".to_owned(), faults, ..Field::default() });
        }
        fields
    }
}

fn named(name: Option<&PersonName>) -> Option<String> {
    name.map(PersonName::full)
}

impl OwnCard {
    fn new(one: &OwnBooking, own: &Own, typed: Typed<'_>, telling: Telling<'_>) -> OwnCard {
        let (slot, reader, language) = (&one.slot, telling.reader, telling.reader.language);
        let elsewhere = one.cancel_by.local(slot.time_zone) != one.cancel_by.local(reader.zone);
        let mine = of(typed, About::Booking(one.row.id));
        let mut swap = field_of("slot", one.row.id, mine);
        if let Some((_, problem)) = mine {
            swap.faults.extend(others(problem, &["slot"]));
        }
        let free = own.free.iter().filter(|other| other.offered.slot.edition == slot.edition);
        let choice = |other: &Free| {
            let when = When::of_slot(&other.offered.slot, telling.reader).line();
            let who = other.consultant.as_ref().map(PersonName::surname_and_initials).unwrap_or_default();
            Choice::new(other.offered.slot.id, format!("{when}, {who}"), &swap.value)
        };
        OwnCard {
            when: When::of_slot(slot, telling.reader),
            edition: one.edition.clone(),
            consultant: named(one.consultant.as_ref()),
            topic: slot.topic.clone(),
            mode_key: mode_key(slot.mode),
            place: slot.place.clone(),
            link: slot.link.clone(),
            question: one.row.question.clone(),
            cancel_by: dates::day_and_time(language, one.cancel_by, slot.time_zone),
            city: dates::zone_city(language, slot.time_zone),
            cancel_by_own: elsewhere.then(|| dates::day_and_time(language, one.cancel_by, reader.zone)),
            can_change: one.can_change,
            others: free.map(choice).collect(),
            swap_url: paths::appointment_booking_swap(one.row.id),
            cancel_url: paths::appointment_booking_cancellation(one.row.id),
            swap,
        }
    }
}

impl FreeCard {
    fn new(one: &Free, typed: Typed<'_>, telling: Telling<'_>) -> FreeCard {
        let slot = &one.offered.slot;
        let mine = of(typed, About::Slot(slot.id));
        let mut question = field_of("question", slot.id, mine);
        if let Some((_, problem)) = mine {
            question.faults.extend(others(problem, &["question"]));
        }
        FreeCard {
            when: When::of_slot(slot, telling.reader),
            edition: one.offered.edition.clone(),
            consultant: named(one.consultant.as_ref()),
            topic: slot.topic.clone(),
            mode_key: mode_key(slot.mode),
            place: slot.place.clone(),
            left: one.left,
            capacity: slot.capacity,
            group: slot.capacity > 1,
            open: mine.is_some(),
            question,
            url: paths::appointment_bookings(slot.id),
        }
    }
}

impl RequestLine {
    fn new((row, edition): &(RequestRow, String), own: &Own, telling: Telling<'_>) -> RequestLine {
        let wall = (row.held_on, row.starts_local, row.ends_local);
        RequestLine {
            when: When::new(wall, (row.starts_at, row.ends_at), row.time_zone, telling.reader),
            edition: edition.clone(),
            consultant: named(own.names.get(&row.consultant)),
            question: row.question.clone(),
            waits: row.waits(),
            confirmed: row.slot.is_some(),
            declined: row.answer_reason.clone(),
            take_back_url: paths::appointment_request_withdrawal(row.id),
        }
    }
}

impl HistoryLine {
    fn new(one: &OwnBooking, telling: Telling<'_>) -> HistoryLine {
        HistoryLine {
            when: When::of_slot(&one.slot, telling.reader),
            consultant: named(one.consultant.as_ref()),
            topic: one.slot.topic.clone(),
            question: one.row.question.clone(),
            came: one.came == Some(true),
            missed: one.came == Some(false),
            ended: one.row.ended_at.is_some(),
            reason: one.row.end_reason.clone(),
            note: one.note.clone(),
        }
    }
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "pages/appointments/own";

    fn title(&self) -> Title {
        Title::key("appointments-own-title")
    }

    fn samples() -> Vec<OwnPage> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let mut pages: Vec<OwnPage> =
            samples::owns().iter().map(|own| OwnPage::new(own, None, telling)).collect();
        let form = Form::of(&[("question", "Как написать отчёт?"), ("minutes", "5")]);
        let full = Problem::invalid(vec![Fault::new(FIELD, "appointments-full")]);
        let wrong = samples::ask_mistakes();
        let tries = [
            (About::Slot(AppointmentSlotId(2)), &full),
            (About::Slot(AppointmentSlotId(99)), &full),
            (About::Booking(AppointmentBookingId(1)), &full),
            (About::Edition(EditionId(2)), &wrong),
        ];
        for (about, problem) in tries {
            let owns = samples::owns();
            pages.extend(owns.first().map(|own| OwnPage::new(own, Some((about, &form, problem)), telling)));
        }
        pages
    }
}
