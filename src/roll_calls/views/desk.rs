//! What stands around a roll call: heads, guests, closing, late changes.

use super::Typed;
use crate::attendance::actions::{OnSheet, Sheet};
use crate::attendance::rules::SessionMode;
use crate::attendance::store::closings::{ClosingRow, LateChange};
use crate::attendance::views::Telling;
use crate::kernel::Word as _;
use crate::kernel::{Moment, PersonId, PersonName, dates};
use crate::roll_calls::actions::{Desk, SEEN};
use crate::roll_calls::rules::{self, GuestCategory, Guests};
use crate::roll_calls::store::HeadRow;
use crate::web::{Field, paths};
use serde::Serialize;

/// The part of the page.
#[derive(Debug, Serialize)]
pub struct DeskView {
    open: bool,
    summary: Vec<Field>,
    heads: Option<Heads>,
    guests: GuestsPart,
    closing: ClosingPart,
    late: Vec<Late>,
}

#[derive(Debug, Serialize)]
struct Heads {
    url: String,
    field: Field,
    last: Option<HeadLine>,
    in_room: Vec<String>,
    earlier: Vec<String>,
}

#[derive(Debug, Serialize)]
struct HeadLine {
    people: i32,
    marked: i32,
    guests: i32,
    fits: bool,
    more: Option<i32>,
    fewer: Option<i32>,
    when: String,
}

#[derive(Debug, Serialize)]
struct GuestsPart {
    url: String,
    /// The fingerprint of what is noted now; at fault when somebody noted it meanwhile.
    seen: Field,
    total: i32,
    noted: Vec<GuestLine>,
    categories: Vec<CategoryField>,
    others: Vec<OtherFields>,
    folded: bool,
}

#[derive(Debug, Serialize)]
struct GuestLine {
    label_key: Option<&'static str>,
    name: String,
    people: i32,
}

#[derive(Debug, Serialize)]
struct CategoryField {
    label_key: &'static str,
    field: Field,
}

#[derive(Debug, Serialize)]
struct OtherFields {
    name: Field,
    people: Field,
}

#[derive(Debug, Serialize)]
struct ClosingPart {
    close_url: String,
    reopen_url: String,
    closed: Option<String>,
    unmarked_then: i32,
    unmarked: Vec<Unmarked>,
    unmarked_count: usize,
    anyway: Field,
    may_reopen: bool,
    reason: Field,
    reopened: Vec<Reopened>,
}

#[derive(Debug, Serialize)]
struct Unmarked {
    name: String,
    url: String,
}

#[derive(Debug, Serialize)]
struct Reopened {
    closed: String,
    reopened: String,
    reason: String,
}

#[derive(Debug, Serialize)]
struct Late {
    name: String,
    old: Option<String>,
    new: String,
    reason: String,
    when: String,
}

/// What guests of a category are called, as a key.
pub fn category_key(category: GuestCategory) -> &'static str {
    match category {
        GuestCategory::Parents => "roll-calls-guests-parents",
        GuestCategory::Teachers => "roll-calls-guests-teachers",
        GuestCategory::Colleagues => "roll-calls-guests-colleagues",
        GuestCategory::Volunteers => "roll-calls-guests-volunteers",
        GuestCategory::Other => "roll-calls-guests-other",
    }
}

/// Who did something and when, in a line.
struct Chronicle<'a> {
    sheet: &'a Sheet,
    desk: &'a Desk,
    telling: Telling<'a>,
}

impl Chronicle<'_> {
    fn line(&self, at: Moment, by: Option<PersonId>) -> String {
        let at = dates::date_and_time(self.telling.reader.language, at, self.sheet.session.time_zone);
        let by = by.and_then(|id| self.desk.names.get(&id)).map(PersonName::surname_and_initials);
        by.map_or_else(|| at.clone(), |by| format!("{at}, {by}"))
    }

    fn heads(&self, row: &HeadRow) -> HeadLine {
        let difference = row.count.difference();
        HeadLine {
            people: row.count.people,
            marked: row.count.marked,
            guests: row.count.guests,
            fits: difference == 0,
            more: Some(difference).filter(|one| *one > 0),
            fewer: Some(-difference).filter(|one| *one > 0),
            when: self.line(row.at, row.by),
        }
    }

    fn late(&self, one: &LateChange) -> Late {
        let mixed = self.sheet.session.mode == SessionMode::Mixed;
        let person = self.sheet.people.iter().find(|other| other.person.enrolment == one.enrolment);
        Late {
            name: person.map(|one| one.person.name.full()).unwrap_or_default(),
            old: one.old.as_ref().map(|old| self.telling.mark(old, mixed)),
            new: self.telling.mark(&one.new, mixed),
            reason: one.reason.clone(),
            when: self.line(one.at, one.by),
        }
    }

    fn reopened(&self, row: &ClosingRow) -> Option<Reopened> {
        Some(Reopened {
            closed: self.line(row.closed_at, row.closed_by),
            reopened: self.line(row.reopened_at?, row.reopened_by),
            reason: row.reopening_reason.clone()?,
        })
    }
}

impl DeskView {
    /// How many groups of guests with names of their own fit on the form.
    pub const OTHERS: usize = 3;

    /// The field of a category of guests.
    pub fn category_field(category: GuestCategory) -> String {
        format!("guests-{}", category.as_str())
    }

    /// The fields of a group of guests with a name of its own, from 1: its name and its number.
    pub fn other_fields(place: usize) -> (String, String) {
        (format!("other-name-{place}"), format!("other-people-{place}"))
    }

    /// What stands around a sheet; with what was typed into one of its forms.
    pub fn new(sheet: &Sheet, desk: &Desk, typed: Typed<'_>, telling: Telling<'_>) -> DeskView {
        let chronicle = Chronicle { sheet, desk, telling };
        let guests = GuestsPart::new(sheet, desk, typed);
        let closing = ClosingPart::new(&chronicle, typed);
        let heads = sheet.session.mode.has_place().then(|| Heads::new(&chronicle, typed));
        let mut summary = guests.fields();
        summary.extend([closing.anyway.clone(), closing.reason.clone()]);
        summary.extend(heads.as_ref().map(|heads| heads.field.clone()));
        summary.retain(|field| !field.faults.is_empty());
        DeskView {
            open: sheet.closed.is_none() && !sheet.people.is_empty(),
            summary,
            heads,
            guests,
            closing,
            late: desk.late.iter().map(|one| chronicle.late(one)).collect(),
        }
    }
}

fn field(name: &str, known: String, typed: Typed<'_>) -> Field {
    match typed {
        Some((form, problem)) => Field::typed(name, form, problem),
        None => Field::filled(name, known),
    }
}

impl Heads {
    fn new(chronicle: &Chronicle<'_>, typed: Typed<'_>) -> Heads {
        let (sheet, desk) = (chronicle.sheet, chronicle.desk);
        let last = desk.heads.first().map(|row| chronicle.heads(row));
        let there = |one: &&OnSheet| one.mark.as_ref().is_some_and(|(row, _)| rules::in_room(&row.mark));
        // Whom to look for is asked only when the numbers differ.
        let differs = last.as_ref().is_some_and(|line| !line.fits);
        let names = sheet.people.iter().filter(there).map(|one| one.person.name.full());
        let earlier = desk.heads.iter().skip(1);
        Heads {
            url: paths::head_counts(sheet.session.id),
            field: field("heads", String::new(), typed),
            in_room: if differs { names.collect() } else { Vec::new() },
            earlier: earlier
                .map(|row| format!("{} — {}", row.count.people, chronicle.line(row.at, row.by)))
                .collect(),
            last,
        }
    }
}

impl GuestsPart {
    fn new(sheet: &Sheet, desk: &Desk, typed: Typed<'_>) -> GuestsPart {
        let known = |category| desk.guests.iter().find(|one: &&Guests| one.category == category);
        let category = |category: GuestCategory| {
            let people = known(category).map(|one| one.people.to_string()).unwrap_or_default();
            CategoryField {
                label_key: category_key(category),
                field: field(&DeskView::category_field(category), people, typed),
            }
        };
        let others: Vec<&Guests> =
            desk.guests.iter().filter(|one| one.category == GuestCategory::Other).collect();
        let other = |place: usize| {
            let (name, people) = DeskView::other_fields(place);
            let row = others.get(place - 1);
            OtherFields {
                name: field(&name, row.map(|one| one.name.clone()).unwrap_or_default(), typed),
                people: field(&people, row.map(|one| one.people.to_string()).unwrap_or_default(), typed),
            }
        };
        let noted = desk.guests.iter().map(|one| GuestLine {
            label_key: (one.category != GuestCategory::Other).then(|| category_key(one.category)),
            name: one.name.clone(),
            people: one.people,
        });
        let fingerprint = rules::fingerprint(&desk.guests);
        let seen = field(SEEN, String::new(), typed);
        let mut part = GuestsPart {
            url: paths::session_guests(sheet.session.id),
            seen: Field { id: "guests".to_owned(), value: fingerprint, ..seen },
            total: desk.guest_count(),
            noted: noted.collect(),
            categories: GuestCategory::NAMED.map(category).into(),
            others: (1..=DeskView::OTHERS).map(other).collect(),
            folded: true,
        };
        part.folded = part.fields().iter().all(|field| field.faults.is_empty());
        part
    }

    fn fields(&self) -> Vec<Field> {
        let named = self.categories.iter().map(|one| &one.field);
        let others = self.others.iter().flat_map(|one| [&one.name, &one.people]);
        [&self.seen].into_iter().chain(named).chain(others).cloned().collect()
    }
}

impl ClosingPart {
    fn new(chronicle: &Chronicle<'_>, typed: Typed<'_>) -> ClosingPart {
        let (sheet, desk) = (chronicle.sheet, chronicle.desk);
        let id = sheet.session.id;
        let without = sheet.people.iter().filter(|one| one.mark.is_none());
        let unmarked: Vec<Unmarked> = without
            .map(|one| Unmarked {
                name: one.person.name.full(),
                url: format!("#row-{}-0", one.person.enrolment),
            })
            .collect();
        let closing = desk.closing();
        ClosingPart {
            close_url: paths::sheet_closing(id),
            reopen_url: paths::sheet_reopening(id),
            closed: closing.map(|row| chronicle.line(row.closed_at, row.closed_by)),
            unmarked_then: closing.map_or(0, |row| row.unmarked),
            unmarked_count: unmarked.len(),
            unmarked,
            anyway: field("anyway", String::new(), typed),
            may_reopen: desk.may_reopen,
            reason: field("reopening_reason", String::new(), typed),
            reopened: desk.closings.iter().filter_map(|row| chronicle.reopened(row)).collect(),
        }
    }
}

mod samples;
