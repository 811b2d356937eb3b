//! Records of service: one's own requests, the requests to an organisation, and one with what the record would say.

use crate::kernel::{Problem, dates};
use crate::letters::actions::service::Own;
use crate::letters::store::service::RequestRow;
use crate::printing::fields::ServiceFields;
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// One's own requests.
#[derive(Debug, Clone, Serialize)]
pub struct OwnPage {
    url: &'static str,
    documents_url: &'static str,
    fields: Vec<Field>,
    organisation: Field,
    organisations: Vec<Choice>,
    note: Field,
    rows: Vec<Line>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    url: Option<String>,
    name: String,
    organisation: String,
    asked: String,
    open: bool,
    signed: bool,
    refusal: Option<String>,
}

fn line(row: &RequestRow, url: Option<String>, reader: &Reader) -> Line {
    Line {
        url,
        name: row.name.full(),
        organisation: row.organisation_name.clone(),
        asked: dates::date_and_time(reader.language, row.asked_at, reader.zone),
        open: row.document.is_none() && row.refusal.is_none(),
        signed: row.document.is_some(),
        refusal: row.refusal.clone(),
    }
}

impl OwnPage {
    /// The requests, and the form as it was typed, with its faults.
    pub fn new(own: &Own, (form, problem): (&Form, &Problem), reader: &Reader) -> OwnPage {
        let typed = |name: &str| Field::typed(name, form, problem);
        let fields = ["organisation", "note"].map(typed);
        OwnPage {
            url: paths::SERVICE_RECORDS,
            documents_url: paths::MY_DOCUMENTS,
            fields: fields.into_iter().filter(|field| !field.faults.is_empty()).collect(),
            organisation: typed("organisation"),
            organisations: own
                .organisations
                .iter()
                .map(|(id, name)| Choice::new(id, name.clone(), form.raw("organisation")))
                .collect(),
            note: typed("note"),
            rows: own.requests.iter().map(|row| line(row, None, reader)).collect(),
        }
    }
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "pages/letters/service_own";

    fn title(&self) -> Title {
        Title::key("letters-service-own-title")
    }

    fn samples() -> Vec<OwnPage> {
        use crate::kernel::{DocumentId, Fault, OrganisationId};
        let own = |requests| Own { requests, organisations: vec![(OrganisationId(1), "Центр".into())] };
        let signed = RequestRow { document: Some(DocumentId(1)), ..sample() };
        let refused =
            RequestRow { refusal: Some("Нет часов за этот год".into()), ..sample() };
        let wrong = Problem::invalid(vec![Fault::new("organisation", "service-organisation")]);
        let fine = Problem::invalid(Vec::new());
        let (form, reader) = (Form::of(&[("organisation", "1"), ("note", "Для вуза")]), Reader::sample());
        let nobody = Own { requests: Vec::new(), organisations: Vec::new() };
        vec![
            OwnPage::new(&nobody, (&Form::default(), &fine), &reader),
            OwnPage::new(&own(vec![sample(), signed, refused]), (&form, &wrong), &reader),
        ]
    }
}

/// The open requests to an organisation.
#[derive(Debug, Clone, Serialize)]
pub struct RequestsPage {
    rows: Vec<Line>,
}

impl RequestsPage {
    /// The requests for a reader.
    pub fn new(rows: &[RequestRow], reader: &Reader) -> RequestsPage {
        let row = |row: &RequestRow| line(row, Some(paths::service_record_request(row.id)), reader);
        RequestsPage { rows: rows.iter().map(row).collect() }
    }
}

impl View for RequestsPage {
    const TEMPLATE: &'static str = "pages/letters/service_requests";

    fn title(&self) -> Title {
        Title::key("letters-service-title")
    }

    fn samples() -> Vec<RequestsPage> {
        let reader = Reader::sample();
        vec![RequestsPage::new(&[], &reader), RequestsPage::new(&[sample()], &reader)]
    }
}

/// A request with what the record would say.
#[derive(Debug, Clone, Serialize)]
pub struct RequestPage {
    index_url: &'static str,
    name: String,
    organisation: String,
    asked: String,
    note: Option<String>,
    open: bool,
    /// Whether it is the reader's own: somebody else decides on it.
    own: bool,
    refusal: Option<String>,
    sign_url: String,
    refuse_url: String,
    fields: Vec<Field>,
    nature: Field,
    quality: Field,
    volume: Field,
    level: Field,
    length: Field,
    reason: Field,
    limit: usize,
}

impl RequestPage {
    /// The elements as they were put together or, when the form came back, as they were typed.
    pub fn new(
        (row, elements): (&RequestRow, &ServiceFields),
        sent: Option<(&Form, &Problem)>,
        (own, reader): (bool, &Reader),
    ) -> RequestPage {
        let field = |name: &str, known: &Option<String>| match sent {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::filled(name, known.clone().unwrap_or_default()),
        };
        let all = [
            field("nature", &elements.nature),
            field("quality", &elements.quality),
            field("volume", &elements.volume),
            field("level", &elements.level),
            field("length", &elements.length),
            field("reason", &None),
        ];
        let fields = all.iter().filter(|field| !field.faults.is_empty()).cloned().collect();
        let [nature, quality, volume, level, length, reason] = all;
        RequestPage {
            index_url: paths::SERVICE_RECORD_REQUESTS,
            name: row.name.full(),
            organisation: row.organisation_name.clone(),
            asked: dates::date_and_time(reader.language, row.asked_at, reader.zone),
            note: row.note.clone(),
            open: row.document.is_none() && row.refusal.is_none(),
            own,
            refusal: row.refusal.clone(),
            sign_url: paths::service_record_signature(row.id),
            refuse_url: paths::service_record_refusal(row.id),
            fields,
            nature,
            quality,
            volume,
            level,
            length,
            reason,
            limit: crate::documents::rules::letters::LONGEST_TEXT,
        }
    }
}

impl View for RequestPage {
    const TEMPLATE: &'static str = "pages/letters/service_request";

    fn title(&self) -> Title {
        Title::text(self.name.clone())
    }

    fn samples() -> Vec<RequestPage> {
        use crate::kernel::Fault;
        let elements = ServiceFields {
            nature: Some("Участие в программах".into()), ..Default::default()
        };
        let wrong = Problem::invalid(vec![Fault::new("quality", "document-service-element")]);
        let (form, reader) = (Form::of(&[("nature", "Участие")]), Reader::sample());
        let refused = RequestRow { refusal: Some("Нет часов".into()), ..sample() };
        vec![
            RequestPage::new((&sample(), &elements), None, (false, &reader)),
            RequestPage::new((&sample(), &elements), Some((&form, &wrong)), (false, &reader)),
            RequestPage::new((&sample(), &elements), None, (true, &reader)),
            RequestPage::new((&refused, &elements), None, (false, &reader)),
        ]
    }
}

fn sample() -> RequestRow {
    use crate::kernel::{Language, Moment, OrganisationId, PersonId, PersonName, ServiceRequestId};
    RequestRow {
        id: ServiceRequestId(1),
        person: PersonId(1),
        name: PersonName::new("Құрманғазы", "Әлия", None),
        language: Language::Kk,
        organisation: OrganisationId(1),
        organisation_name: "Центр".into(),
        note: Some("Для поступления".into()),
        asked_at: Moment::from_utc(Default::default()),
        document: None,
        refusal: None,
    }
}
