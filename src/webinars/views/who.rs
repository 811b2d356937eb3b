//! The form that says who the people of a list are.

use super::verdict_key;
use crate::attendance::actions::Sheet;
use crate::attendance::views::Telling;
use crate::kernel::{EnrolmentId, Problem, Word as _};
use crate::web::{Choice, Field, Form};
use crate::webinars::actions::Preview;
use crate::webinars::rules::Verdict;
use crate::webinars::rules::matching::By;
use crate::webinars::rules::outcome::Called;
use crate::webinars::rules::reading::Attendee;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// So many unknown people are asked about at once; the others can be decided over together.
pub const UNKNOWN_SHOWN: usize = 100;

/// The form.
#[derive(Debug, Default, Serialize)]
pub(super) struct Who {
    pub(super) unknown: Vec<WhoLine>,
    /// How many unknown people are not shown.
    pub(super) more: usize,
    pub(super) decided: Vec<WhoLine>,
    /// Those who were recognised by their name alone.
    pub(super) named: Vec<WhoLine>,
    pub(super) named_count: usize,
    pub(super) named_open: bool,
    /// What the form is called; nothing where there is none.
    pub(super) title_key: Option<&'static str>,
    pub(super) bulk: Vec<Choice>,
    pub(super) bulk_field: Field,
    pub(super) names: Vec<String>,
    pub(super) fields: Vec<Field>,
}

/// One of those people.
#[derive(Debug, Serialize)]
pub(super) struct WhoLine {
    pub(super) line: u32,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) several: bool,
    /// As whom they were recognised, where nobody has said so.
    pub(super) known: Option<String>,
    pub(super) empty_key: &'static str,
    pub(super) who: Field,
    pub(super) options: Vec<Choice>,
    pub(super) other: Field,
}

/// How the people of a sheet are called in the form, each name once: two of one name are told apart by a number.
pub fn labels(sheet: &Sheet) -> BTreeMap<String, EnrolmentId> {
    let mut named: BTreeMap<String, Vec<EnrolmentId>> = BTreeMap::new();
    for one in &sheet.people {
        named.entry(one.person.name.full()).or_default().push(one.person.enrolment);
    }
    let label = |name: &String, id: EnrolmentId, alone: bool| match alone {
        true => (name.clone(), id),
        false => (format!("{name} (№ {id})"), id),
    };
    let each =
        named.iter().flat_map(|(name, ids)| ids.iter().map(move |id| label(name, *id, ids.len() == 1)));
    each.collect()
}

impl Who {
    pub(super) fn new(preview: &Preview, typed: Option<(&Form, &Problem)>, telling: Telling<'_>) -> Who {
        // The other form of the page says nothing about who somebody is.
        let typed = typed.filter(|(form, _)| !form.ticked("applying"));
        let labels = labels(&preview.sheet);
        let by_id: HashMap<EnrolmentId, &String> = labels.iter().map(|(label, id)| (*id, label)).collect();
        let line = Lines { preview, by_id: &by_id, typed, telling };
        let unknown = preview.sorted.unknown.iter().take(UNKNOWN_SHOWN);
        let unknown: Vec<WhoLine> =
            unknown.map(|one| line.of(&one.attendee, one.several, &one.alike)).collect();
        let decided = preview.sorted.guests.iter().chain(&preview.sorted.ignored);
        let mut decided: Vec<WhoLine> =
            decided.take(UNKNOWN_SHOWN).map(|attendee| line.of(attendee, false, &[])).collect();
        decided.extend(line.by_hand());
        let named = line.by_name();
        let is_wrong = |one: &WhoLine| !one.who.faults.is_empty() || !one.other.faults.is_empty();
        let wrong = unknown.iter().chain(&decided).chain(&named).flat_map(|one| [&one.who, &one.other]);
        let bulk = |verdict: Verdict| Choice::new(verdict.as_str(), telling.say(verdict_key(verdict)), "");
        Who {
            more: preview.sorted.unknown.len().saturating_sub(UNKNOWN_SHOWN),
            fields: wrong.filter(|field| !field.faults.is_empty()).cloned().collect(),
            title_key: title_key(&unknown, &decided, &named),
            named_open: named.iter().any(is_wrong),
            named_count: named.len(),
            unknown,
            decided,
            named,
            bulk: vec![bulk(Verdict::Guest), bulk(Verdict::Ignored)],
            bulk_field: Field::empty("bulk"),
            names: labels.into_keys().collect(),
        }
    }
}

fn title_key(unknown: &[WhoLine], decided: &[WhoLine], named: &[WhoLine]) -> Option<&'static str> {
    if !unknown.is_empty() {
        Some("webinars-unknown")
    } else if !decided.is_empty() {
        Some("webinars-decided")
    } else {
        (!named.is_empty()).then_some("webinars-recognised")
    }
}

/// What is the same for every line of the form.
struct Lines<'a> {
    preview: &'a Preview,
    by_id: &'a HashMap<EnrolmentId, &'a String>,
    typed: Option<(&'a Form, &'a Problem)>,
    telling: Telling<'a>,
}

impl Lines<'_> {
    fn of(&self, attendee: &Attendee, several: bool, alike: &[EnrolmentId]) -> WhoLine {
        let decision = self.preview.decisions.get(&attendee.line);
        let known = match decision.map(|one| (one.verdict, one.enrolment)) {
            Some((Verdict::Person, Some(who))) => who.to_string(),
            Some((verdict, _)) => verdict.as_str().to_owned(),
            None => String::new(),
        };
        let field = |name: String, known: String| match self.typed {
            Some((form, problem)) => Field::typed(&name, form, problem),
            None => Field::filled(&name, known),
        };
        let who = field(format!("who-{}", attendee.line), known);
        let own = decision.and_then(|one| one.enrolment);
        let people = alike.iter().copied().chain(own);
        let mut options: Vec<Choice> = people
            .filter_map(|id| Some(Choice::new(id, self.by_id.get(&id)?.as_str(), &who.value)))
            .collect();
        for verdict in [Verdict::Guest, Verdict::Ignored] {
            options.push(Choice::new(verdict.as_str(), self.telling.say(verdict_key(verdict)), &who.value));
        }
        WhoLine {
            line: attendee.line,
            name: attendee.name.clone(),
            email: attendee.email.clone(),
            several,
            known: None,
            empty_key: "webinars-who-none",
            options,
            other: field(format!("other-{}", attendee.line), String::new()),
            who,
        }
    }

    /// Those whom a trainer has recognised, to be taken back.
    fn by_hand(&self) -> Vec<WhoLine> {
        let decisions = &self.preview.decisions;
        let called = self.preview.people.iter().flat_map(|one| &one.on_list.called);
        let by_hand = called.filter(|one| decisions.contains_key(&one.line));
        by_hand.map(|one| self.of(&attendee(one), false, &[])).collect()
    }

    /// Those whose name alone tells who they are, to be corrected.
    fn by_name(&self) -> Vec<WhoLine> {
        let people = self.preview.people.iter().flat_map(|one| {
            let named = one.on_list.called.iter().filter(|called| called.by == Some(By::Name));
            named.map(move |called| (one.proposal.enrolment, called))
        });
        let line = |(who, called): (EnrolmentId, &Called)| WhoLine {
            known: self.by_id.get(&who).map(|label| (*label).clone()),
            empty_key: "webinars-who-as-named",
            ..self.of(&attendee(called), false, &[])
        };
        people.take(UNKNOWN_SHOWN).map(line).collect()
    }
}

fn attendee(one: &Called) -> Attendee {
    let (email, stays) = (String::new(), Vec::new());
    Attendee { line: one.line, name: one.name.clone(), email, host: false, stays }
}
