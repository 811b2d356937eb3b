//! The form of an edition, new or not.

use super::wrong;
use crate::editions::actions::{Choices, Editing};
use crate::editions::rules::AttendanceBase;
use crate::editions::rules::draft::Draft;
use crate::kernel::{EditionId, Fault, Language, OrganisationId, PersonId, PersonName, ZoneName, zones};
use crate::programmes::store::VersionRow;
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;

/// The form.
#[derive(Debug, Serialize)]
pub struct Edit {
    existing: bool,
    heading: String,
    url: String,
    cancel_url: String,
    list_url: &'static str,
    /// The version cannot be changed any more: its name instead of a choice.
    pinned: Option<String>,
    no_versions: bool,
    no_organisations: bool,
    programmes_url: &'static str,
    organisations_url: &'static str,
    form: EditForm,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct EditForm {
    version: Field,
    versions: Vec<Choice>,
    organisation: Field,
    organisations: Vec<Choice>,
    title: Field,
    starts_on: Field,
    ends_on: Field,
    time_zone: Field,
    zones: Vec<Choice>,
    capacity: Field,
    trainers: Field,
    staff: Vec<Choice>,
    attendance: Field,
    attendance_of: Field,
    bases: Vec<Base>,
    hours: Field,
    every_quiz: Field,
    every_quiz_on: bool,
    every_case: Field,
    every_case_on: bool,
    quiz_pass: Field,
    case_pass: Field,
    valid_months: Field,
}

/// What the attendance may be a share of, with what that means.
#[derive(Debug, Serialize)]
struct Base {
    value: &'static str,
    label_key: String,
    note_key: String,
    selected: bool,
}

impl Base {
    fn new(base: AttendanceBase, chosen: &str) -> Base {
        let value = base.as_str();
        let nothing = chosen.is_empty() && base == AttendanceBase::Planned;
        Base {
            value,
            label_key: format!("editions-attendance-of-{value}"),
            note_key: format!("editions-attendance-of-{value}-note"),
            selected: nothing || chosen == value,
        }
    }
}

impl Edit {
    /// The form of a new edition, as typed so far.
    pub fn new(draft: &Draft, faults: &[Fault], choices: &Choices, reader: &Reader) -> Edit {
        let form = EditForm::new(draft, faults, choices, reader);
        Edit {
            existing: false,
            heading: String::new(),
            url: paths::EDITIONS.to_owned(),
            cancel_url: paths::EDITIONS.to_owned(),
            list_url: paths::EDITIONS,
            pinned: None,
            no_versions: choices.versions.is_empty(),
            no_organisations: choices.organisations.is_empty(),
            programmes_url: paths::PROGRAMME_IMPORTS,
            organisations_url: paths::NEW_ORGANISATION,
            fields: form.fields(),
            form,
        }
    }

    /// The form of an edition that exists, with what was typed into it.
    pub fn of(editing: &Editing, draft: &Draft, faults: &[Fault], reader: &Reader) -> Edit {
        let id = editing.edition.id;
        let own = editing.choices.versions.iter().find(|version| version.id == editing.edition.version_id);
        Edit {
            existing: true,
            heading: editing.edition.title.clone(),
            url: paths::edition(id),
            cancel_url: paths::edition(id),
            pinned: own.filter(|_| editing.has_people).map(|version| version_name(version, reader)),
            ..Edit::new(draft, faults, &editing.choices, reader)
        }
    }
}

fn version_name(version: &VersionRow, reader: &Reader) -> String {
    let (title, hours) = (version.title.0.for_reader(reader.language), version.volume().total().0);
    let number = version.number;
    match reader.language {
        Language::Ru => format!("{title}, версия {number}, {hours} ч"),
        Language::Kk => format!("{title}, {number}-нұсқа, {hours} сағ"),
        Language::En => format!("{title}, version {number}, {hours} h"),
    }
}

impl EditForm {
    fn new(draft: &Draft, faults: &[Fault], choices: &Choices, reader: &Reader) -> EditForm {
        let field = |name: &str, value: &str| Field::with_faults(name, value, faults);
        let zone_chosen = ZoneName::parse(&draft.time_zone);
        let zones = zones::choices(reader.language, zone_chosen, reader.now);
        let zones = zones.iter().map(|(zone, label)| Choice::new(zone.name(), label, &draft.time_zone));
        let versions = choices.versions.iter();
        let organisations = choices.organisations.iter();
        let staff = choices.staff.iter().map(|(person, name)| Choice {
            value: person.to_string(),
            label: name.full(),
            selected: draft.trainers.contains(&person.to_string()),
        });
        EditForm {
            version: field("version", &draft.version),
            versions: versions.map(|v| Choice::new(v.id, version_name(v, reader), &draft.version)).collect(),
            organisation: field("organisation", &draft.organisation),
            organisations: organisations
                .map(|(id, name)| Choice::new(id, name, &draft.organisation))
                .collect(),
            title: field("title", &draft.title),
            starts_on: field("starts_on", &draft.starts_on),
            ends_on: field("ends_on", &draft.ends_on),
            time_zone: field("time_zone", &draft.time_zone),
            zones: zones.collect(),
            capacity: field("capacity", &draft.capacity),
            trainers: field("trainers", ""),
            staff: staff.collect(),
            attendance: field("attendance", &draft.attendance),
            attendance_of: field("attendance_of", &draft.attendance_of),
            bases: AttendanceBase::ALL.map(|base| Base::new(base, &draft.attendance_of)).into(),
            hours: field("hours", &draft.hours),
            every_quiz: field("every_quiz", ""),
            every_quiz_on: draft.every_quiz,
            every_case: field("every_case", ""),
            every_case_on: draft.every_case,
            quiz_pass: field("quiz_pass", &draft.quiz_pass),
            case_pass: field("case_pass", &draft.case_pass),
            valid_months: field("valid_months", &draft.valid_months),
        }
    }

    fn fields(&self) -> Vec<Field> {
        wrong(&[
            &self.version,
            &self.organisation,
            &self.title,
            &self.starts_on,
            &self.ends_on,
            &self.time_zone,
            &self.capacity,
            &self.trainers,
            &self.attendance,
            &self.attendance_of,
            &self.hours,
            &self.quiz_pass,
            &self.case_pass,
            &self.valid_months,
        ])
    }
}

impl View for Edit {
    const TEMPLATE: &'static str = "pages/editions/edit";

    fn title(&self) -> Title {
        if self.existing { Title::text(&self.heading) } else { Title::key("editions-new-title") }
    }

    fn samples() -> Vec<Edit> {
        let reader = Reader::sample();
        let choices = Choices {
            versions: Vec::new(),
            organisations: vec![(OrganisationId(1), "Учебный центр".into())],
            staff: vec![(PersonId(1), PersonName::new("Ли", "Анна", None))],
        };
        let draft = Draft { title: "2-й поток".into(), trainers: vec!["1".into()], ..Draft::default() };
        let faults = [
            Fault::new("capacity", "capacity-below-people").with("count", 12),
            Fault::new("version", "edition-has-people"),
            Fault::new("version", "country-programme-hours-few")
                .with("hours", 15)
                .with("limit", 16)
                .with("rule", "приказ № 266, п. 18"),
        ];
        let existing = Edit {
            existing: true,
            heading: "2-й поток".into(),
            url: paths::edition(EditionId(1)),
            pinned: Some("Эффективное партнёрство · v2".into()),
            no_versions: false,
            ..Edit::new(&draft, &[], &choices, &reader)
        };
        vec![Edit::new(&draft, &faults, &choices, &reader), existing]
    }
}
