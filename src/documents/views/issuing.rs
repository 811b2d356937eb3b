//! The issuing desk as a page: who is ready and chosen, who has a document, what everybody else lacks.

use super::kind_key;
use crate::documents::actions::issuing::LONGEST_QUALIFICATION;
use crate::documents::actions::{Candidate, Desk, Verdict};
use crate::documents::rules::LONGEST_REASON;
use crate::documents::rules::choosing::KindChoice;
use crate::kernel::{DocumentId, EditionId, EnrolmentId, Fault, Language, OrganisationId, Problem, dates};
use crate::programmes::rules::words::{DocumentKind, Word as _};
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Desktop {
    edition: String,
    edition_url: String,
    programme: String,
    kind_key: String,
    issuer: String,
    issuer_url: String,
    register_url: String,
    orders_url: String,
    handovers_url: String,
    batches_url: String,
    samples_url: String,
    kinds: Vec<KindLine>,
    blocked: Vec<Fault>,
    too_early: Option<String>,
    refused: bool,
    issuing: Option<IssueForm>,
    nobody: bool,
    issued: Vec<IssuedLine>,
    unready: Vec<UnreadyLine>,
    preview: Option<Preview>,
}

/// A kind of paper to choose, or the rules that stand against it.
#[derive(Debug, Clone, Serialize)]
struct KindLine {
    key: String,
    /// Where its desk is; nothing for the one that is open, and for one that may not be issued.
    url: Option<String>,
    current: bool,
    faults: Vec<Fault>,
}

#[derive(Debug, Clone, Serialize)]
struct IssueForm {
    url: String,
    kind: String,
    issued_on: Field,
    number: Field,
    /// The qualification a diploma gives, where one is asked for.
    qualification: Option<Field>,
    qualification_limit: usize,
    enrolments: Field,
    fields: Vec<Field>,
    first_day: String,
    last_day: String,
    /// What the paper will say of its time, where it holds for one.
    holds: Option<Holding>,
    short: Option<Short>,
    ready: Vec<Ready>,
    count: usize,
}

/// What of the programme was not held, and why documents are issued all the same.
#[derive(Debug, Clone, Serialize)]
struct Short {
    held: i32,
    planned: i32,
    despite: Field,
    limit: usize,
}

#[derive(Debug, Clone, Serialize)]
struct Ready {
    value: String,
    name: String,
    selected: bool,
    sent_by: Option<String>,
    withdrawn: bool,
    /// Numbers of revoked documents.
    earlier: Option<String>,
    /// Until when the paper is to be given, where the country sets a term.
    due: Option<Due>,
}

/// Until when a paper of a date holds.
#[derive(Debug, Clone, Serialize)]
struct Holding {
    issued: String,
    until: String,
}

/// The last day of a term.
#[derive(Debug, Clone, Serialize)]
struct Due {
    on: String,
    late: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Preview {
    url: String,
    name: String,
}

#[derive(Debug, Clone, Serialize)]
struct IssuedLine {
    name: String,
    number: String,
    url: String,
    issued_on: String,
}

#[derive(Debug, Clone, Serialize)]
struct UnreadyLine {
    name: String,
    sent_by: Option<String>,
    faults: Vec<Fault>,
    chosen: bool,
}

/// What was sent and refused.
pub struct Refused<'a> {
    /// The form.
    pub form: &'a Form,
    /// Why.
    pub problem: &'a Problem,
}

impl Refused<'_> {
    fn chose(&self, enrolment: EnrolmentId) -> bool {
        self.form.all("enrolments").iter().any(|chosen| *chosen == enrolment.to_string())
    }
}

impl Desktop {
    /// The desk for a reader; with what was sent, when it was refused.
    pub fn new(desk: &Desk, refused: Option<&Refused<'_>>, reader: &Reader) -> Desktop {
        let edition = &desk.edition;
        let ready: Vec<&Candidate> =
            desk.people.iter().filter(|one| one.verdict() == Verdict::Ready).collect();
        let too_early = desk.today < edition.ends_on && !desk.of_a_part();
        let open = desk.blocked.is_empty() && !too_early && !ready.is_empty();
        let first = ready.first().copied().or(desk.people.first());
        Desktop {
            edition: edition.title.clone(),
            edition_url: paths::edition(edition.id),
            programme: desk.grounds.taught.title.for_reader(reader.language).to_owned(),
            kind_key: kind_key(desk.grounds.kind),
            issuer: desk.grounds.issuer.name.clone(),
            issuer_url: paths::organisation(edition.organisation_id),
            register_url: format!("{}?edition={}", paths::REGISTER, edition.id),
            orders_url: paths::edition_orders(edition.id),
            handovers_url: paths::edition_handovers(edition.id),
            batches_url: paths::document_batches_of(edition.id),
            samples_url: paths::document_samples(edition.id, desk.grounds.kind.as_str()),
            kinds: desk.kinds.iter().map(|choice| KindLine::new(desk, choice)).collect(),
            blocked: desk.blocked.clone(),
            too_early: too_early.then(|| dates::date(reader.language, edition.ends_on)),
            refused: refused.is_some(),
            nobody: desk.people.is_empty(),
            issued: desk.people.iter().filter_map(|one| issued(one, reader.language)).collect(),
            unready: desk.people.iter().filter_map(|one| unready(one, refused)).collect(),
            preview: first.filter(|_| desk.blocked.is_empty()).map(|one| preview(desk, one)),
            issuing: open.then(|| IssueForm::new(desk, &ready, refused, reader.language)),
        }
    }
}

impl KindLine {
    fn new(desk: &Desk, choice: &KindChoice) -> KindLine {
        let current = choice.kind == desk.grounds.kind;
        let open = choice.faults.is_empty() && !current;
        KindLine {
            key: kind_key(choice.kind),
            url: open.then(|| paths::issue_kind(desk.edition.id, choice.kind.as_str())),
            current,
            faults: choice.faults.clone(),
        }
    }
}

impl IssueForm {
    fn new(
        desk: &Desk,
        ready: &[&Candidate],
        refused: Option<&Refused<'_>>,
        language: Language,
    ) -> IssueForm {
        let today = desk.today.to_string();
        let typed = |name: &str| match refused {
            Some(refused) => Field::typed(name, refused.form, refused.problem),
            None => Field::empty(name),
        };
        let issued_on = match refused {
            Some(_) => typed("issued_on"),
            None => Field::filled("issued_on", &today),
        };
        let enrolments = Field { value: String::new(), ..typed("enrolments") };
        let (despite, number) = (typed("despite"), typed("number"));
        let qualification = desk.asks_qualification().then(|| typed("qualification"));
        let mut fields = at_fault(&[&enrolments, &despite, &issued_on, &number]);
        fields.extend(qualification.iter().filter(|field| !field.faults.is_empty()).cloned());
        let first_day = if desk.of_a_part() { desk.edition.starts_on } else { desk.edition.ends_on };
        IssueForm {
            url: paths::issue(desk.edition.id),
            kind: desk.grounds.kind.as_str().to_owned(),
            fields,
            number,
            qualification,
            qualification_limit: LONGEST_QUALIFICATION,
            short: desk.short().map(|short| Short {
                held: short.held.0,
                planned: short.planned.0,
                despite,
                limit: LONGEST_REASON,
            }),
            issued_on,
            enrolments,
            first_day: first_day.to_string(),
            last_day: today,
            holds: desk.valid_until().map(|until| Holding {
                issued: dates::date(language, desk.issued_on),
                until: dates::date(language, until),
            }),
            ready: ready.iter().map(|one| Ready::new(one, refused, desk, language)).collect(),
            count: ready.len(),
        }
    }
}

/// The fields the error summary leads to.
fn at_fault(fields: &[&Field]) -> Vec<Field> {
    fields.iter().filter(|field| !field.faults.is_empty()).map(|field| (*field).clone()).collect()
}

impl Ready {
    /// Everybody who has finished is chosen at first; of those who have not, each is chosen by hand.
    fn new(one: &Candidate, refused: Option<&Refused<'_>>, desk: &Desk, language: Language) -> Ready {
        let everybody = !desk.of_a_part();
        let id = one.trainee.enrolment;
        let selected = refused.map_or(everybody, |refused| refused.chose(id));
        let earlier: Vec<&str> = one.documents.iter().map(|document| document.number.as_str()).collect();
        Ready {
            value: id.to_string(),
            name: one.trainee.name.full(),
            selected,
            sent_by: one.trainee.sent_by.clone(),
            withdrawn: one.trainee.withdrawn.is_some(),
            earlier: (!earlier.is_empty()).then(|| earlier.join(", ")),
            due: desk
                .study_due(one)
                .map(|day| Due { on: dates::date(language, day), late: day < desk.today }),
        }
    }
}

fn preview(desk: &Desk, one: &Candidate) -> Preview {
    let kind = desk.grounds.kind.as_str();
    Preview {
        url: paths::document_preview(desk.edition.id, one.trainee.enrolment, kind),
        name: one.trainee.name.full(),
    }
}

fn issued(one: &Candidate, language: Language) -> Option<IssuedLine> {
    let Verdict::Issued(document) = one.verdict() else { return None };
    Some(IssuedLine {
        name: one.trainee.name.full(),
        number: document.number.clone(),
        url: paths::document(document.id),
        issued_on: dates::date(language, document.issued_on),
    })
}

fn unready(one: &Candidate, refused: Option<&Refused<'_>>) -> Option<UnreadyLine> {
    let chosen = refused.is_some_and(|refused| refused.chose(one.trainee.enrolment));
    (one.verdict() == Verdict::Unready).then(|| UnreadyLine {
        name: one.trainee.name.full(),
        sent_by: one.trainee.sent_by.clone(),
        faults: one.faults.clone(),
        chosen,
    })
}

impl View for Desktop {
    const TEMPLATE: &'static str = "pages/documents/issue";

    fn title(&self) -> Title {
        Title::key("documents-issue-title")
    }

    fn samples() -> Vec<Self> {
        let working = sample_desktop();
        let chosen = vec![sample_unready(true), sample_unready(false)];
        let early =
            Desktop { too_early: Some("30 ноября 2026 г.".into()), issuing: None, ..working.clone() };
        let blocked = Desktop {
            blocked: vec![Fault::new("issuer.city", "document-issuer-city").with("name", "Учебный центр")],
            issuing: None,
            preview: None,
            ..working.clone()
        };
        let none_ready = Desktop { issuing: None, ..working.clone() };
        let nobody = Desktop { preview: None, issued: Vec::new(), unready: Vec::new(), ..none_ready.clone() };
        vec![
            Desktop { refused: true, unready: chosen, ..working.clone() },
            Desktop { nobody: true, ..nobody },
            working,
            early,
            blocked,
            none_ready,
        ]
    }
}

fn sample_desktop() -> Desktop {
    Desktop {
        edition: "2-й поток, осень 2026".into(),
        edition_url: paths::edition(EditionId(1)),
        programme: "Эффективное партнёрство".into(),
        kind_key: kind_key(DocumentKind::AdvancedTrainingCertificate),
        issuer: "Учебный центр «Бірге»".into(),
        issuer_url: paths::organisation(OrganisationId(1)),
        register_url: "/register?edition=1".into(),
        orders_url: paths::edition_orders(EditionId(1)),
        handovers_url: paths::edition_handovers(EditionId(1)),
        batches_url: paths::document_batches_of(EditionId(1)),
        samples_url: paths::document_samples(EditionId(1), "advanced_training_certificate"),
        kinds: sample_kinds(),
        blocked: Vec::new(),
        too_early: None,
        refused: false,
        issuing: Some(sample_form()),
        nobody: false,
        issued: vec![IssuedLine {
            name: "Сейтқали Айгүл".into(),
            number: "УПК-2026/0042".into(),
            url: paths::document(DocumentId(1)),
            issued_on: "21 ноября 2026 г.".into(),
        }],
        unready: vec![sample_unready(false)],
        preview: Some(Preview {
            url: paths::document_preview(EditionId(1), EnrolmentId(1), "advanced_training_certificate"),
            name: "Ахметова Динара Серікқызы".into(),
        }),
    }
}

fn sample_kinds() -> Vec<KindLine> {
    let line = |kind: DocumentKind, url: Option<String>, faults| KindLine {
        key: kind_key(kind),
        current: kind == DocumentKind::AdvancedTrainingCertificate,
        url,
        faults,
    };
    let other = DocumentKind::ParticipationCertificate;
    let fault = Fault::new("kind", "document-letter-kind");
    vec![
        line(DocumentKind::AdvancedTrainingCertificate, None, Vec::new()),
        line(other, Some(paths::issue_kind(EditionId(1), other.as_str())), Vec::new()),
        line(DocumentKind::RetrainingDiploma, None, vec![fault]),
    ]
}

fn sample_form() -> IssueForm {
    let ready = |value: i64, name: &str, earlier: Option<&str>| Ready {
        value: value.to_string(),
        name: name.into(),
        selected: true,
        sent_by: Some("Городской центр".into()),
        withdrawn: earlier.is_some(),
        earlier: earlier.map(str::to_owned),
        due: earlier.map(|_| Due { on: "3 декабря 2026 г.".into(), late: true }),
    };
    let issued_on = Field::filled("issued_on", "2026-11-30");
    IssueForm {
        url: paths::issue(EditionId(1)),
        kind: "retraining_diploma".into(),
        number: Field::empty("number"),
        qualification: Some(Field::empty("qualification")),
        qualification_limit: LONGEST_QUALIFICATION,
        fields: vec![Field { faults: vec![Fault::new("issued_on", "not-a-date")], ..issued_on.clone() }],
        issued_on,
        enrolments: Field::empty("enrolments"),
        first_day: "2026-11-30".into(),
        last_day: "2026-12-02".into(),
        holds: Some(Holding {
            issued: "2 декабря 2026 г.".into(), until: "2 декабря 2027 г.".into()
        }),
        short: Some(Short {
            held: 180,
            planned: 630,
            despite: Field::empty("despite"),
            limit: LONGEST_REASON,
        }),
        ready: vec![ready(1, "Ахметова Динара Серікқызы", None), ready(2, "Ли Анна", Some("УПК-2026/0007"))],
        count: 2,
    }
}

fn sample_unready(chosen: bool) -> UnreadyLine {
    UnreadyLine {
        name: "Петров Константин Александрович".into(),
        sent_by: Some("Фонд «Рядом»".into()),
        faults: vec![
            super::sample_fault(),
            Fault::new("enrolments.3", "document-case-waiting").with("title", "Кейс"),
        ],
        chosen,
    }
}
