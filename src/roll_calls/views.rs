//! The trainer's sheet with what stands around it, and the entry from paper.

mod desk;
mod paper;

pub use desk::DeskView;
pub use paper::Paper;

use super::actions::Desk;
use crate::attendance::actions::Sheet;
use crate::attendance::views::{Roll, RollNote, SheetLink, Telling};
use crate::kernel::{EnrolmentId, Minutes, Problem, dates};
use crate::web::{Form, Title, View, paths};
use serde::Serialize;
use std::collections::BTreeSet;

/// The sheet of a session: the roll call, and what stands around it.
#[derive(Debug, Serialize)]
pub struct SheetPage {
    #[serde(flatten)]
    roll: Roll,
    desk: DeskView,
    #[serde(skip)]
    title: Title,
}

/// What a trainer typed into a form beside the roll call, and what is wrong with it.
pub type Typed<'a> = Option<(&'a Form, &'a Problem)>;

impl SheetPage {
    /// The page around a roll call.
    pub fn new(roll: Roll, sheet: &Sheet, desk: &Desk, typed: Typed<'_>, telling: Telling<'_>) -> SheetPage {
        let title = sheet.activity.title.0.for_reader(telling.reader.language);
        let roll = roll.leading_to(links(sheet, telling)).linking(make_up_links(sheet, desk, telling));
        SheetPage { roll, desk: DeskView::new(sheet, desk, typed, telling), title: Title::text(title) }
    }
}

/// Where else a sheet leads.
fn links(sheet: &Sheet, telling: Telling<'_>) -> Vec<SheetLink> {
    let id = sheet.session.id;
    let paper = SheetLink { label: telling.say("roll-calls-paper-link"), url: paths::paper_entry(id) };
    let make_ups = SheetLink { label: telling.say("roll-calls-make-ups-link"), url: paths::make_ups(id) };
    let open = sheet.closed.is_none() && !sheet.people.is_empty();
    let marked = sheet.people.iter().any(|one| one.mark.is_some());
    let webinar = SheetLink { label: telling.say("roll-calls-webinars-link"), url: paths::webinar_lists(id) };
    let online = open && sheet.session.mode.has_link();
    let offered = [(open, paper), (online, webinar), (marked, make_ups)];
    offered.into_iter().filter_map(|(offered, link)| offered.then_some(link)).collect()
}

/// The way to enter a make-up, beside everybody who has missed something and has none.
fn make_up_links(sheet: &Sheet, desk: &Desk, telling: Telling<'_>) -> Vec<(EnrolmentId, SheetLink)> {
    let made: BTreeSet<EnrolmentId> =
        desk.make_ups.iter().filter(|row| row.withdrawn_at.is_none()).map(|row| row.enrolment).collect();
    let people = sheet.people.iter().map(|one| (one.person.enrolment, one.mark.as_ref()));
    let missed =
        people.filter(|(who, mark)| !made.contains(who) && mark.is_some_and(|(row, _)| !row.mark.is_there()));
    let link = |(who, _)| {
        let url = paths::make_up_for(sheet.session.id, who);
        (who, SheetLink { label: telling.say("roll-calls-make-up-action"), url })
    };
    missed.map(link).collect()
}

/// What stands beside the people of a sheet: what made up for a miss, and that a mark was changed late.
pub fn notes(desk: &Desk, telling: Telling<'_>) -> Vec<RollNote> {
    let language = telling.reader.language;
    let made = desk.make_ups.iter().filter(|row| row.withdrawn_at.is_none() && row.credited > Minutes::ZERO);
    let made = made.map(|row| {
        let (says, short) = (telling.say("roll-calls-made-up"), telling.say("attendance-minutes-short"));
        let day = dates::day(language, row.made_on);
        let text = format!("{says} {} {short}, {day}", row.credited.0);
        RollNote { enrolment: row.enrolment, text, attention: false }
    });
    let late: BTreeSet<EnrolmentId> = desk.late.iter().map(|one| one.enrolment).collect();
    let text = telling.say("roll-calls-late-note");
    let late = late.into_iter().map(|enrolment| RollNote { enrolment, text: text.clone(), attention: true });
    made.chain(late).collect()
}

impl View for SheetPage {
    const TEMPLATE: &'static str = "pages/roll_calls/sheet";

    fn title(&self) -> Title {
        self.title.clone()
    }

    fn samples() -> Vec<SheetPage> {
        let title = || Title::text("Волонтёр в учреждении: практикум");
        let desks = DeskView::samples();
        let around = |(roll, desk)| SheetPage { roll, desk, title: title() };
        Roll::samples().into_iter().zip(desks).map(around).collect()
    }
}
