//! «Документы группы»: the trail as a list of steps, each done, next with its button, or locked with the reason.

use super::{Crumb, Refused, Telling, field, kind_key, samples, short, summary, to_edition};
use crate::kernel::{EditionId, Fault, Word as _};
use crate::orders::actions::papers::GroupPaper;
use crate::orders::actions::{Desk, Group};
use crate::orders::rules::standing::Own;
use crate::orders::rules::words::OrderKind;
use crate::orders::store::OrderRow;
use crate::web::{Choice, Field, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct TrailPage {
    crumbs: Vec<Crumb>,
    programme: String,
    summary: Vec<Field>,
    group: Field,
    has_group: bool,
    group_url: String,
    create_url: String,
    steps: Vec<Step>,
    waiting: Vec<String>,
    others: Vec<PaperLine>,
    expelled: Option<ChoiceForm>,
    links: Vec<Link>,
    exceptions: Vec<ExceptionLine>,
    issue_url: String,
    group_file_url: String,
    /// What else the papers of the group need.
    around: Vec<Link>,
    numbers_url: String,
}

#[derive(Debug, Serialize)]
struct Step {
    number: usize,
    title_key: String,
    done: bool,
    next: bool,
    locked: bool,
    reason: Option<Fault>,
    papers: Vec<PaperLine>,
    /// The word of the draft that the button begins.
    begins: Option<&'static str>,
    again: bool,
}

#[derive(Debug, Clone, Serialize)]
struct PaperLine {
    title_key: String,
    number: Option<String>,
    dated: Option<String>,
    url: String,
    draft: bool,
    cancelled: bool,
}

#[derive(Debug, Serialize)]
struct ChoiceForm {
    field: Field,
    options: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Link {
    label_key: &'static str,
    url: String,
}

#[derive(Debug, Serialize)]
struct ExceptionLine {
    who: String,
    reason: String,
    revoke_url: String,
}

/// What stands beside the trail: the data of the people, batches, and the settings of the federal register.
fn around(id: EditionId) -> Vec<Link> {
    vec![
        Link { label_key: "identities-group-title", url: paths::edition_identities(id) },
        Link { label_key: "overview-tab-batches", url: paths::document_batches_of(id) },
        Link { label_key: "overview-tab-federal", url: paths::federal_settings(id) },
    ]
}

impl TrailPage {
    /// The steps of a group for a reader; with what was sent, when it was refused.
    pub fn new(desk: &Desk, refused: Refused<'_>, telling: Telling<'_>) -> TrailPage {
        let (group, id) = (&desk.group, desk.group.edition.id);
        let usual = group.number.clone().unwrap_or_else(|| group.proposal.clone());
        let others = [OrderKind::Expulsion, OrderKind::Correction, OrderKind::Cancellation];
        let other = desk.orders.iter().filter(|row| others.contains(&row.kind));
        let revoke = |one: &crate::orders::rules::Exception| ExceptionLine {
            who: one.name.clone(),
            reason: one.reason.clone(),
            revoke_url: paths::certifying_exception_revocation(one.id),
        };
        let link = |which: GroupPaper| Link {
            label_key: which.title_key(),
            url: paths::group_paper(id, which.as_str()),
        };
        let waiting = group.unenrolled();
        let waiting = waiting.iter().filter_map(|id| Some(group.name(*id)?.full()));
        TrailPage {
            crumbs: vec![to_edition(id, &group.edition.title)],
            programme: group.taught.title.for_reader(telling.reader.language).to_owned(),
            summary: summary(refused),
            group: field("group_number", usual, refused),
            has_group: group.number.is_some(),
            group_url: paths::group_number(id),
            create_url: paths::edition_orders(id),
            steps: steps(desk),
            waiting: waiting.collect(),
            others: other.map(|row| line(desk, row)).collect(),
            expelled: expelled(group, refused),
            links: GroupPaper::ALL.map(link).into(),
            exceptions: desk.exceptions.iter().map(revoke).collect(),
            issue_url: paths::issue(id),
            group_file_url: paths::group_files(id),
            around: around(id),
            numbers_url: paths::order_numbers(group.edition.organisation_id),
        }
    }
}

/// The five steps. A step is done when a paper of it stands; the first that can be taken is next.
fn steps(desk: &Desk) -> Vec<Step> {
    let group = &desk.group;
    let mut next_found = false;
    let mut steps = Vec::new();
    for (place, kind) in OrderKind::STEPS.into_iter().enumerate() {
        let reason = group.locked(kind);
        let done = group.standing.last(kind).is_some();
        let open = reason.is_none();
        let next = open && !done && !next_found;
        next_found = next_found || next;
        let papers = desk.orders.iter().filter(|row| row.kind == kind);
        let drafted = papers.clone().any(OrderRow::is_draft);
        steps.push(Step {
            number: place + 1,
            title_key: kind_key(kind),
            done,
            next,
            locked: !open && !done,
            reason: reason.filter(|_| !done),
            papers: papers.map(|row| line(desk, row)).collect(),
            begins: (open && !drafted).then(|| kind.as_str()),
            again: done,
        });
    }
    steps
}

fn line(desk: &Desk, row: &OrderRow) -> PaperLine {
    let draft = row.is_draft();
    PaperLine {
        title_key: kind_key(row.kind),
        number: row.signed.number_text.clone(),
        dated: row.signed.dated.map(short),
        url: paths::order(row.id),
        draft,
        cancelled: !draft && desk.group.standing.paper(row.id).is_none(),
    }
}

/// Who can be expelled.
fn expelled(group: &Group, refused: Refused<'_>) -> Option<ChoiceForm> {
    let own = group.standing.own();
    let chosen = refused.map(|(form, _)| form.raw("enrolment")).unwrap_or_default();
    let studying = group.trainees.iter().filter(|one| own.get(&one.enrolment).is_some_and(Own::studies));
    let options: Vec<Choice> =
        studying.map(|one| Choice::new(one.enrolment, one.name.full(), chosen)).collect();
    (!options.is_empty()).then(|| ChoiceForm { field: field("enrolment", "", refused), options })
}

impl View for TrailPage {
    const TEMPLATE: &'static str = "pages/orders/trail";

    fn title(&self) -> Title {
        Title::key("orders-title")
    }

    fn samples() -> Vec<TrailPage> {
        let (say, reader) = (|key: &str| key.to_owned(), crate::web::Reader::sample());
        let telling = Telling { reader: &reader, say: &say };
        let (form, problem) = samples::refused("group_number");
        vec![
            TrailPage::new(&samples::desk(false), None, telling),
            TrailPage::new(&samples::desk(true), None, telling),
            TrailPage::new(&samples::desk(true), Some((&form, &problem)), telling),
        ]
    }
}
