//! All that is known of some candidacies: a fixed number of queries, whatever their number.

use crate::db::Read;
use crate::kernel::{MentorId, OrganisationId, PersonId, PersonName, Problem, ProgrammeId};
use crate::mentoring::rules::contacts::{self, Due, End};
use crate::mentoring::rules::learned::Lesson;
use crate::mentoring::rules::{CheckKind, Facts, Lack, Learned, StepKind, lacks, next_step};
use crate::mentoring::store::pairs::{ContactRow, PairRow, Which};
use crate::mentoring::store::records::{CheckRow, InterviewRow};
use crate::mentoring::store::settings::SettingRow;
use crate::mentoring::store::{self, CandidacyRow, StepRow};
use crate::mentoring::store::{pairs, records, settings, training};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A candidacy with all that is known of it.
#[derive(Debug, Clone)]
pub struct Path {
    /// The candidacy.
    pub row: CandidacyRow,
    /// The name of the organisation.
    pub organisation: String,
    /// What the organisation asks for.
    pub setting: SettingRow,
    /// The states it has gone through.
    pub steps: Vec<StepRow>,
    /// The papers that were seen, in their order.
    pub checks: Vec<CheckRow>,
    /// The conversations, in their order.
    pub interviews: Vec<InterviewRow>,
    /// The pairs, in their order.
    pub pairs: Vec<PairRow>,
    /// The contacts with them, the latest first.
    pub contacts: Vec<ContactRow>,
    /// The hours of training, out of the ledger.
    pub learned: Learned,
    /// The names of those who wrote all this down.
    pub names: HashMap<PersonId, PersonName>,
}

impl Path {
    /// What the rules know of it.
    pub fn facts(&self) -> Facts {
        Facts {
            steps: self.steps.iter().map(|row| row.step).collect(),
            checks: self.checks.iter().map(CheckRow::fact).collect(),
            interviews: self.interviews.iter().map(InterviewRow::fact).collect(),
            learned: self.learned,
        }
    }

    /// The present state.
    pub fn state(&self) -> StepKind {
        self.steps.last().map_or(StepKind::Applied, |row| row.step)
    }

    /// The step that is next, with what is missing for it.
    pub fn next(&self, today: NaiveDate) -> Option<(StepKind, Vec<Lack>)> {
        let step = next_step(self.state())?;
        Some((step, self.lacks(step, today)))
    }

    /// What is missing for a step.
    pub fn lacks(&self, step: StepKind, today: NaiveDate) -> Vec<Lack> {
        let begins = self.open_pair().map(|pair| pair.agreement.starts_on);
        lacks(step, &self.facts(), &self.setting.asked, (today, begins))
    }

    /// The pair that is not closed.
    pub fn open_pair(&self) -> Option<&PairRow> {
        self.pairs.iter().find(|pair| pair.closure.is_none())
    }

    /// The contacts with the open pair that are due.
    pub fn dues(&self, today: NaiveDate) -> Vec<Due> {
        let Some(pair) = self.open_pair() else { return Vec::new() };
        let made: Vec<NaiveDate> =
            self.contacts.iter().filter(|row| row.pair == pair.id).map(|row| row.held_on).collect();
        let span = (pair.agreement.starts_on, contacts::last_day(pair.ends_on(), today));
        contacts::schedule(span, &self.setting.asked, &made, today)
    }

    /// How near the end of the open pair is.
    pub fn end(&self, today: NaiveDate) -> End {
        self.open_pair().map_or(End::Far, |pair| contacts::end(pair.ends_on(), today))
    }

    /// The check of each kind that counts, in the order of the list: the one with the last date.
    pub fn latest_checks(&self) -> Vec<&CheckRow> {
        let kinds = CheckKind::ALL.into_iter();
        let last = |kind: CheckKind| {
            self.checks.iter().filter(move |row| row.kind == kind).max_by_key(|row| row.dated)
        };
        kinds.filter_map(last).collect()
    }

    /// Who wrote something down, in short.
    pub fn name_of(&self, person: Option<PersonId>) -> String {
        let name = person.and_then(|person| self.names.get(&person));
        name.map(PersonName::surname_and_initials).unwrap_or_default()
    }
}

/// One candidacy.
pub(super) fn one(r: &mut Read, row: CandidacyRow) -> Result<Path, Problem> {
    load(r, vec![row])?.pop().ok_or_else(Problem::not_found)
}

/// Some candidacies, in the order given: eleven queries.
pub(super) fn load(r: &mut Read, rows: Vec<CandidacyRow>) -> Result<Vec<Path>, Problem> {
    let ids: Vec<MentorId> = rows.iter().map(|row| row.id).collect();
    let mut organisations: Vec<OrganisationId> = rows.iter().map(|row| row.organisation).collect();
    organisations.sort_unstable();
    organisations.dedup();
    let names_of = store::organisation_names(r, &organisations)?;
    let settings = settings::of(r, &organisations)?;
    let learned = lessons(r, &rows, &settings)?;
    let mut steps = grouped(store::steps(r, &ids)?, |row| row.candidacy);
    let mut checks = grouped(records::checks(r, &ids)?, |row| row.candidacy);
    let mut interviews = grouped(records::interviews(r, &ids)?, |row| row.candidacy);
    let mut pairs = grouped(pairs::pairs(r, Which::Of(&ids))?, |row| row.candidacy);
    let every: Vec<_> = pairs.values().flatten().map(|pair| pair.id).collect();
    let contacts = pairs::contacts(r, &every)?;
    let mut paths: Vec<Path> = rows
        .into_iter()
        .map(|row| {
            let setting = settings.get(&row.organisation).cloned().unwrap_or_else(SettingRow::usual);
            let own = pairs.remove(&row.id).unwrap_or_default();
            let of_own = |contact: &&ContactRow| own.iter().any(|pair| pair.id == contact.pair);
            Path {
                organisation: names_of.get(&row.organisation).cloned().unwrap_or_default(),
                learned: learned_of(learned.get(&row.person), &setting.programmes),
                setting,
                steps: steps.remove(&row.id).unwrap_or_default(),
                checks: checks.remove(&row.id).unwrap_or_default(),
                interviews: interviews.remove(&row.id).unwrap_or_default(),
                contacts: contacts.iter().filter(of_own).cloned().collect(),
                pairs: own,
                names: HashMap::new(),
                row,
            }
        })
        .collect();
    name(r, &mut paths)?;
    Ok(paths)
}

type Lessons = HashMap<PersonId, Vec<(ProgrammeId, Lesson)>>;

fn lessons(
    r: &mut Read,
    rows: &[CandidacyRow],
    settings: &HashMap<OrganisationId, SettingRow>,
) -> Result<Lessons, Problem> {
    let people: Vec<PersonId> = rows.iter().map(|row| row.person).collect();
    let mut programmes: Vec<ProgrammeId> =
        settings.values().flat_map(|setting| setting.programmes.iter().copied()).collect();
    programmes.sort_unstable();
    programmes.dedup();
    training::lessons(r, &people, &programmes)
}

fn learned_of(lessons: Option<&Vec<(ProgrammeId, Lesson)>>, programmes: &[ProgrammeId]) -> Learned {
    let counted = lessons.into_iter().flatten().filter(|(programme, _)| programmes.contains(programme));
    let counted: Vec<Lesson> = counted.map(|(_, lesson)| *lesson).collect();
    Learned::of(&counted)
}

fn grouped<T>(rows: Vec<T>, whose: impl Fn(&T) -> MentorId) -> HashMap<MentorId, Vec<T>> {
    let mut grouped: HashMap<MentorId, Vec<T>> = HashMap::new();
    for row in rows {
        grouped.entry(whose(&row)).or_default().push(row);
    }
    grouped
}

/// Everybody who wrote something down, in one query; each path has the names of its own.
fn name(r: &mut Read, paths: &mut [Path]) -> Result<(), Problem> {
    let writers: Vec<Vec<PersonId>> = paths.iter().map(writers).collect();
    let mut everybody: Vec<PersonId> = writers.iter().flatten().copied().collect();
    everybody.sort_unstable();
    everybody.dedup();
    let names = store::names(r, &everybody)?;
    for (path, own) in paths.iter_mut().zip(writers) {
        path.names = own.into_iter().filter_map(|id| Some((id, names.get(&id)?.clone()))).collect();
    }
    Ok(())
}

fn writers(path: &Path) -> Vec<PersonId> {
    let steps = path.steps.iter().map(|row| row.by);
    let checks = path.checks.iter().map(|row| row.seen_by);
    let interviews = path.interviews.iter().map(|row| row.by);
    let contacts = path.contacts.iter().map(|row| row.by);
    let pairs =
        path.pairs.iter().flat_map(|row| [row.matched_by, row.closure.as_ref().and_then(|one| one.by)]);
    let extensions = path.pairs.iter().flat_map(|row| row.extensions.iter().map(|one| one.by));
    steps.chain(checks).chain(interviews).chain(contacts).chain(pairs).chain(extensions).flatten().collect()
}
