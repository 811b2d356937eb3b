//! The page of a session's make-ups.

use super::actions::{Board, Offer, withdrawal_field};
use super::rules::MakeUpForm;
use super::store::{HeldRow, MakeUpRow};
use crate::attendance::views::{Telling, When, make_up_key};
use crate::kernel::Word as _;
use crate::kernel::{EnrolmentId, PersonName, Problem, SessionId, dates};
use crate::programmes::rules::words::DeliveryMode;
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct Page {
    crumbs: Vec<Crumb>,
    heading: String,
    when: When,
    share: i32,
    summary: Vec<Field>,
    made: Vec<Made>,
    withdraw_url: String,
    form: Option<NewForm>,
    sheet_url: String,
}

#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

/// A make-up.
#[derive(Debug, Serialize)]
struct Made {
    id: i64,
    name: String,
    form_key: &'static str,
    day: String,
    mode: String,
    credited: i32,
    claimed: i32,
    less: bool,
    held: Option<String>,
    held_url: Option<String>,
    note: Option<String>,
    entered: String,
    withdrawn: Option<String>,
    why: Field,
}

/// The form of a new one.
#[derive(Debug, Serialize)]
struct NewForm {
    url: String,
    enrolment: Field,
    people: Vec<Choice>,
    form: Field,
    forms: Vec<Choice>,
    held_session: Field,
    sessions: Vec<Choice>,
    made_on: Field,
    mode: Field,
    modes: Vec<Choice>,
    minutes: Field,
    note: Field,
}

impl Page {
    /// The page, its form about to be filled in for somebody.
    pub fn new(board: &Board, who: Option<EnrolmentId>, telling: Telling<'_>) -> Page {
        let left = board.missing().find(|(one, _)| Some(one.person.enrolment) == who);
        let minutes = left.map(|(_, minutes)| minutes.0.to_string()).unwrap_or_default();
        let who = who.map(|who| who.to_string()).unwrap_or_default();
        let form = Form::of(&[("enrolment", who.as_str()), ("minutes", minutes.as_str())]);
        Page::typed(board, (&form, &Problem::invalid(Vec::new())), telling)
    }

    /// The page with what was typed, and what is wrong with it.
    pub fn typed(board: &Board, typed: (&Form, &Problem), telling: Telling<'_>) -> Page {
        let (session, edition) = (&board.sheet.session, &board.sheet.edition);
        let heading = board.sheet.activity.title.0.for_reader(telling.reader.language).to_owned();
        let form = NewForm::new(board, typed, telling);
        let made: Vec<Made> = board.rows.iter().map(|row| Made::new(row, board, typed, telling)).collect();
        let mut summary = form.as_ref().map(NewForm::faulty).unwrap_or_default();
        summary.extend(made.iter().map(|one| one.why.clone()).filter(|field| !field.faults.is_empty()));
        Page {
            crumbs: vec![
                Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
                Crumb { label: heading.clone(), url: paths::session(session.id) },
            ],
            heading,
            when: When::new(session, telling.reader),
            share: board.share.0,
            summary,
            made,
            withdraw_url: paths::make_up_withdrawals(session.id),
            form,
            sheet_url: paths::session(session.id),
        }
    }
}

impl Made {
    fn new(row: &MakeUpRow, board: &Board, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> Made {
        let language = telling.reader.language;
        let zone = board.sheet.session.time_zone;
        let person = board.sheet.people.iter().find(|one| one.person.enrolment == row.enrolment);
        let held = row.held_session.and_then(|id| board.named.get(&id));
        let by = row.entered_by.and_then(|id| board.names.get(&id)).map(PersonName::surname_and_initials);
        let at = dates::date_and_time(language, row.entered_at, zone);
        Made {
            id: row.id.0,
            name: person.map(|one| one.person.name.full()).unwrap_or_default(),
            form_key: make_up_key(row.form),
            day: dates::date(language, row.made_on),
            mode: mode(row.mode, telling),
            credited: row.credited.0,
            claimed: row.minutes.0,
            less: row.withdrawn_at.is_none() && row.credited < row.minutes,
            held: held.map(|held| held.edition.clone()),
            held_url: held.map(|held| paths::session(held.id)),
            note: row.note.clone(),
            entered: by.map_or_else(|| at.clone(), |by| format!("{at}, {by}")),
            withdrawn: row.withdrawn_at.and(row.withdrawal_reason.clone()),
            why: Field::typed(&withdrawal_field(row.id), form, problem),
        }
    }
}

fn mode(mode: DeliveryMode, telling: Telling<'_>) -> String {
    telling.say(&format!("progress-mode-{}", mode.as_str()))
}

impl NewForm {
    /// The form; none when nobody has missed anything and nothing was typed that must not be lost.
    fn new(board: &Board, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> Option<NewForm> {
        let field = |name| Field::typed(name, form, problem);
        let short = telling.say("attendance-minutes-short");
        let label = |name: String, minutes: i32| format!("{name} — {minutes} {short}");
        let people: Vec<Choice> = board
            .missing()
            .map(|(one, minutes)| {
                let label = label(one.person.name.full(), minutes.0);
                Choice::new(one.person.enrolment, label, form.raw("enrolment"))
            })
            .collect();
        let open = board.sheet.session.cancelled_at.is_none();
        if !open || people.is_empty() && problem.faults.is_empty() {
            return None;
        }
        let kinds =
            MakeUpForm::ALL.iter().filter(|kind| **kind != MakeUpForm::Session || !board.offers.is_empty());
        let chosen = Some(form.raw("form")).filter(|kind| !kind.is_empty());
        let usual = if board.offers.is_empty() { MakeUpForm::Task } else { MakeUpForm::Session };
        let chosen = chosen.unwrap_or(usual.as_str());
        let modes = [DeliveryMode::InPerson, DeliveryMode::Online, DeliveryMode::Distance];
        Some(NewForm {
            url: paths::make_ups(board.sheet.session.id),
            enrolment: field("enrolment"),
            people,
            form: field("form"),
            forms: kinds
                .map(|kind| Choice::new(kind.as_str(), telling.say(make_up_key(*kind)), chosen))
                .collect(),
            held_session: field("held_session"),
            sessions: board.offers.iter().map(|offer| held_choice(offer, form, telling)).collect(),
            made_on: field("made_on"),
            mode: field("mode"),
            modes: modes.map(|one| Choice::new(one.as_str(), mode(one, telling), form.raw("mode"))).into(),
            minutes: field("minutes"),
            note: field("note"),
        })
    }

    fn faulty(&self) -> Vec<Field> {
        let all = [
            &self.enrolment,
            &self.form,
            &self.held_session,
            &self.made_on,
            &self.mode,
            &self.minutes,
            &self.note,
        ];
        all.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect()
    }
}

/// «15 сентября 2026 г., 10:00 — 3-й поток (90 мин)».
fn held_choice(offer: &Offer, form: &Form, telling: Telling<'_>) -> Choice {
    let row: &HeldRow = &offer.row;
    let day = dates::date(telling.reader.language, row.held_on);
    let (time, short) = (dates::time(row.starts_local), telling.say("attendance-minutes-short"));
    let label = format!("{day}, {time} — {} ({} {short})", row.edition, offer.worth.0);
    Choice::new(row.id, label, form.raw("held_session"))
}

impl View for Page {
    const TEMPLATE: &'static str = "pages/make_ups/index";

    fn title(&self) -> Title {
        Title::key("make-ups-title")
    }

    fn samples() -> Vec<Page> {
        let none = Page { made: Vec::new(), form: None, ..sample() };
        let mut wrong = sample();
        if let Some(form) = &mut wrong.form {
            form.minutes.faults =
                vec![crate::kernel::Fault::new("minutes", "make-up-minutes").with("most", 90)];
            wrong.summary = form.faulty();
        }
        vec![sample(), wrong, none]
    }
}

fn sample() -> Page {
    let choice = |value: &str, label: &str| Choice::new(value, label, "task");
    let session = SessionId(1);
    let made = |withdrawn: Option<&str>| Made {
        id: 1,
        name: "Сейтқали Айгүл".into(),
        form_key: "make-ups-form-session",
        day: "21 сентября 2026 г.".into(),
        mode: "очно".into(),
        credited: if withdrawn.is_some() { 0 } else { 60 },
        claimed: 90,
        less: withdrawn.is_none(),
        held: Some("3-й поток".into()),
        held_url: Some(paths::session(session)),
        note: Some("Была всё занятие".into()),
        entered: "22 сентября 2026 г., 09:00, Ким О. В.".into(),
        withdrawn: withdrawn.map(str::to_owned),
        why: Field::empty("withdrawal-1"),
    };
    Page {
        crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::EDITIONS.into() }],
        heading: "Волонтёр в учреждении: практикум".into(),
        when: When::sample(),
        share: 90,
        summary: Vec::new(),
        made: vec![made(None), made(Some("Внесли не тому человеку"))],
        withdraw_url: paths::make_up_withdrawals(session),
        form: Some(NewForm {
            url: paths::make_ups(session),
            enrolment: Field::empty("enrolment"),
            people: vec![choice("1", "Сейтқали Айгүл — 90 мин")],
            form: Field::empty("form"),
            forms: vec![choice("session", "На занятии другого потока"), choice("task", "Заданием")],
            held_session: Field::empty("held_session"),
            sessions: vec![choice("2", "21 сентября 2026 г., 10:00 — 3-й поток (90 мин)")],
            made_on: Field::empty("made_on"),
            mode: Field::empty("mode"),
            modes: vec![choice("in_person", "очно"), choice("distance", "заочно")],
            minutes: Field::filled("minutes", "90"),
            note: Field::empty("note"),
        }),
        sheet_url: paths::session(session),
    }
}
