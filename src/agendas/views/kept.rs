//! What is kept, as the forms that change it.

use crate::agendas::actions::Editing;
use crate::agendas::rules::{Agenda, Block, Guest, Question};
use crate::kernel::{Minutes, PersonId, Word as _};
use crate::web::Form;

/// What a row of the agenda is made of.
pub const QUESTION: [&str; 3] = ["text", "minutes", "speaker"];
/// What a row of the blocks is made of.
pub const BLOCK: [&str; 4] = ["kind", "minutes", "title", "activity"];
/// What a row of the guests is made of.
pub const GUEST: [&str; 4] = ["name", "post", "organisation", "topic"];

/// A form of rows as it would be sent: what stands above them, and the columns of each.
pub fn of_rows(above: &[(&str, String)], columns: &[&str], lines: &[Vec<String>]) -> Form {
    let mut fields: Vec<(String, String)> =
        above.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    for (place, line) in lines.iter().enumerate() {
        let named =
            columns.iter().zip(line).map(|(column, value)| (format!("{column}-{place}"), value.clone()));
        fields.extend(named);
    }
    fields.push(("count".to_owned(), lines.len().to_string()));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Form::of(&fields)
}

fn text(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

fn minutes_text(minutes: Option<Minutes>) -> String {
    minutes.map(|minutes| minutes.0.to_string()).unwrap_or_default()
}

/// The agenda of a session as its form.
pub fn agenda_form(agenda: &Agenda) -> Form {
    let line = |one: &Question| vec![one.text.clone(), minutes_text(one.minutes), text(one.speaker.as_ref())];
    let lines: Vec<_> = agenda.questions.iter().map(line).collect();
    of_rows(&[("topic", text(agenda.topic.as_ref()))], &QUESTION, &lines)
}

/// The blocks of a session as their form.
pub fn blocks_form(editing: &Editing) -> Form {
    let line = |(one, _): &(Block, _)| {
        let activity = one.activity.map(|activity| activity.to_string()).unwrap_or_default();
        vec![
            one.kind.as_str().to_owned(),
            minutes_text(Some(one.minutes)),
            text(one.title.as_ref()),
            activity,
        ]
    };
    let lines: Vec<_> = editing.contents.blocks.iter().map(line).collect();
    of_rows(&[], &BLOCK, &lines)
}

/// Who speaks at a session as its form.
pub fn speakers_form(co_trainers: &[PersonId], guests: &[Guest]) -> Form {
    let above: Vec<_> = co_trainers.iter().map(|person| ("co_trainer", person.to_string())).collect();
    let line = |one: &Guest| {
        let (post, organisation) = (text(one.post.as_ref()), text(one.organisation.as_ref()));
        vec![one.name.clone(), post, organisation, text(one.topic.as_ref())]
    };
    let lines: Vec<_> = guests.iter().map(line).collect();
    of_rows(&above, &GUEST, &lines)
}

/// The access of a session as its form.
pub fn access_form(editing: &Editing) -> Form {
    let brief = &editing.contents.brief;
    let mut fields = vec![("note", brief.access_note.as_deref().unwrap_or_default())];
    fields.extend(brief.conditions.iter().map(|condition| ("condition", condition.as_str())));
    Form::of(&fields)
}

/// The visit of a session as its form; empty where it is none.
pub fn visit_form(editing: &Editing) -> Form {
    let Some(row) = &editing.contents.visit else { return Form::default() };
    let said = |value: &'static str, text: &'_ Option<String>| (value, text.clone().unwrap_or_default());
    let fields = [
        ("host", row.visit.host.clone()),
        ("address", row.visit.address.clone()),
        said("contact", &row.visit.contact),
        said("phone", &row.visit.phone),
        said("bring", &row.visit.bring),
        ("report", row.report.as_ref().map(|report| report.text.clone()).unwrap_or_default()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Form::of(&fields)
}
