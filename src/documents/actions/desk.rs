//! The issuing desk of an edition: which papers it may end with, who is ready, who has a document, and what everybody else
//! lacks.

use crate::countries::rules::Profile;
use crate::countries::rules::licences::fault as licence_fault;
use crate::countries::store::{self as countries, licences};
use crate::db::Read;
use crate::documents::rules::choosing::{self, CourseCase, KindChoice};
use crate::documents::rules::conditions::Decided;
use crate::documents::rules::form;
use crate::documents::rules::grounds::paper_languages;
use crate::documents::rules::marks::ModuleMark;
use crate::documents::rules::snapshot::{Left, Run, TemplateUsed, TrailFacts};
use crate::documents::rules::{self, Bearer, Grounds, Issuer, Shortfall, term};
use crate::documents::store::IssuedRow;
use crate::documents::store::grounds::{self, TraineeRow, Version};
use crate::documents::store::parts;
use crate::editions::store::{self as editions, EditionRow};
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Fault, Language, Localised, Moment, OrganisationId, PersonName, Problem,
};
use crate::paper_templates::store as templates;
use crate::printing::Typesetter;
use crate::printing::papers::PaperModule;
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions::{self as registers, years};
use chrono::{Datelike as _, NaiveDate};
use std::collections::BTreeSet;

/// The desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The edition.
    pub edition: EditionRow,
    /// What all its documents have in common.
    pub grounds: Grounds,
    /// The day it is in the zone of the edition.
    pub today: NaiveDate,
    /// The date the documents would carry.
    pub issued_on: NaiveDate,
    /// What stands in the place of a number on samples.
    pub sample_number: String,
    /// The country's rules.
    pub profile: Profile,
    /// Every kind of paper of a course, with what stands against it.
    pub kinds: Vec<KindChoice>,
    /// What keeps everybody from being issued anything.
    pub blocked: Vec<Fault>,
    /// The people of the edition, by name; those who were withdrawn only for a paper about a part of the course.
    pub people: Vec<Candidate>,
}

/// Somebody of the edition.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub trainee: TraineeRow,
    /// The name in Russian letters, where it is spelled apart.
    pub spelling: Option<PersonName>,
    /// The conditions, decided.
    pub conditions: Vec<Decided>,
    /// What stands in the way, each with its numbers; the field is `enrolments.<id>`.
    pub faults: Vec<Fault>,
    /// What of the programme was not held, where that is no condition of the rule: a document needs a reason then.
    pub short: Option<Shortfall>,
    /// The documents of this kind for this enrolment, the oldest first.
    pub documents: Vec<IssuedRow>,
    /// The mark of the final assessment.
    pub mark: Option<String>,
    /// The orders and the protocol.
    pub trail: Option<TrailFacts>,
    /// The modules mastered and how the course was left, for a paper about a part of it.
    pub part: Option<(Vec<PaperModule>, Left)>,
    /// The topic of the final work.
    pub topic: Option<Localised>,
    /// How each module that the paper lists was passed.
    pub marks: Vec<Option<ModuleMark>>,
}

/// Where somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// Nothing stands in the way.
    Ready,
    /// Has a valid document.
    Issued(&'a IssuedRow),
    /// Something stands in the way.
    Unready,
}

impl Candidate {
    /// Where this person stands.
    pub fn verdict(&self) -> Verdict<'_> {
        match self.documents.iter().find(|document| document.valid) {
            Some(document) => Verdict::Issued(document),
            None if self.faults.is_empty() => Verdict::Ready,
            None => Verdict::Unready,
        }
    }

    /// What a paper says of this person.
    pub fn bearer(&self, qualification: Option<&str>) -> Bearer {
        Bearer {
            holder: self.trainee.name.clone(),
            spelling: self.spelling.clone(),
            conditions: self.conditions.clone(),
            mark: self.mark.clone(),
            trail: self.trail.clone(),
            part: self.part.clone(),
            qualification: qualification.map(str::to_owned),
            topic: self.topic.clone(),
            marks: self.marks.clone(),
        }
    }
}

impl Desk {
    /// Whether the dates allow to issue today at all. A paper about a part of the course does not wait for its end.
    pub fn date_fault(&self, issued_on: NaiveDate) -> Option<Fault> {
        if self.of_a_part() {
            return rules::issue_date_fault(issued_on, self.today);
        }
        rules::date_fault(&self.edition.term(), issued_on, self.today)
    }

    /// Whether the paper is for those who did not finish.
    pub fn of_a_part(&self) -> bool {
        choosing::of_a_part(&self.profile, self.grounds.kind)
    }

    /// Until when somebody is to be given a certificate of study.
    pub fn study_due(&self, candidate: &Candidate) -> Option<NaiveDate> {
        let order =
            candidate.trail.as_ref().and_then(|trail| trail.closing.as_ref()).map(|(_, dated)| *dated);
        let left = candidate.part.as_ref().and_then(|(_, left)| left.on);
        choosing::study_due(&self.profile, self.grounds.kind, order.or(left).unwrap_or(self.edition.ends_on))
    }

    /// The last day on which documents of the desk's date hold, where the edition says for how long.
    pub fn valid_until(&self) -> Option<NaiveDate> {
        term::of(self.grounds.kind, self.grounds.rule.valid_months, self.issued_on).map(|(_, until)| until)
    }

    /// Whether somebody has to say which qualification the paper gives.
    pub fn asks_qualification(&self) -> bool {
        self.grounds.kind == DocumentKind::RetrainingDiploma
    }

    /// How many are ready.
    pub fn ready(&self) -> usize {
        self.people.iter().filter(|candidate| candidate.verdict() == Verdict::Ready).count()
    }

    /// What of the programme was not held for those who are ready: the most that is short.
    pub fn short(&self) -> Option<Shortfall> {
        let ready = self.people.iter().filter(|candidate| candidate.verdict() == Verdict::Ready);
        ready.filter_map(|candidate| candidate.short).max_by_key(|short| short.planned - short.held)
    }

    /// Somebody of the edition.
    ///
    /// # Errors
    /// `NotFound` for an enrolment of another edition, or a withdrawn one where the paper is for those who finish.
    pub fn candidate(&self, enrolment: EnrolmentId) -> Result<&Candidate, Problem> {
        let found = self.people.iter().find(|candidate| candidate.trainee.enrolment == enrolment);
        found.ok_or_else(Problem::not_found)
    }
}

/// Which desk is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The edition.
    pub edition: EditionId,
    /// The kind of paper; the programme's own when nothing is said.
    pub kind: Option<DocumentKind>,
    /// The date on the documents; today when nothing is said.
    pub issued_on: Option<NaiveDate>,
}

/// The desk of an edition with the programme's own paper, for today.
///
/// # Errors
/// As [`desk_for`].
pub fn desk(
    r: &mut Read,
    actor: &Actor,
    typesetter: &Typesetter,
    id: EditionId,
    now: Moment,
) -> Result<Desk, Problem> {
    desk_for(r, actor, typesetter, Wanted { edition: id, kind: None, issued_on: None }, now)
}

/// The desk of an edition, for the administrators of the organisation that runs it. A fixed number of queries,
/// whatever the number of people.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn desk_for(
    r: &mut Read,
    actor: &Actor,
    typesetter: &Typesetter,
    wanted: Wanted,
    now: Moment,
) -> Result<Desk, Problem> {
    desk_among(r, actor, typesetter, (wanted, None), now)
}

/// The desk of an edition with the chosen people only: it costs these, however large the edition is.
///
/// # Errors
/// As [`desk_for`].
pub fn desk_of(
    r: &mut Read,
    actor: &Actor,
    typesetter: &Typesetter,
    (wanted, chosen): (Wanted, &BTreeSet<EnrolmentId>),
    now: Moment,
) -> Result<Desk, Problem> {
    let chosen: Vec<EnrolmentId> = chosen.iter().copied().collect();
    desk_among(r, actor, typesetter, (wanted, Some(&chosen)), now)
}

fn desk_among(
    r: &mut Read,
    actor: &Actor,
    typesetter: &Typesetter,
    (wanted, chosen): (Wanted, Option<&[EnrolmentId]>),
    now: Moment,
) -> Result<Desk, Problem> {
    let edition = editions::edition(r, wanted.edition)?
        .filter(|edition| actor.require_administrator_of(edition.organisation_id).is_ok())
        .ok_or_else(Problem::not_found)?;
    let today = now.date_in(edition.time_zone);
    let missing = |text: &str| typesetter.missing_glyphs(text);
    let profile = countries::profile_of(r, edition.organisation_id)?;
    let version = grounds::version(r, edition.version_id)?;
    let issuer = grounds::issuer(r, edition.organisation_id)?;
    let course = CourseCase {
        programme: version.kind,
        hours: version.taught.hours,
        licensed: issuer.licence.is_some(),
    };
    let days = (edition.starts_on, edition.ends_on);
    let licences = licences::plain(r, edition.organisation_id)?;
    let against = |kind| licence_fault(&profile, kind, &licences, days, "kind");
    let mut kinds = choosing::choices(&profile, course);
    for choice in &mut kinds {
        choice.faults.extend(against(choice.kind));
    }
    let kind = wanted.kind.unwrap_or_else(|| choosing::usual(&profile, &kinds, version.document));
    let grounds = grounds_of(r, (&edition, version, issuer), &profile, kind)?;
    let mut blocked = course.against(&profile, kind);
    blocked.extend(against(kind));
    blocked.extend(grounds.faults(&missing));
    let issued_on = wanted.issued_on.unwrap_or(today);
    blocked.extend(years::fault(r, edition.organisation_id, issued_on)?);
    let pattern = registers::setting(r, edition.organisation_id, kind)?.pattern;
    let (sample_number, people) = (pattern.sample(issued_on.year()), Vec::new());
    let mut desk =
        Desk { today, issued_on, edition, grounds, sample_number, profile, kinds, blocked, people };
    desk.people = super::candidates::of(r, (&desk, chosen), (course, actor.language, &missing), now)?;
    Ok(desk)
}

fn grounds_of(
    r: &mut Read,
    (edition, version, issuer): (&EditionRow, Version, Issuer),
    profile: &Profile,
    kind: DocumentKind,
) -> Result<Grounds, Problem> {
    let languages = paper_languages(profile, version.language);
    let language = languages.first().copied().unwrap_or(Language::Ru);
    Ok(Grounds {
        kind,
        template: template(r, edition.organisation_id, kind, language)?,
        languages,
        country: profile.country,
        named: rules::named(profile, kind),
        programme: version.kind,
        issuer,
        run: Run {
            id: edition.id,
            title: edition.title.clone(),
            starts_on: edition.starts_on,
            ends_on: edition.ends_on,
            time_zone: edition.time_zone,
        },
        rule: edition.rule.0,
        modules: grounds::module_hours(r, edition.version_id)?,
        form: form::of(&parts::delivered(r, edition.version_id, edition.id)?),
        taught: version.taught,
    })
}

/// The template an organisation has chosen for a kind and a language, as documents keep it.
pub(super) fn template(
    r: &mut Read,
    organisation: OrganisationId,
    kind: DocumentKind,
    language: Language,
) -> Result<Option<TemplateUsed>, Problem> {
    let chosen = templates::chosen(r, organisation, kind, language)?;
    Ok(chosen.map(|chosen| TemplateUsed {
        version: chosen.version,
        name: chosen.name,
        number: chosen.number,
        sha256: chosen.sha256,
    }))
}
