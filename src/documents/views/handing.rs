//! Handing a group's documents over: who has theirs, who has not, and one form for those chosen.

use crate::documents::actions::handing::Group;
use crate::documents::rules::book::HandingWay;
use crate::documents::store::book::{HandoverRow, WaitingRow};
use crate::kernel::{DocumentId, EditionId, Fault, Problem, Word as _, dates};
use crate::render::Words;
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The fields of a handing over.
#[derive(Debug, Clone, Serialize)]
pub struct HandingForm {
    url: String,
    handed_on: Field,
    way: Field,
    ways: Vec<Choice>,
    received_by: Field,
    authority: Field,
    tracking: Field,
    note: Field,
}

impl HandingForm {
    /// The form; with what was typed when it was refused.
    pub fn new(url: String, refused: Option<(&Form, &Problem)>, say: &dyn Fn(&str) -> String) -> HandingForm {
        let field = |name: &str| match refused {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let way = field("way");
        let chosen = if way.value.is_empty() { HandingWay::InPerson.as_str() } else { way.value.as_str() };
        let ways = HandingWay::WORDS.iter().map(|word| Choice::new(word, say(&way_key(word)), chosen));
        HandingForm {
            url,
            handed_on: field("handed_on"),
            ways: ways.collect(),
            way,
            received_by: field("received_by"),
            authority: field("authority"),
            tracking: field("tracking"),
            note: field("note"),
        }
    }

    /// Those of its fields that have faults.
    pub fn faulty(&self) -> Vec<Field> {
        let all =
            [&self.handed_on, &self.way, &self.received_by, &self.authority, &self.tracking, &self.note];
        all.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect()
    }
}

/// The message that names a way of handing over.
pub fn way_key(word: &str) -> String {
    format!("register-book-way-{word}")
}

/// The page of a group.
#[derive(Debug, Clone, Serialize)]
pub struct HandingPage {
    edition: String,
    edition_url: String,
    register_url: String,
    documents: Field,
    waiting: Vec<Row>,
    handed: Vec<Row>,
    fields: Vec<Field>,
    handing: HandingForm,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    id: String,
    number: String,
    holder: String,
    entry_url: String,
    handed_on: Option<String>,
    chosen: bool,
}

impl Row {
    fn new((row, handover): &(WaitingRow, Option<HandoverRow>), chosen: bool, reader: &Reader) -> Row {
        Row {
            id: row.id.to_string(),
            number: row.number.clone(),
            holder: row.holder.clone(),
            entry_url: paths::document_entry(row.id),
            handed_on: handover.as_ref().map(|row| dates::date(reader.language, row.on)),
            chosen,
        }
    }
}

impl HandingPage {
    /// The page; everybody who waits is chosen, or whoever was when the form was refused.
    pub fn new(
        group: &Group,
        refused: Option<(&Form, &Problem)>,
        reader: &Reader,
        words: &Words,
    ) -> HandingPage {
        let say = |key: &str| words.text(reader.language, key);
        let id = group.edition.id;
        let chosen = |row: &WaitingRow| match refused {
            Some((form, _)) => form.all("documents").contains(&row.id.to_string()),
            None => true,
        };
        let (handed, waiting): (Vec<_>, Vec<_>) = group.documents.iter().partition(|(_, had)| had.is_some());
        let handing = HandingForm::new(paths::edition_handovers(id), refused, &say);
        let documents = match refused {
            Some((_, problem)) => Field::with_faults("documents", "", &problem.faults),
            None => Field::empty("documents"),
        };
        let mut fields = handing.faulty();
        if !documents.faults.is_empty() {
            fields.insert(0, documents.clone());
        }
        HandingPage {
            edition: group.edition.title.clone(),
            edition_url: paths::edition(id),
            register_url: format!("{}?edition={id}", paths::REGISTER),
            documents,
            waiting: waiting.into_iter().map(|one| Row::new(one, chosen(&one.0), reader)).collect(),
            handed: handed.into_iter().map(|one| Row::new(one, false, reader)).collect(),
            fields,
            handing,
        }
    }
}

impl View for HandingPage {
    const TEMPLATE: &'static str = "pages/documents/handing";

    fn title(&self) -> Title {
        Title::key("register-book-handing-title")
    }

    fn samples() -> Vec<HandingPage> {
        let say = |key: &str| key.to_owned();
        let row = |handed: bool| Row {
            id: "1".into(),
            number: "УПК-2026/0042".into(),
            holder: "Құрманғазы Әлия Серікқызы".into(),
            entry_url: paths::document_entry(DocumentId(1)),
            handed_on: handed.then(|| "22 ноября 2026 г.".into()),
            chosen: !handed,
        };
        let page = |refused: Option<(&Form, &Problem)>, full: bool| {
            let handing = HandingForm::new(paths::edition_handovers(EditionId(1)), refused, &say);
            HandingPage {
                edition: "2-й поток, осень 2026".into(),
                edition_url: paths::edition(EditionId(1)),
                register_url: "/register?edition=1".into(),
                documents: Field::empty("documents"),
                waiting: if full { vec![row(false)] } else { Vec::new() },
                handed: if full { vec![row(true)] } else { Vec::new() },
                fields: handing.faulty(),
                handing,
            }
        };
        let fault = |field: &str, code| {
            Fault::new(field, code).with("number", "УПК-2026/0042").with("date", "21.11.2026")
        };
        let problem = Problem::invalid(vec![
            fault("handed_on", "handover-before-issue"),
            fault("received_by", "handover-proxy-name"),
            fault("authority", "handover-proxy-authority"),
            fault("tracking", "handover-post-tracking"),
            fault("note", "handover-nobody"),
            fault("way", "handover-not-valid"),
        ]);
        let form = Form::of(&[("way", "proxy"), ("handed_on", "2026-11-01")]);
        vec![page(None, true), page(None, false), page(Some((&form, &problem)), true)]
    }
}
