//! Papers without a course: thanks, recommendations, records of service, documents of authority.

use super::desk::template;
use super::entering::{Contact, Entered, Tools, enter, number_ask, print_later, tell};
use crate::countries::store as countries;
use crate::db::{Read, Write};
use crate::documents::rules;
use crate::documents::rules::grounds::{holder_fault, issuer_faults};
use crate::documents::rules::letters::{self, LetterFacts, LetterText};
use crate::documents::rules::names::name_faults;
use crate::documents::store::IssuedRow;
use crate::documents::store::grounds::{self, HolderRow};
use crate::identities::store as identities;
use crate::kernel::{Actor, Fault, Language, Moment, OrganisationId, PersonId, Problem, PublicId, ZoneName};
use crate::programmes::rules::words::DocumentKind;
use crate::registers::actions as registers;
use chrono::{Datelike as _, NaiveDate};

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
/// `NotFound` for administrators of other organisations, and for people there are not; `Invalid` with everything that is
/// missing of the issuer, the text, the period, the name and the number.
pub fn issue_letter(
    w: &mut Write,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &LetterAsk,
    now: Moment,
) -> Result<IssuedRow, Problem> {
    let (facts, holder, issued_on) = prepared(w, actor, tools, input, now)?;
    let entered = Entered {
        organisation: input.organisation,
        person: input.person,
        course: None,
        kind: input.kind,
        issued_on,
        public_id: &input.public_id,
        number: number_ask(input.number.as_deref()),
        replaces: None,
    };
    let build = |particulars| facts.clone().snapshot(particulars);
    let (row, snapshot) = enter(w, actor, tools, (entered, &build), now)?;
    print_later(w, &[row.id], now)?;
    let contact =
        Contact { person: input.person, email: &holder.email, name: &holder.name, language: holder.language };
    tell(w, &contact, &snapshot, now)?;
    Ok(row)
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
) -> Result<rules::Snapshot, Problem> {
    let (facts, _, issued_on) = prepared(r, actor, tools, input, now)?;
    let pattern = registers::setting(r, input.organisation, input.kind)?.pattern;
    Ok(facts.snapshot(rules::Particulars {
        number: pattern.sample(issued_on.year()),
        issued_on,
        ..rules::Particulars::default()
    }))
}

/// Everything read and checked.
fn prepared(
    r: &mut Read,
    actor: &Actor,
    tools: &Tools<'_>,
    input: &LetterAsk,
    now: Moment,
) -> Result<(LetterFacts, HolderRow, NaiveDate), Problem> {
    actor.require_administrator_of(input.organisation).map_err(|_| Problem::not_found())?;
    let holder = grounds::holder(r, input.person)?.ok_or_else(Problem::not_found)?;
    let profile = countries::profile_of(r, input.organisation)?;
    let today = now.date_in(input.zone);
    let issued_on = input.issued_on.unwrap_or(today);
    let language = input.texts.first().map_or(Language::Ru, |text| text.language);
    let basics = identities::basics_of(r, &[input.person])?;
    let facts = LetterFacts {
        kind: input.kind,
        country: profile.country,
        named: rules::named(&profile, input.kind),
        issuer: grounds::issuer(r, input.organisation)?,
        holder: holder.name.clone(),
        spelling: basics.get(&input.person).and_then(|basics| basics.spelling.clone()),
        texts: input.texts.clone(),
        valid: input.valid,
        zone: input.zone,
        template: template(r, input.organisation, input.kind, language)?,
    };
    let mut faults = letters::faults(&profile, input.kind, &input.texts, input.valid);
    faults.extend(rules::issue_date_fault(issued_on, today));
    faults.extend(printing_faults(&facts, tools));
    if faults.is_empty() { Ok((facts, holder, issued_on)) } else { Err(Problem::invalid(faults)) }
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
