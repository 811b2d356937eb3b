//! Asking for a group's file, gathering what goes into it, keeping it, and looking at what there is.

use super::rules::{Inside, Missing, missing};
use super::store::{self, ArchiveRow, FileRow, NewArchive};
use crate::access;
use crate::attendance_papers::actions::{Asked, Matrix, Span, matrix};
use crate::attendance_papers::rules::choice::Choice;
use crate::audit::{self, Entry};
use crate::db::{Read, Write};
use crate::documents::rules::Standing;
use crate::documents::store::{DocumentRow, Which, documents};
use crate::identities::actions::reading;
use crate::identities::rules::Identity;
use crate::jobs::{self, NewJob, enqueue};
use crate::kernel::{Actor, EditionId, GroupFileId, Moment, PersonId, PersonName, Problem, ProblemCode};
use crate::orders::actions::Whole;
use crate::orders::actions::papers::GroupPaper;
use crate::secrets::Secrets;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// The job that puts a file together.
pub const JOB: &str = "group-file";
/// Papers that this room prints beside those of the trail: schedule, journal, register extract.
pub const OWN: usize = 3;
/// How many files the page lists.
const LISTED: i64 = 50;

/// The key under which the job of a file is put into the outbox.
pub fn key(id: GroupFileId) -> String {
    format!("{JOB}:{id}")
}

/// Asks for the file of a group, for the administrators of the organisation that runs it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn ask(w: &mut Write, actor: &Actor, edition: EditionId, now: Moment) -> Result<GroupFileId, Problem> {
    let whole = Whole::read(w, actor, edition, now)?;
    let planned = GroupPaper::ALL.len() + whole.signed.len() + OWN;
    let planned = i32::try_from(planned).map_err(Problem::internal)?;
    let language = whole.desk.group.language();
    let id = store::insert(w, (edition, language, planned), actor.person_id()?, now)?;
    enqueue(w, now, NewJob { kind: JOB, payload: json!({ "file": id }), unique_key: Some(key(id)) })?;
    let (subject, after) = (("group-file", id.0), Some(json!({ "edition": edition })));
    audit::record(w, actor, now, Entry { action: "group-file-asked", subject, before: None, after })?;
    Ok(id)
}

/// Everything that goes into a file.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// The file.
    pub row: FileRow,
    /// The papers of the trail.
    pub whole: Whole,
    /// The sessions and who was there.
    pub matrix: Matrix,
    /// The documents, in the order they were issued.
    pub documents: Vec<DocumentRow>,
    /// What it lacks.
    pub missing: Vec<Missing>,
}

/// What is recorded of the holders of documents.
pub type Holders = HashMap<PersonId, Identity>;

/// Gathers what goes into a file, as the one who asked may see it.
///
/// # Errors
/// `NotFound` when there is no such file, or who asked administers the group no longer.
pub fn gather(r: &mut Read, id: GroupFileId) -> Result<Gathered, Problem> {
    let row = store::file(r, id)?.ok_or_else(Problem::not_found)?;
    let actor = access::store::actor_of(r, row.asked_by)?.ok_or_else(Problem::forbidden)?;
    let mut whole = Whole::read(r, &actor, row.edition_id, row.asked_at)?;
    // What is signed between two tries belongs in the next file: this one is of the moment it was asked for.
    whole.signed.retain(|(order, _)| order.signed.signed_at.is_some_and(|at| at <= row.asked_at));
    let asked = Asked { choice: Choice::default(), span: Span::ALL, language: row.language };
    let matrix = matrix(r, &actor, row.edition_id, &asked, row.asked_at)?;
    let mut documents = issued(r, row.edition_id)?;
    documents.retain(|document| document.issued_at <= row.asked_at);
    let missing = lacking(&whole, matrix.columns.len(), &documents);
    Ok(Gathered { row, whole, matrix, documents, missing })
}

/// What the register has of the holders: day of birth, sex, citizenship, passport. It is decrypted for whoever asked for the
/// file, and each look is written down.
///
/// # Errors
/// `Forbidden` when who asked has no account any more; `NotFound` when they administer the group no longer.
pub fn holders(
    w: &mut Write,
    secrets: &Secrets,
    gathered: &Gathered,
    now: Moment,
) -> Result<Holders, Problem> {
    let actor = access::store::actor_of(w, gathered.row.asked_by)?.ok_or_else(Problem::forbidden)?;
    let organisation = gathered.whole.desk.group.edition.organisation_id;
    actor.require_administrator_of(organisation).map_err(|_| Problem::not_found())?;
    let people: BTreeSet<PersonId> = gathered.documents.iter().map(|row| row.person_id).collect();
    let people: Vec<PersonId> = people.into_iter().collect();
    reading::whole(w, &actor, secrets, &people, "register-extract", now)
}

/// The documents of an edition, in the order they were issued.
fn issued(r: &mut Read, edition: EditionId) -> Result<Vec<DocumentRow>, Problem> {
    let mut rows = documents(r, Which::Edition(edition))?;
    rows.reverse();
    Ok(rows)
}

fn lacking(whole: &Whole, sessions: usize, documents: &[DocumentRow]) -> Vec<Missing> {
    let valid = documents.iter().filter(|row| row.standing() == Standing::Valid);
    let have: BTreeSet<_> = valid.clone().filter_map(|row| row.enrolment_id).collect();
    let group = &whole.desk.group;
    // Of the papers that stand, those that are in it: others may have been signed since.
    let inside: BTreeSet<_> = whole.signed.iter().map(|(row, _)| row.id).collect();
    let standing = group.standing.papers().iter().filter(|paper| inside.contains(&paper.id));
    missing(&Inside {
        signed: standing.map(|paper| paper.kind).collect(),
        sessions,
        documents: valid.count(),
        without: group.active().difference(&have).count(),
    })
}

/// Keeps the archive of a file; a second one is left to lie.
///
/// # Errors
/// The database's.
pub fn keep(w: &mut Write, id: GroupFileId, new: &NewArchive, now: Moment) -> Result<(), Problem> {
    let row = store::file(w, id)?.ok_or_else(Problem::not_found)?;
    if !store::keep_archive(w, (id, row.asked_by), new, now)? {
        return Ok(());
    }
    let actor = access::store::actor_of(w, row.asked_by)?.ok_or_else(Problem::forbidden)?;
    let after = Some(json!({ "files": new.files, "sha256": new.blob.sha256 }));
    let subject = ("group-file", id.0);
    audit::record(w, &actor, now, Entry { action: "group-file-made", subject, before: None, after })
}

/// A file in the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The file.
    pub row: FileRow,
    /// Who asked.
    pub by: PersonName,
    /// How many papers are printed.
    pub printed: usize,
    /// The archive, with what it lacks.
    pub archive: Option<(ArchiveRow, Vec<Missing>)>,
    /// Whether the job was tried in vain and waits.
    pub troubled: bool,
    /// Whether it was tried in vain because the archive would be too large.
    pub too_large: bool,
    /// Whether it was given up: it is not tried again.
    pub given_up: bool,
}

/// The page of a group's files.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The edition.
    pub edition: EditionId,
    /// Its title.
    pub title: String,
    /// What a file would lack now.
    pub missing: Vec<Missing>,
    /// The files, the newest first.
    pub files: Vec<Listed>,
}

/// The files of a group, for the administrators of the organisation that runs it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn show(r: &mut Read, actor: &Actor, edition: EditionId, now: Moment) -> Result<Shown, Problem> {
    let whole = Whole::read(r, actor, edition, now)?;
    let nobody = Asked {
        choice: Choice::default(),
        span: Span { from: 0, limit: 0 },
        language: whole.desk.group.language(),
    };
    let sessions = matrix(r, actor, edition, &nobody, now)?.columns.len();
    let documents = issued(r, edition)?;
    Ok(Shown {
        edition,
        title: whole.desk.group.edition.title.clone(),
        missing: lacking(&whole, sessions, &documents),
        files: listed(r, edition)?,
    })
}

fn listed(r: &mut Read, edition: EditionId) -> Result<Vec<Listed>, Problem> {
    let rows = store::of_edition(r, edition, LISTED)?;
    let ids: Vec<GroupFileId> = rows.iter().map(|(row, _)| row.id).collect();
    let (printed, archives) = (store::printed(r, &ids)?, store::archives(r, &ids)?);
    let keys: Vec<String> = ids.iter().map(|id| key(*id)).collect();
    let troubles = jobs::troubles(r, &keys)?;
    let of = |id: GroupFileId| {
        let key = key(id);
        troubles.iter().filter(move |trouble| trouble.key.as_deref() == Some(key.as_str()))
    };
    let one = |(row, by): (FileRow, PersonName)| {
        let archive = archives.iter().find(|archive| archive.group_file_id == row.id).cloned();
        let lacks = |archive: &ArchiveRow| serde_json::from_str(&archive.missing).unwrap_or_default();
        Listed {
            printed: printed.iter().filter(|id| **id == row.id).count(),
            troubled: of(row.id).next().is_some(),
            too_large: of(row.id).any(|trouble| {
                let said = trouble.last_error.as_deref().unwrap_or_default();
                said.starts_with(ProblemCode::ArchiveTooLarge.as_str())
            }),
            given_up: of(row.id).any(|trouble| trouble.failed_at.is_some()),
            archive: archive.map(|archive| {
                let missing = lacks(&archive);
                (archive, missing)
            }),
            row,
            by,
        }
    };
    Ok(rows.into_iter().map(one).collect())
}

/// The archive of a file, for the administrators of the organisation that runs the edition. The papers of a whole group are
/// taken away with it, so that is written down.
///
/// # Errors
/// `NotFound` for everybody else, and while there is none.
pub fn file(w: &mut Write, actor: &Actor, id: GroupFileId, now: Moment) -> Result<ArchiveRow, Problem> {
    let row = store::file(w, id)?.ok_or_else(Problem::not_found)?;
    crate::editions::store::edition(w, row.edition_id)?
        .filter(|edition| actor.require_administrator_of(edition.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)?;
    let archive = store::archives(w, &[id])?.pop().ok_or_else(Problem::not_found)?;
    let (subject, after) = (("group-file", id.0), Some(json!({ "sha256": archive.sha256 })));
    audit::record(w, actor, now, Entry { action: "group-file-taken", subject, before: None, after })?;
    Ok(archive)
}
