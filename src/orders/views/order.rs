//! One paper: what it says, what stands against signing it, and what was signed.

use super::history::{Change, history};
use super::{
    Crumb, Editor, Refused, Telling, editor, field, kind_key, samples, short, summary, to_edition, to_trail,
    whole,
};
use crate::kernel::{Fault, Problem, Word as _, dates};
use crate::orders::actions::{Cancelling, Shown};
use crate::orders::rules::content::Content;
use crate::orders::rules::words::OrderKind;
use crate::orders::store::OrderRow;
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct OrderPage {
    crumbs: Vec<Crumb>,
    heading_key: String,
    number: Option<String>,
    dated: Option<String>,
    group: String,
    draft: bool,
    cancelled: Option<Paper>,
    corrected: Vec<Paper>,
    about: Option<Paper>,
    /// What the cancellation undoes.
    undoes: Option<Undoes>,
    pdf_url: String,
    /// Somebody else has changed the draft since it was opened to be signed.
    overtaken: Option<Editor>,
    summary: Vec<Field>,
    whole: Vec<Fault>,
    people: Vec<Person>,
    signing: Option<SigningForm>,
    signed: Option<Signed>,
    /// Who changed it, and what stood there before.
    history: Vec<Change>,
}

#[derive(Debug, Serialize)]
struct Undoes {
    title_key: &'static str,
    text_key: String,
    /// Who was expelled.
    who: Option<String>,
    /// Whether they come back, or are back.
    return_key: Option<String>,
}

#[derive(Debug, Serialize)]
struct Paper {
    number: String,
    dated: String,
    url: String,
}

#[derive(Debug, Serialize)]
struct Person {
    who: String,
    part_key: String,
    mark: Option<String>,
}

#[derive(Debug, Serialize)]
struct SigningForm {
    edit_url: String,
    sign_url: String,
    withdraw_url: String,
    revision: i32,
    blocked: Vec<Fault>,
    dated: Field,
    latest: String,
    number: Field,
    is_order: bool,
    is_sheet: bool,
    post: Field,
    signatory: Field,
    despite: Field,
    exception: Option<ExceptionForm>,
}

#[derive(Debug, Serialize)]
struct ExceptionForm {
    url: String,
    order: String,
    member: Field,
    members: Vec<Choice>,
    reason: Field,
}

#[derive(Debug, Serialize)]
struct Signed {
    at: String,
    by: Option<String>,
    despite: Option<String>,
    signatory: Option<String>,
    sha256: String,
    pdf_sha256: Option<String>,
    code: String,
    signatures_url: String,
    create_url: String,
    about: String,
    can_change: bool,
}

/// Everything that has a field of its own on the page.
const FIELDS: [&str; 7] =
    ["dated", "number", "signatory_post", "signatory_name", "despite", "member", "reason"];

impl OrderPage {
    /// A paper for a reader; with what was sent, when it was refused.
    pub fn new(shown: &Shown, refused: Refused<'_>, telling: Telling<'_>) -> OrderPage {
        let (row, group) = (&shown.row, &shown.desk.group);
        let about = row.about_id.and_then(|id| shown.desk.order(id));
        OrderPage {
            crumbs: vec![
                to_edition(group.edition.id, &group.edition.title),
                to_trail(group.edition.id, telling),
            ],
            heading_key: kind_key(row.kind),
            number: row.signed.number_text.clone(),
            dated: row.signed.dated.map(short),
            group: group.number.clone().unwrap_or_default(),
            draft: row.is_draft(),
            cancelled: shown.cancelled_by.as_ref().map(paper),
            corrected: shown.corrected_by.iter().map(paper).collect(),
            about: about.map(paper),
            undoes: shown.cancelling.as_ref().map(|what| undoes(what, row.is_draft())),
            pdf_url: paths::order_pdf(row.id),
            overtaken: None,
            summary: summary(refused).into_iter().map(|one| placed(one, shown)).collect(),
            whole: whole(refused, &FIELDS),
            people: people(shown),
            signing: row.is_draft().then(|| signing(shown, refused)),
            signed: signed(shown, telling),
            history: history(shown, telling),
        }
    }

    /// The page with what was typed, after somebody else has changed the draft: what it says now is read before it is signed.
    pub fn overtaken(shown: &Shown, form: &Form, telling: Telling<'_>) -> OrderPage {
        let nothing = Problem::invalid(Vec::new());
        let page = OrderPage::new(shown, Some((form, &nothing)), telling);
        OrderPage { overtaken: Some(editor(shown, telling)), ..page }
    }
}

/// Where the summary leads: to the field, where the page has it, else to the list of what stands against signing.
fn placed(one: Field, shown: &Shown) -> Field {
    let there = match one.name.as_str() {
        "signatory_post" | "signatory_name" => shown.row.kind.is_order(),
        "member" | "reason" => tied(shown).next().is_some(),
        name => FIELDS.contains(&name),
    };
    if there { one } else { Field { id: "field-paper".to_owned(), ..one } }
}

/// What a cancellation undoes, told before it is signed or after.
fn undoes(what: &Cancelling, draft: bool) -> Undoes {
    let (title_key, back) = if draft {
        ("orders-undoes-title-draft", "orders-returns-draft")
    } else {
        ("orders-undoes-title", "orders-returns")
    };
    Undoes {
        title_key,
        text_key: format!("orders-undoes-{}", what.undone.as_str()),
        who: what.person.as_ref().map(|(who, _)| who.clone()),
        return_key: what.person.as_ref().map(|(_, one)| format!("{back}-{}", one.as_str())),
    }
}

fn paper(row: &OrderRow) -> Paper {
    Paper {
        number: row.signed.number_text.clone().unwrap_or_default(),
        dated: row.signed.dated.map(short).unwrap_or_default(),
        url: paths::order(row.id),
    }
}

/// Whom the paper names: a protocol those of its sheet.
fn people(shown: &Shown) -> Vec<Person> {
    let named = match (&shown.snapshot, shown.row.kind) {
        (Some(snapshot), _) => {
            let line = |line: &crate::orders::rules::snapshot::Line| Person {
                who: line.name.full(),
                part_key: format!("orders-part-{}", line.part.as_str()),
                mark: line.mark.clone(),
            };
            return snapshot.people.iter().map(line).collect();
        }
        (None, OrderKind::Protocol) => {
            let sheet = shown.desk.group.paper(shown.row.about_id);
            let people = sheet.map(|sheet| sheet.people.as_slice()).unwrap_or_default();
            people.iter().map(|one| (one.enrolment, one.part, one.mark.clone())).collect()
        }
        (None, _) => shown.row.content.0.people(),
    };
    let person =
        |(id, part, mark): (crate::kernel::EnrolmentId, crate::orders::rules::Part, Option<String>)| {
            let who = shown.desk.group.name(id)?.full();
            Some(Person { who, part_key: format!("orders-part-{}", part.as_str()), mark })
        };
    let undecided = shown.row.content.0.undecided().into_iter().filter_map(|id| {
        let who = shown.desk.group.name(id)?.full();
        Some(Person { who, part_key: "orders-part-undecided".to_owned(), mark: None })
    });
    named.into_iter().filter_map(person).chain(undecided).collect()
}

fn signing(shown: &Shown, refused: Refused<'_>) -> SigningForm {
    let (row, organisation) = (&shown.row, &shown.desk.group.organisation);
    let head = organisation.head_name.clone().unwrap_or_default();
    let post = organisation.head_post.clone().unwrap_or_default();
    SigningForm {
        edit_url: paths::edit_order(row.id),
        sign_url: paths::order_signature(row.id),
        withdraw_url: paths::order_withdrawal(row.id),
        revision: row.revision,
        blocked: shown.faults.clone(),
        dated: field("dated", shown.dated.to_string(), refused),
        latest: shown.dated.to_string(),
        number: field("number", "", refused),
        is_order: row.kind.is_order(),
        is_sheet: row.kind == OrderKind::AssessmentSheet,
        post: field("signatory_post", post, refused),
        signatory: field("signatory_name", head, refused),
        despite: field("despite", "", refused),
        exception: exception(shown, refused),
    }
}

/// The names of those of the commission who are tied to people of the group.
fn tied(shown: &Shown) -> impl Iterator<Item = &String> {
    let tied = shown.faults.iter().filter(|fault| fault.code.starts_with("order-conflict-"));
    tied.filter_map(|fault| fault.args.iter().find(|(name, _)| name == "name")).map(|(_, name)| name)
}

/// Who may be excepted: those of the commission whom the check names.
fn exception(shown: &Shown, refused: Refused<'_>) -> Option<ExceptionForm> {
    let chosen = refused.map(|(form, _)| form.raw("member")).unwrap_or_default();
    let members: Vec<Choice> = tied(shown).map(|name| Choice::new(name, name, chosen)).collect();
    (!members.is_empty()).then(|| ExceptionForm {
        url: paths::certifying_exceptions(shown.desk.group.edition.id),
        order: shown.row.id.to_string(),
        member: field("member", "", refused),
        members,
        reason: field("reason", "", refused),
    })
}

fn signed(shown: &Shown, telling: Telling<'_>) -> Option<Signed> {
    let (row, snapshot) = (&shown.row, shown.snapshot.as_ref()?);
    let at = dates::date_and_time(telling.reader.language, row.signed.signed_at?, telling.reader.zone);
    let by = row.signed.signed_by.and_then(|id| shown.desk.names.get(&id));
    let signatory = snapshot.signatory.as_ref().map(|one| format!("{} {}", one.post, one.name));
    let cancels = matches!(row.content.0, Content::Cancellation { .. });
    Some(Signed {
        at,
        by: by.map(|name| name.surname_and_initials()),
        despite: row.signed.despite.clone(),
        signatory,
        sha256: row.signed.snapshot_sha256.clone()?,
        pdf_sha256: shown.pdf_sha256.clone(),
        code: row.signed.code.clone().unwrap_or_default(),
        signatures_url: paths::order_signatures(row.id),
        create_url: paths::edition_orders(row.edition_id),
        about: row.id.to_string(),
        can_change: shown.cancelled_by.is_none() && !cancels,
    })
}

impl View for OrderPage {
    const TEMPLATE: &'static str = "pages/orders/order";

    fn title(&self) -> Title {
        Title::key("orders-order-title")
    }

    fn samples() -> Vec<OrderPage> {
        let (say, reader) = (|key: &str| key.to_owned(), crate::web::Reader::sample());
        let telling = Telling { reader: &reader, say: &say };
        let (form, problem) = samples::refused("despite");
        let mut pages: Vec<OrderPage> =
            samples::shown().iter().map(|shown| OrderPage::new(shown, None, telling)).collect();
        pages.extend(
            samples::shown().iter().take(1).map(|one| OrderPage::new(one, Some((&form, &problem)), telling)),
        );
        let typed = Form::of(&[("dated", "2026-11-05"), ("number", "12-ОД")]);
        pages.extend(samples::drafts().iter().take(1).map(|one| OrderPage::overtaken(one, &typed, telling)));
        pages
    }
}
