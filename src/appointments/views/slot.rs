//! One consultation for the trainers of its edition: who comes with which question, who came, and what came out of it.

use super::{Crumb, When, field_of, others, samples};
use crate::appointments::actions::{Seat, SlotView};
use crate::appointments::store::changes::ChangeRow;
use crate::appointments::store::outcomes::Seen;
use crate::attendance::views::{Telling, mode_key};
use crate::kernel::{AppointmentBookingId, Fault, PersonName, Problem, dates};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct SlotPage {
    crumbs: Vec<Crumb>,
    when: When,
    consultant: Option<String>,
    topic: Option<String>,
    mode_key: &'static str,
    place: Option<String>,
    link: Option<String>,
    capacity: i32,
    taken: usize,
    activity: Option<String>,
    minutes: i32,
    withdrawn: Option<String>,
    begun: bool,
    summary: Vec<Field>,
    people: Vec<Person>,
    ended: Vec<Ended>,
    marks_url: String,
    withdraw_url: String,
    reason: Field,
    can_withdraw: bool,
    desk_url: String,
    /// Where it is changed, while it may be.
    edit_url: Option<String>,
    changes: Vec<Was>,
}

/// What it was before a change.
#[derive(Debug, Serialize)]
struct Was {
    when: String,
    place: Option<String>,
    link: Option<String>,
    topic: Option<String>,
    capacity: i32,
    at: String,
    by: Option<String>,
}

#[derive(Debug, Serialize)]
struct Person {
    name: String,
    question: Option<String>,
    since: String,
    came: Field,
    choices: Vec<Choice>,
    note: Field,
    shown: Field,
    is_shown: bool,
    seen: Field,
}

#[derive(Debug, Serialize)]
struct Ended {
    name: String,
    since: String,
    until: String,
    reason: Option<String>,
}

/// What was typed into a form of the page, and what is wrong with it.
type Typed<'a> = Option<(&'a Form, &'a Problem)>;

/// The longest note that a trainer writes.
pub const LONGEST_NOTE: usize = 2000;

impl SlotPage {
    /// The page; with what was typed, when that could not be.
    pub fn new(view: &SlotView, typed: Typed<'_>, telling: Telling<'_>) -> SlotPage {
        let (slot, edition) = (&view.entry.slot, &view.edition);
        let (language, begun) = (telling.reader.language, slot.starts_at <= telling.reader.now);
        let withdrawn = slot.withdrawn_at.and(slot.withdrawal_reason.clone());
        let reason = field_of("reason", slot.id, typed.filter(|(form, _)| form.ticked("reason")));
        let open = !begun && withdrawn.is_none() && edition.closed_at.is_none();
        let mut page = SlotPage {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                Crumb {
                    label: telling.say("appointments-desk-title"),
                    url: paths::edition_appointments(edition.id),
                },
            ],
            when: When::of_slot(slot, telling.reader),
            consultant: view.entry.consultant.as_ref().map(PersonName::full),
            topic: slot.topic.clone(),
            mode_key: mode_key(slot.mode),
            place: slot.place.clone(),
            link: slot.link.clone(),
            capacity: slot.capacity,
            taken: view.entry.standing.len(),
            activity: view.activity.as_ref().map(|title| title.for_reader(language).to_owned()),
            minutes: slot.minutes.map_or(0, |minutes| minutes.0),
            begun,
            summary: Vec::new(),
            people: view.entry.standing.iter().map(|seat| Person::new(seat, view, typed, telling)).collect(),
            ended: view.entry.ended.iter().map(|seat| Ended::new(seat, view, telling)).collect(),
            marks_url: paths::appointment_marks(slot.id),
            withdraw_url: paths::appointment_withdrawal(slot.id),
            reason,
            can_withdraw: open,
            edit_url: open.then(|| paths::edit_appointment(slot.id)),
            changes: view.changes.iter().map(|one| Was::new(one, view, telling)).collect(),
            withdrawn,
            desk_url: paths::edition_appointments(edition.id),
        };
        page.summary = page.faulty(typed);
        page
    }

    fn faulty(&self, typed: Typed<'_>) -> Vec<Field> {
        let Some((_, problem)) = typed else { return Vec::new() };
        let of_people = self.people.iter().flat_map(|one| [one.came.clone(), one.note.clone()]);
        let mut fields: Vec<Field> = of_people.chain([self.reason.clone()]).collect();
        fields.retain(|field| !field.faults.is_empty());
        // Somebody's booking has ended: their card is gone, and what is wrong with it is said of the form.
        let of_form: Vec<Fault> =
            problem.faults.iter().filter(|fault| fault.field == "marks").cloned().collect();
        if fields.is_empty() || !of_form.is_empty() {
            let faults = if of_form.is_empty() { others(problem, &[]) } else { of_form };
            fields.push(Field { id: "appointment".to_owned(), faults, ..Field::default() });
        }
        fields
    }
}

/// The name of a field of one booking.
fn name_of(what: &str, booking: AppointmentBookingId) -> String {
    format!("{what}-{booking}")
}

impl Person {
    fn new(seat: &Seat, view: &SlotView, typed: Typed<'_>, telling: Telling<'_>) -> Person {
        let row = &seat.booked.row;
        let typed = typed.filter(|(form, _)| form.ticked("marks"));
        let field = |what: &str, known: &str| match typed {
            Some((form, problem)) => Field::typed(&name_of(what, row.id), form, problem),
            None => Field::filled(&name_of(what, row.id), known),
        };
        let came = field("came", seat.came.map(came_word).unwrap_or_default());
        let choice = |came_: bool, key: &str| Choice::new(came_word(came_), telling.say(key), &came.value);
        let choices = vec![choice(true, "appointments-came"), choice(false, "appointments-missed")];
        let shown = field("shown", "");
        let note = field("note", seat.note.as_ref().map(|note| note.words.as_str()).unwrap_or_default());
        let seen_name = name_of("seen", row.id);
        let seen = match typed {
            Some((form, _)) if form.ticked(&seen_name) => {
                // What somebody else has written was seen where it was shown, beside what was typed.
                let before = Seen::parse(form.raw(&seen_name));
                let mark = if came.faults.is_empty() { before.mark } else { seat.seen.mark };
                let note = if note.faults.is_empty() { before.note } else { seat.seen.note };
                Seen { mark, note }
            }
            _ => seat.seen,
        };
        Person {
            name: seat.booked.name.full(),
            question: row.question.clone(),
            since: dates::day_and_time(telling.reader.language, row.booked_at, view.edition.time_zone),
            note,
            seen: Field::filled(&seen_name, seen.to_string()),
            is_shown: match typed {
                Some((form, _)) => form.ticked(&shown.name),
                None => seat.note.as_ref().is_some_and(|note| note.shown),
            },
            came,
            choices,
            shown,
        }
    }
}

fn came_word(came: bool) -> &'static str {
    if came { "came" } else { "missed" }
}

impl Was {
    fn new((row, by): &(ChangeRow, Option<PersonName>), view: &SlotView, telling: Telling<'_>) -> Was {
        let language = telling.reader.language;
        let hours = format!("{}–{}", dates::time(row.starts_local), dates::time(row.ends_local));
        Was {
            when: format!("{}, {hours}", dates::day(language, row.held_on)),
            place: row.place.clone(),
            link: row.link.clone(),
            topic: row.topic.clone(),
            capacity: row.capacity,
            at: dates::day_and_time(language, row.changed_at, view.edition.time_zone),
            by: by.as_ref().map(PersonName::surname_and_initials),
        }
    }
}

impl Ended {
    fn new(seat: &Seat, view: &SlotView, telling: Telling<'_>) -> Ended {
        let row = &seat.booked.row;
        let said = |at| dates::day_and_time(telling.reader.language, at, view.edition.time_zone);
        Ended {
            name: seat.booked.name.full(),
            since: said(row.booked_at),
            until: row.ended_at.map(said).unwrap_or_default(),
            reason: row.end_reason.clone(),
        }
    }
}

impl View for SlotPage {
    const TEMPLATE: &'static str = "pages/appointments/slot";

    fn title(&self) -> Title {
        Title::key("appointments-slot-title")
    }

    fn samples() -> Vec<SlotPage> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let views = samples::slots();
        let mut pages: Vec<SlotPage> = views.iter().map(|view| SlotPage::new(view, None, telling)).collect();
        let problem = samples::mistakes();
        for form in [Form::of(&[("reason", "")]), Form::of(&[("marks", "on"), ("note-1", "Договорились")])]
        {
            pages.extend(views.first().map(|view| SlotPage::new(view, Some((&form, &problem)), telling)));
        }
        pages
    }
}
