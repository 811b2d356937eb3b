//! Entry from a signed paper sheet: a line a person, a key for each status.

use crate::attendance::actions::{OnSheet, Saved, Sheet};
use crate::attendance::rules::{Presence, ReasonCode, SessionMode, Status};
use crate::attendance::views::{SecondNumber, Telling, When, presence_key, reason_key, status_key};
use crate::kernel::{EnrolmentId, Fault, PersonName, Problem};
use crate::roll_calls::rules;
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct Paper {
    crumbs: Vec<Crumb>,
    heading: String,
    when: When,
    action_url: String,
    sheet_url: String,
    keys: Vec<Key>,
    known: String,
    timed: String,
    fields: Vec<Field>,
    correction: Option<Field>,
    hint_key: &'static str,
    /// Whether each line says where the person was.
    mixed: bool,
    rows: Vec<Row>,
    conflicts: bool,
}

#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

#[derive(Debug, Serialize)]
struct Key {
    key: &'static str,
    label_key: &'static str,
}

#[derive(Debug, Serialize)]
struct Row {
    number: usize,
    id: i64,
    name: String,
    key: Field,
    minutes: Field,
    /// The number for which it does not ask, in the hidden field of this name.
    second: Option<SecondNumber>,
    presence_name: String,
    presences: Vec<Choice>,
    codes: Vec<Choice>,
    code_name: String,
    reason: Field,
    revision: i32,
    faults: Vec<Fault>,
    conflict: Option<Conflict>,
}

#[derive(Debug, Serialize)]
struct Conflict {
    theirs: String,
    yours: String,
    by: Option<String>,
}

/// What stands in the fields: what is saved, or what was typed.
enum Standing<'a> {
    Saved(Option<&'a Saved>),
    Typed(&'a Form, &'a Problem),
}

impl Paper {
    /// The page as the sheet is saved.
    pub fn new(sheet: &Sheet, telling: Telling<'_>) -> Paper {
        Paper::build(sheet, &Standing::Saved(None), telling)
    }

    /// The page as it is saved now, with the lines that came too late beside.
    pub fn stale(sheet: &Sheet, saved: &Saved, telling: Telling<'_>) -> Paper {
        Paper::build(sheet, &Standing::Saved(Some(saved)), telling)
    }

    /// The page as it was typed, with its faults.
    pub fn typed(sheet: &Sheet, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> Paper {
        Paper::build(sheet, &Standing::Typed(form, problem), telling)
    }

    fn build(sheet: &Sheet, standing: &Standing<'_>, telling: Telling<'_>) -> Paper {
        let (session, language) = (&sheet.session, telling.reader.language);
        let heading = sheet.activity.title.0.for_reader(language).to_owned();
        let rows: Vec<Row> = (1..)
            .zip(&sheet.people)
            .map(|(number, one)| Row::new(number, one, (sheet, standing), telling))
            .collect();
        let correction = match standing {
            Standing::Typed(form, problem) => Field::typed("correction_reason", form, problem),
            Standing::Saved(_) => Field::empty("correction_reason"),
        };
        let mut fields: Vec<Field> =
            rows.iter().filter(|row| !row.faults.is_empty()).map(Row::summary).collect();
        fields.extend(Some(correction.clone()).filter(|field| !field.faults.is_empty()));
        let keys = rules::keys(language);
        let label = |(key, status): (&&'static str, &Status)| Key { key, label_key: status_key(*status) };
        let key = |status| rules::key(status, language);
        let asks = sheet.shut || sheet.needs_reason && sheet.people.iter().any(|one| one.mark.is_some());
        Paper {
            crumbs: vec![
                Crumb { label: sheet.edition.title.clone(), url: paths::edition(sheet.edition.id) },
                Crumb { label: heading.clone(), url: paths::session(session.id) },
            ],
            heading,
            when: When::new(session, telling.reader),
            action_url: paths::paper_entry(session.id),
            sheet_url: paths::session(session.id),
            keys: keys.iter().zip(Status::ALL).map(label).collect(),
            known: format!("{}12345+-", keys.concat()),
            timed: format!("{}{}23", key(Status::Late), key(Status::LeftEarly)),
            fields,
            correction: asks.then_some(correction),
            hint_key: if sheet.shut {
                "attendance-late-reason-hint"
            } else {
                "attendance-correction-reason-hint"
            },
            conflicts: rows.iter().any(|row| row.conflict.is_some()),
            mixed: session.mode == SessionMode::Mixed,
            rows,
        }
    }
}

impl Row {
    fn new(
        number: usize,
        one: &OnSheet,
        (sheet, standing): (&Sheet, &Standing<'_>),
        telling: Telling<'_>,
    ) -> Row {
        let id = one.person.enrolment;
        let name = |part: &str| format!("{part}-{id}");
        let [key, minutes, code, reason] = known(one, telling);
        let field = |part: &str, known: String| match standing {
            Standing::Typed(form, problem) => Field::typed(&name(part), form, problem),
            Standing::Saved(_) => Field::filled(&name(part), known),
        };
        let chosen = match standing {
            Standing::Typed(form, _) => form.raw(&name("code")).to_owned(),
            Standing::Saved(_) => code,
        };
        let codes = ReasonCode::ALL.iter();
        let revision = one.mark.as_ref().map_or(0, |(row, _)| row.revision);
        Row {
            number,
            id: id.0,
            name: one.person.name.full(),
            key: field("key", key),
            minutes: field("minutes", minutes),
            second: match standing {
                Standing::Typed(form, _) => SecondNumber::typed(form, id),
                Standing::Saved(_) => one.mark.as_ref().and_then(|(row, _)| SecondNumber::of(&row.mark, id)),
            },
            presence_name: name("presence"),
            presences: presences(one, standing, telling),
            codes: codes
                .map(|code| Choice::new(code.as_str(), telling.say(reason_key(*code)), &chosen))
                .collect(),
            code_name: name("code"),
            reason: field("reason", reason),
            revision: match standing {
                Standing::Typed(form, _) => form.raw(&name("revision")).parse().unwrap_or_default(),
                Standing::Saved(_) => revision,
            },
            faults: faults(id, standing),
            conflict: conflict(one, (sheet, standing), telling),
        }
    }

    fn summary(&self) -> Field {
        Field { faults: self.faults.clone(), ..self.key.clone() }
    }
}

/// What is saved of somebody: key, minutes, reason code and words.
fn known(one: &OnSheet, telling: Telling<'_>) -> [String; 4] {
    let Some((row, _)) = &one.mark else { return Default::default() };
    let away = if row.mark.status == Status::LeftEarly { row.mark.early } else { row.mark.late };
    [
        rules::key(row.mark.status, telling.reader.language).to_owned(),
        if away.0 > 0 { away.0.to_string() } else { String::new() },
        row.mark.code.map(|code| code.as_str().to_owned()).unwrap_or_default(),
        row.mark.reason.clone().unwrap_or_default(),
    ]
}

/// Where the person was; in the room while nobody said otherwise.
fn presences(one: &OnSheet, standing: &Standing<'_>, telling: Telling<'_>) -> Vec<Choice> {
    let saved = one.mark.as_ref().map(|(row, _)| row.mark.presence);
    let known = match standing {
        Standing::Typed(form, _) => {
            Presence::parse(form.raw(&format!("presence-{}", one.person.enrolment))).or(saved)
        }
        Standing::Saved(_) => saved,
    };
    let chosen = known.unwrap_or(Presence::InPerson).as_str();
    let choice = |one: &Presence| Choice::new(one.as_str(), telling.say(presence_key(*one)), chosen);
    Presence::ALL.iter().map(choice).collect()
}

/// The faults of a line. What the sheet calls a status is a key here.
fn faults(id: EnrolmentId, standing: &Standing<'_>) -> Vec<Fault> {
    let Standing::Typed(_, problem) = standing else { return Vec::new() };
    let names = ["key", "status", "minutes", "reason", "code"].map(|part| format!("{part}-{id}"));
    problem.faults.iter().filter(|fault| names.contains(&fault.field)).cloned().collect()
}

fn conflict(
    one: &OnSheet,
    (sheet, standing): (&Sheet, &Standing<'_>),
    telling: Telling<'_>,
) -> Option<Conflict> {
    let Standing::Saved(Some(saved)) = standing else { return None };
    let mixed = sheet.session.mode == SessionMode::Mixed;
    let yours = saved.stale.iter().find(|line| line.enrolment == one.person.enrolment)?;
    let (row, by) = one.mark.as_ref()?;
    Some(Conflict {
        theirs: telling.mark(&row.mark, mixed),
        yours: telling.mark(&yours.mark, mixed),
        by: by.as_ref().map(PersonName::surname_and_initials),
    })
}

impl View for Paper {
    const TEMPLATE: &'static str = "pages/roll_calls/paper";

    fn title(&self) -> Title {
        Title::key("roll-calls-paper-title")
    }

    fn samples() -> Vec<Paper> {
        let mut wrong = sample();
        for row in &mut wrong.rows {
            row.faults = vec![Fault::new("key-1", "sheet-key").with("keys", "п о р н у")];
            row.conflict =
                Some(Conflict {
                    theirs: "Есть".into(), yours: "Нет".into(), by: Some("Ким О. В.".into())
                });
        }
        wrong.fields = wrong.rows.iter().map(Row::summary).collect();
        wrong.correction = Some(Field::empty("correction_reason"));
        wrong.conflicts = true;
        vec![sample(), wrong]
    }
}

fn sample() -> Paper {
    let session = crate::kernel::SessionId(1);
    let keys = rules::keys(crate::kernel::Language::Ru);
    let row = Row {
        number: 1,
        id: 1,
        name: "Сейтқали Айгүл".into(),
        key: Field::filled("key-1", "п"),
        minutes: Field::empty("minutes-1"),
        second: Some(SecondNumber::sample()),
        presence_name: "presence-1".into(),
        presences: vec![
            Choice::new("in_person", "Очно", "online"),
            Choice::new("online", "Онлайн", "online"),
        ],
        codes: vec![Choice::new("illness", "Болезнь", "")],
        code_name: "code-1".into(),
        reason: Field::empty("reason-1"),
        revision: 1,
        faults: Vec::new(),
        conflict: None,
    };
    Paper {
        crumbs: vec![Crumb { label: "2-й поток".into(), url: paths::EDITIONS.into() }],
        heading: "Волонтёр в учреждении: практикум".into(),
        when: When::sample(),
        action_url: paths::paper_entry(session),
        sheet_url: paths::session(session),
        keys: keys
            .iter()
            .zip(Status::ALL)
            .map(|(key, status)| Key { key, label_key: status_key(*status) })
            .collect(),
        known: "понру".into(),
        timed: "ор".into(),
        fields: Vec::new(),
        correction: None,
        hint_key: "attendance-correction-reason-hint",
        mixed: true,
        rows: vec![row],
        conflicts: false,
    }
}
