//! The form of how an edition takes a case.

use super::parts::Link;
use crate::cases::actions::SettingUp;
use crate::cases::rules::{Allocation, CaseSetup, LateRule, Release};
use crate::cases::store::PastSetup;
use crate::kernel::{Problem, Word, dates};
use crate::web::{Choice, Field, Form, Reader, Title, View, paths};
use serde::Serialize;
use std::collections::BTreeMap;

/// Says a key in the reader's language.
type Say<'s> = &'s dyn Fn(&str) -> String;

/// The page.
#[derive(Debug, Serialize)]
pub struct SetupForm {
    crumbs: Vec<Link>,
    case: String,
    zone: &'static str,
    url: String,
    extensions_url: String,
    is_set: bool,
    form: BTreeMap<&'static str, Field>,
    on: BTreeMap<&'static str, bool>,
    /// Whether the reader may not decide about names.
    names_fixed: bool,
    graders: Vec<Choice>,
    releases: Vec<Choice>,
    allocations: Vec<Choice>,
    lates: Vec<Choice>,
    wrong: Vec<Field>,
    history: Vec<Past>,
}

#[derive(Debug, Serialize)]
struct Past {
    number: i32,
    when: String,
    who: Option<String>,
}

const FIELDS: [&str; 11] = [
    "graders",
    "disagreement",
    "allocation",
    "release",
    "release_on",
    "release_time",
    "late",
    "late_per_day",
    "late_most",
    "late_days",
    "due_on",
];
const BOXES: [&str; 1] = ["blind"];

impl SetupForm {
    /// What holds, to be changed.
    pub fn new(found: &SettingUp, reader: &Reader, say: Say<'_>) -> SetupForm {
        let values = values(found);
        let value = |name: &str| values.get(name).cloned().unwrap_or_default();
        let form = FIELDS.iter().map(|name| (*name, Field::filled(name, value(name))));
        let on = [("blind", found.setup.blind)];
        SetupForm::of(found, form.collect(), on.into(), (reader, say))
    }

    /// The form as it was typed, with what is wrong with it.
    pub fn typed(
        found: &SettingUp,
        form: &Form,
        problem: &Problem,
        reader: &Reader,
        say: Say<'_>,
    ) -> SetupForm {
        let fields = FIELDS.iter().map(|name| (*name, Field::typed(name, form, problem)));
        let fixed = found.setup.blind && !found.administers;
        let on = BOXES.map(|name| (name, form.ticked(name) || fixed));
        SetupForm::of(found, fields.collect(), on.into(), (reader, say))
    }

    fn of(
        found: &SettingUp,
        mut form: BTreeMap<&'static str, Field>,
        on: BTreeMap<&'static str, bool>,
        (reader, say): (&Reader, Say<'_>),
    ) -> SetupForm {
        let wrong = FIELDS.iter().filter_map(|name| form.get(name)).filter(|one| !one.faults.is_empty());
        let wrong = wrong.cloned().collect();
        let chosen = |name: &str| form.get(name).map(|field| field.value.clone()).unwrap_or_default();
        let choices = |name: &str, words: &[&str]| {
            let label = |word: &str| say(&format!("case-setup-{name}-{}", word.replace('_', "-")));
            let chosen = chosen(name);
            words.iter().map(|word| Choice::new(word, label(word), &chosen)).collect::<Vec<_>>()
        };
        let (graders, releases) = (choices("graders", &["1", "2"]), choices("release", &Release::WORDS));
        let (allocations, lates) =
            (choices("allocation", Allocation::WORDS), choices("late", LateRule::WORDS));
        for name in BOXES {
            form.insert(name, Field::empty(name));
        }
        let edition = &found.edition;
        SetupForm {
            crumbs: vec![Link { label: edition.title.clone(), url: paths::edition(edition.id) }],
            case: found.title.for_reader(reader.language).to_owned(),
            zone: edition.time_zone.name(),
            url: paths::case_setup(edition.id, found.case),
            extensions_url: paths::case_extensions(edition.id, found.case),
            is_set: found.number.is_some(),
            form,
            on,
            names_fixed: !found.administers,
            graders,
            releases,
            allocations,
            lates,
            wrong,
            history: found.past.iter().map(|row| past(row, found, reader)).collect(),
        }
    }
}

fn values(found: &SettingUp) -> BTreeMap<&'static str, String> {
    let CaseSetup { graders, disagreement_permille, release, allocation, late, due_on, .. } = &found.setup;
    let at = match release {
        Release::At(at) => Some(at.local(found.edition.time_zone)),
        Release::AtOnce | Release::ByHand => None,
    };
    BTreeMap::from([
        ("graders", graders.to_string()),
        ("disagreement", disagreement_permille.as_percent().to_string()),
        ("allocation", allocation.as_str().to_owned()),
        ("release", release.as_str().to_owned()),
        ("release_on", at.map(|at| at.date().to_string()).unwrap_or_default()),
        ("release_time", at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default()),
        ("late", late.as_str().to_owned()),
        ("late_per_day", found.setup.late_per_day.as_percent().to_string()),
        ("late_most", found.setup.late_most.as_percent().to_string()),
        ("late_days", found.setup.late_days.to_string()),
        ("due_on", due_on.map(|day| day.to_string()).unwrap_or_default()),
    ])
}

fn past(row: &PastSetup, found: &SettingUp, reader: &Reader) -> Past {
    let given = row.given_name.as_deref().unwrap_or_default();
    let who = row.surname.as_ref().map(|surname| format!("{surname} {given}"));
    let when = dates::day_and_time(reader.language, row.set_at, found.edition.time_zone);
    Past { number: row.number, when, who }
}

impl View for SetupForm {
    const TEMPLATE: &'static str = "pages/cases/setup";

    fn title(&self) -> Title {
        Title::with("case-setup-title", vec![("title", self.case.clone())])
    }

    fn samples() -> Vec<SetupForm> {
        let (found, say) = (super::staff_samples::setting_up(), |key: &str| key.to_owned());
        let plain = SettingUp { number: None, past: Vec::new(), administers: false, ..found.clone() };
        let problem = Problem::invalid(vec![crate::kernel::Fault::new("release_on", "required")]);
        let form = Form::of(&[("release", "at"), ("graders", "2"), ("blind", "on")]);
        let reader = Reader::sample();
        vec![
            SetupForm::new(&found, &reader, &say),
            SetupForm::new(&plain, &reader, &say),
            SetupForm::typed(&found, &form, &problem, &reader, &say),
        ]
    }
}
