//! How a document comes to be, whatever it attests: a number and a blank are taken, the snapshot is kept, its place in the
//! status list of credentials reserved, and the paper is printed afterwards. All in the transaction of the caller.

use super::reminding;
use crate::audit::{self, Entry};
use crate::credentials::actions as credentials;
use crate::db::Write;
use crate::documents::rules::snapshot::{Replaced, Snapshot};
use crate::documents::rules::{self, Particulars};
use crate::documents::store::{self, IssuedRow, NewDocument};
use crate::jobs::{self, NewJob};
use crate::kernel::name::{fold, fold_loose};
use crate::kernel::{
    Actor, DocumentId, EditionId, EnrolmentId, Language, Moment, OrganisationId, PersonId, PersonName,
    Problem, PublicId, Word as _,
};
use crate::mail::{self, Letter, Recipient};
use crate::printing::Typesetter;
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions::{self as registers, NumberAsk, Taken};
use crate::secrets::{Secrets, sha256_hex};
use crate::web::{Kit, paths};
use chrono::NaiveDate;
use serde_json::json;

/// The job that prints documents.
pub const PRINT_JOB: &str = "documents.print";

/// What issuing needs beside the database.
pub struct Tools<'a> {
    /// Knows which letters can be printed.
    pub typesetter: &'a Typesetter,
    /// The address under which people reach the product; goes into the code on the paper.
    pub public_url: &'a str,
    /// Draws the places of documents in the status list of credentials.
    pub secrets: &'a Secrets,
}

impl<'a> Tools<'a> {
    /// Those of a running program.
    pub fn of(kit: &'a Kit) -> Tools<'a> {
        Tools { typesetter: &kit.typesetter, public_url: &kit.settings.public_url, secrets: &kit.secrets }
    }
}

/// A document about to be entered.
pub(super) struct Entered<'a> {
    /// Whose register it stands in.
    pub organisation: OrganisationId,
    /// Whose it is.
    pub person: PersonId,
    /// The course it attests.
    pub course: Option<(EditionId, EnrolmentId)>,
    /// Which paper.
    pub kind: DocumentKind,
    /// The date on it.
    pub issued_on: NaiveDate,
    /// Under which anybody verifies it.
    pub public_id: &'a PublicId,
    /// The next number or a typed one.
    pub number: NumberAsk,
    /// The document in whose place it comes.
    pub replaces: Option<Replaced>,
}

impl Entered<'_> {
    fn live_key(&self) -> String {
        match self.course {
            Some((_, enrolment)) => rules::live_key(enrolment, self.kind.as_str()),
            None => rules::own_key(self.public_id.as_str()),
        }
    }
}

/// A number as somebody typed it; the next one when nothing was typed.
pub(super) fn number_ask(typed: Option<&str>) -> NumberAsk {
    match typed {
        Some(typed) => NumberAsk::Typed(typed.to_owned()),
        None => NumberAsk::Next,
    }
}

/// Puts the snapshot of a document together once number and blank are known.
pub(super) type Build<'a> = Box<dyn Fn(Particulars) -> Snapshot + 'a>;

/// Enters a document into its register.
pub(super) fn enter(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    one: (Entered<'_>, Build<'_>),
    now: Moment,
) -> Result<(IssuedRow, Snapshot), Problem> {
    let mut entered = enter_all(w, actor, tools, &[one], now)?;
    entered.pop().ok_or_else(|| Problem::internal(anyhow::anyhow!("the document was not entered")))
}

/// Enters documents of one organisation, kind and date into their register, in this order: a fixed number of queries,
/// whatever the number of documents. Of several none has a number that was typed.
pub(super) fn enter_all(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    all: &[(Entered<'_>, Build<'_>)],
    now: Moment,
) -> Result<Vec<(IssuedRow, Snapshot)>, Problem> {
    let taken = match all {
        [] => return Ok(Vec::new()),
        [(one, _)] => vec![registers::take(w, one.organisation, one.kind, one.issued_on, &one.number)?],
        [(first, _), ..] => {
            registers::take_next(w, (first.organisation, first.kind), first.issued_on, all.len())?
        }
    };
    let mut new = Vec::with_capacity(all.len());
    for ((entered, build), taken) in all.iter().zip(&taken) {
        let snapshot = build(particulars(entered, taken, tools));
        new.push(row(entered, (taken.register, taken.number), snapshot)?);
    }
    let ids = store::insert_all(w, &new, actor.person, now)?;
    let blanks = taken.iter().zip(&ids).filter_map(|(one, id)| Some((one.blank.as_ref()?.id, *id)));
    registers::bind_blanks(w, &blanks.collect::<Vec<_>>(), actor, now)?;
    let mut random = || u64::from_le_bytes(tools.secrets.bytes());
    let public_ids: Vec<PublicId> = new.iter().map(|one| one.public_id.clone()).collect();
    credentials::reserve_all(w, &public_ids, &mut random, now)?;
    let entries = ids.iter().zip(&new).map(|(id, one)| entry(*id, one)).collect();
    audit::record_all(w, actor, now, entries)?;
    let issued = |(id, new): (DocumentId, NewDocument)| {
        let row = IssuedRow {
            id,
            kind: new.snapshot.kind,
            number: new.snapshot.number.clone(),
            issued_on: new.snapshot.issued_on,
            issued_at: now,
            issued_by: actor.person,
            valid: true,
        };
        (row, new.snapshot)
    };
    let done: Vec<(IssuedRow, Snapshot)> = ids.into_iter().zip(new).map(issued).collect();
    reminding::remind_later(w, &done, now)?;
    Ok(done)
}

fn particulars(entered: &Entered<'_>, taken: &Taken, tools: &Tools<'_>) -> Particulars {
    Particulars {
        number: taken.text.clone(),
        issued_on: entered.issued_on,
        verify_url: Some(format!("{}{}", tools.public_url, paths::verification(entered.public_id))),
        blank: taken.blank.as_ref().map(|blank| (blank.series.clone(), blank.number.clone())),
        replaces: entered.replaces.clone(),
    }
}

fn row(
    entered: &Entered<'_>,
    place: (crate::kernel::RegisterId, i32),
    snapshot: Snapshot,
) -> Result<NewDocument, Problem> {
    let snapshot_text = serde_json::to_string(&snapshot).map_err(Problem::internal)?;
    Ok(NewDocument {
        public_id: entered.public_id.clone(),
        person: entered.person,
        organisation: entered.organisation,
        course: entered.course,
        place,
        snapshot_sha256: sha256_hex(snapshot_text.as_bytes()),
        snapshot_text,
        search_text: search_text(&snapshot),
        live_key: entered.live_key(),
        snapshot,
    })
}

/// By what a document is found: the name in both spellings and the number, folded.
fn search_text(snapshot: &Snapshot) -> String {
    let full = snapshot.holder.full();
    let mut text = format!("{} {}", fold(&full), fold_loose(&full));
    if let Some(spelling) = &snapshot.spelling {
        text.push(' ');
        text.push_str(&fold(&spelling.full()));
    }
    text.push(' ');
    text.push_str(&fold(&snapshot.number));
    text
}

fn entry(id: DocumentId, new: &NewDocument) -> Entry {
    let replaces = new.snapshot.replaces.as_ref();
    let after = json!({
        "number": new.snapshot.number,
        "kind": new.snapshot.kind.as_str(),
        "person": new.person,
        "enrolment": new.course.map(|(_, enrolment)| enrolment),
        "issued_on": new.snapshot.issued_on,
        "snapshot_sha256": new.snapshot_sha256,
        "template": new.snapshot.template.as_ref().map(|template| template.version),
        "replaces": replaces.map(|replaced| replaced.number.as_str()),
        "relation": replaces.map(|replaced| replaced.relation.as_str()),
    });
    let subject = ("document", id.0);
    Entry { action: "document-issued", subject, before: None, after: Some(after) }
}

/// Has documents printed as soon as this is committed: never under the database's writer, and before the letters that tell
/// of them, so that whoever follows one finds the paper printed.
pub(super) fn print_later(w: &mut Write, documents: &[DocumentId], now: Moment) -> Result<(), Problem> {
    if documents.is_empty() {
        return Ok(());
    }
    let payload = json!({ "documents": documents });
    jobs::enqueue_ahead(w, now, NewJob { kind: PRINT_JOB, payload, unique_key: None })?;
    Ok(())
}

/// Who is told that a document is there.
pub(super) struct Contact<'a> {
    /// The account.
    pub person: PersonId,
    /// Where letters go.
    pub email: &'a str,
    /// The name of this moment.
    pub name: &'a PersonName,
    /// The language of letters.
    pub language: Language,
}

/// Tells the holder that the document is there.
pub(super) fn tell(
    w: &mut Write,
    contact: &Contact<'_>,
    snapshot: &Snapshot,
    now: Moment,
) -> Result<(), Problem> {
    mail::send(w, now, &told(contact, snapshot))?;
    Ok(())
}

/// The letter that tells the holder that the document is there.
pub(super) fn told(contact: &Contact<'_>, snapshot: &Snapshot) -> Letter {
    let to = Recipient {
        person: Some(contact.person),
        address: contact.email.to_owned(),
        name: contact.name.full(),
        language: contact.language,
    };
    let data = json!({
        "name": contact.name.address(),
        "kind": snapshot.kind.as_str(),
        "programme": snapshot.programme().map(|title| title.for_reader(contact.language)),
        "number": snapshot.number,
        "path": paths::MY_DOCUMENTS,
    });
    Letter { name: "document_ready", to, data }
}
