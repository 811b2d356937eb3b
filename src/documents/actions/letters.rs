//! Papers without a course: thanks, recommendations, records of service, documents of authority.

use super::desk::template;
use super::entering::{Build, Contact, Entered, Tools, enter_all, number_ask, print_later, told};
use crate::countries::rules::Profile;
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::documents::rules::grounds::{holder_fault, issuer_faults};
use crate::documents::rules::letters::{self, LetterFacts, LetterText};
use crate::documents::rules::names::name_faults;
use crate::documents::rules::snapshot::TemplateUsed;
use crate::documents::rules::{self, Issuer, Snapshot};
use crate::documents::store::IssuedRow;
use crate::documents::store::grounds::{self, HolderRow};
use crate::identities::rules::Basics;
use crate::identities::store as identities;
use crate::kernel::{
    Actor, DocumentId, Fault, Language, Moment, OrganisationId, PersonId, Problem, ProblemCode, PublicId,
    ZoneName,
};
use crate::mail;
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions as registers;
use chrono::{Datelike as _, NaiveDate};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// What an administrator asks for.
#[derive(Debug, Clone)]
pub struct LetterAsk {
    /// Who issues it.
    pub organisation: OrganisationId,
    /// Who gets it.
    pub person: PersonId,
    /// Which paper: one that attests no course.
    pub kind: DocumentKind,
    /// What it says, once for each language in the order of print.
    pub texts: Vec<LetterText>,
    /// From when until when it holds, both days included; a document of authority has to say so.
    pub valid: Option<(NaiveDate, NaiveDate)>,
    /// The date on it; today in `zone` when nothing is said.
    pub issued_on: Option<NaiveDate>,
    /// The zone whose days its dates are.
    pub zone: ZoneName,
    /// A number typed by hand; the next of the register when nothing is said.
    pub number: Option<String>,
    /// Under which anybody verifies it, drawn beforehand: the transaction may run more than once.
    pub public_id: PublicId,
}

/// Issues a paper without a course. Its holder is told, and it is printed afterwards.
///
/// # Errors
/// `NotFound` for administrators of other organisations, and for people there are not; `Invalid` for people who have nothing
/// to do with the organisation, unless the site's administrator writes to them, and with everything that is missing of the issuer, the text, the period, the name and the number.
pub fn issue_letter(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &LetterAsk,
    now: Moment,
) -> Result<IssuedRow, Problem> {
    let ready = Known::of_one(w, actor, input)?.prepared(tools, input, now)?;
    let issued = issue_prepared(w, actor, tools, &[(input, ready)], now)?.pop();
    issued.ok_or_else(|| Problem::internal(anyhow::anyhow!("the paper was not issued")))
}

/// Issues many papers of one organisation, kind and date, none of them with a number that was typed: all of them or none, in
/// a fixed number of queries.
///
/// # Errors
/// As [`issue_letter`]; what stands in the way of a person is filed under `people.<id>`.
pub fn issue_letters(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    inputs: &[LetterAsk],
    now: Moment,
) -> Result<Vec<IssuedRow>, Problem> {
    let known = Known::load(w, actor, inputs)?;
    // One stranger is refused, and keeps nobody else from their paper.
    let stranger = |person| filed(Fault::new("person", STRANGERS), person);
    let mut faults: Vec<Fault> = strangers(w, actor, inputs)?.into_iter().map(stranger).collect();
    let mut ready = Vec::new();
    for input in inputs {
        match known.prepared(tools, input, now) {
            Ok(done) => ready.push((input, done)),
            Err(problem) if problem.code == ProblemCode::Invalid => {
                let theirs = problem.faults.into_iter().map(|fault| filed(fault, input.person));
                faults.extend(theirs);
            }
            Err(other) => return Err(other),
        }
    }
    // What is wrong with the issuer is wrong for everybody, and is said once.
    let mut said: Vec<Fault> = Vec::new();
    for fault in faults {
        if !said.contains(&fault) {
            said.push(fault);
        }
    }
    if said.is_empty() { issue_prepared(w, actor, tools, &ready, now) } else { Err(Problem::invalid(said)) }
}

fn filed(fault: Fault, person: PersonId) -> Fault {
    if fault.field == "person" { Fault { field: format!("people.{person}"), ..fault } } else { fault }
}

/// What a paper says, whose it is, and the date on it.
type Ready = (LetterFacts, HolderRow, NaiveDate);

fn issue_prepared(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    ready: &[(&LetterAsk, Ready)],
    now: Moment,
) -> Result<Vec<IssuedRow>, Problem> {
    let entered: Vec<(Entered<'_>, Build<'_>)> = ready.iter().map(entered).collect();
    let done = enter_all(w, actor, tools, &entered, now)?;
    let ids: Vec<DocumentId> = done.iter().map(|(row, _)| row.id).collect();
    print_later(w, &ids, now)?;
    let letter =
        |((input, (_, holder, _)), (_, snapshot)): (&(&LetterAsk, Ready), &(IssuedRow, Snapshot))| {
            let contact = Contact {
                person: input.person,
                email: &holder.email,
                name: &holder.name,
                language: holder.language,
            };
            told(&contact, snapshot)
        };
    let letters: Vec<mail::Letter> = ready.iter().zip(&done).map(letter).collect();
    mail::send_all(w, now, &letters)?;
    Ok(done.into_iter().map(|(row, _)| row).collect())
}

fn entered<'a>((input, (facts, _, issued_on)): &'a (&'a LetterAsk, Ready)) -> (Entered<'a>, Build<'a>) {
    let entered = Entered {
        organisation: input.organisation,
        person: input.person,
        course: None,
        kind: input.kind,
        issued_on: *issued_on,
        public_id: &input.public_id,
        number: number_ask(input.number.as_deref()),
        replaces: None,
    };
    (entered, Box::new(move |particulars| facts.clone().snapshot(particulars)))
}

/// What the paper would look like: with real data, without number, code or any trace.
///
/// # Errors
/// As [`issue_letter`].
pub fn sample_letter(
    r: &mut Read,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &LetterAsk,
    now: Moment,
) -> Result<Snapshot, Problem> {
    let (facts, _, issued_on) = Known::of_one(r, actor, input)?.prepared(tools, input, now)?;
    let pattern = registers::setting(r, input.organisation, input.kind)?.pattern;
    Ok(facts.snapshot(rules::Particulars {
        number: pattern.sample(issued_on.year()),
        issued_on,
        ..rules::Particulars::default()
    }))
}

/// The fault of whoever has nothing to do with the organisation.
const STRANGERS: &str = "letter-strangers";

/// Who of the holders has nothing to do with the organisation; nobody is a stranger to the site's administrator.
fn strangers(r: &mut Read, actor: &Actor, inputs: &[LetterAsk]) -> Result<Vec<PersonId>, Problem> {
    let Some(first) = inputs.first().filter(|_| !actor.roles.site_administrator) else {
        return Ok(Vec::new());
    };
    let people: Vec<PersonId> = inputs.iter().map(|input| input.person).collect();
    let theirs = grounds::belonging(r, &people, first.organisation)?;
    Ok(people.into_iter().filter(|person| !theirs.contains(person)).collect())
}

/// What is read for papers of one organisation and kind: a fixed number of queries.
struct Known {
    profile: Profile,
    issuer: Issuer,
    holders: HashMap<PersonId, HolderRow>,
    basics: HashMap<PersonId, Basics>,
    templates: BTreeMap<Language, Option<TemplateUsed>>,
}

impl Known {
    /// What is read for one paper, whose holder has something to do with the organisation.
    fn of_one(r: &mut Read, actor: &Actor, input: &LetterAsk) -> Result<Known, Problem> {
        let one = std::slice::from_ref(input);
        let known = Known::load(r, actor, one)?;
        match strangers(r, actor, one)?.is_empty() {
            true => Ok(known),
            false => Err(Problem::invalid(vec![Fault::new("person", STRANGERS)])),
        }
    }

    fn load(r: &mut Read, actor: &Actor, inputs: &[LetterAsk]) -> Result<Known, Problem> {
        let first = inputs.first().ok_or_else(Problem::not_found)?;
        actor.require_administrator_of(first.organisation).map_err(|_| Problem::not_found())?;
        let people: Vec<PersonId> = inputs.iter().map(|input| input.person).collect();
        let mut templates = BTreeMap::new();
        for language in inputs.iter().map(language_of) {
            if let Entry::Vacant(place) = templates.entry(language) {
                place.insert(template(r, first.organisation, first.kind, language)?);
            }
        }
        Ok(Known {
            profile: countries::profile_of(r, first.organisation)?,
            issuer: grounds::issuer(r, first.organisation)?,
            holders: grounds::holders(r, &people)?,
            basics: identities::basics_of(r, &people)?,
            templates,
        })
    }

    /// Everything checked.
    fn prepared(&self, tools: &Tools<'_>, input: &LetterAsk, now: Moment) -> Result<Ready, Problem> {
        let holder = self.holders.get(&input.person).cloned().ok_or_else(Problem::not_found)?;
        let today = now.date_in(input.zone);
        let issued_on = input.issued_on.unwrap_or(today);
        let basics = self.basics.get(&input.person);
        let facts = LetterFacts {
            kind: input.kind,
            country: self.profile.country,
            named: rules::named(&self.profile, input.kind),
            issuer: self.issuer.clone(),
            holder: holder.name.clone(),
            spelling: basics.and_then(|basics| basics.spelling.clone()),
            texts: input.texts.clone(),
            valid: input.valid,
            zone: input.zone,
            template: self.templates.get(&language_of(input)).cloned().flatten(),
        };
        let mut faults = letters::faults(&self.profile, input.kind, &input.texts, input.valid);
        faults.extend(rules::issue_date_fault(issued_on, today));
        faults.extend(printing_faults(&facts, tools));
        if faults.is_empty() { Ok((facts, holder, issued_on)) } else { Err(Problem::invalid(faults)) }
    }
}

/// The language a paper is printed in first.
fn language_of(input: &LetterAsk) -> Language {
    input.texts.first().map_or(Language::Ru, |text| text.language)
}

/// What keeps the paper from being printed: the issuer, the name, letters without a glyph in the text.
fn printing_faults(facts: &LetterFacts, tools: &Tools<'_>) -> Vec<Fault> {
    let missing = |text: &str| tools.typesetter.missing_glyphs(text);
    let mut faults = issuer_faults(&facts.issuer, &missing);
    faults.extend(name_faults(&facts.holder, facts.spelling.as_ref(), false, "person"));
    faults.extend(holder_fault(&facts.holder, "person", &missing));
    let letters = missing(&facts.printed());
    if !letters.is_empty() {
        let listed: Vec<String> = letters.iter().map(char::to_string).collect();
        faults.push(Fault::new("paragraphs", "document-letters-text").with("letters", listed.join(" ")));
    }
    faults
}
