//! The pages of those who teach, in their typical states.

use super::hiding::{Content, HidingPage};
use super::samples::{TITLE, file, hidden};
use super::versions::LinkView;
use crate::cases::actions::{Extending, SettingUp};
use crate::cases::rules::{CaseSetup, Release};
use crate::cases::store::{ExtensionRow, PastSetup};
use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    ActivityId, EditionId, EnrolmentId, ExtensionId, Fault, Language, Localised, Moment, OrganisationId,
    Permille, PersonName, ProgrammeVersionId, ZoneName,
};
use crate::web::Field;

pub(super) fn hidings() -> Vec<HidingPage> {
    let reason = Field { faults: vec![Fault::new("reason", "required")], ..Field::empty("reason") };
    let page = HidingPage {
        case_title: TITLE.into(),
        edition: "2-й поток".into(),
        number: 1,
        handed_in: "14 сентября 2026 г., 18:20".into(),
        desk_url: "/submissions/3".into(),
        url: "/submissions/3/hiding".into(),
        reason: Field::empty("reason"),
        fields: Vec::new(),
        hidden: None,
        look_url: None,
        content: None,
    };
    let look_url = Some("/submissions/3/hidden-work".into());
    let faulty = HidingPage { fields: vec![reason.clone()], reason, ..page.clone() };
    let done = HidingPage { hidden: Some(hidden()), look_url, ..page.clone() };
    let content = Content {
        paragraphs: vec!["Семья Ивановых с улицы Мира.".into()],
        links: vec![LinkView { name: None, url: "https://example.org/board".into() }],
        files: vec![file()],
    };
    let seen = HidingPage { hidden: Some(hidden()), content: Some(content), ..page.clone() };
    vec![page, faulty, done, seen]
}

pub(super) fn extending() -> Extending {
    let at = Moment::from_utc(Default::default());
    let day = chrono::NaiveDate::from_yo_opt(2026, 263).unwrap_or_default();
    let row = |id, enrolment, organisation| ExtensionRow {
        id: ExtensionId(id),
        enrolment_id: enrolment,
        organisation_id: organisation,
        due_on: day,
        reason: "Болезнь".into(),
        made_at: at,
    };
    Extending {
        edition: edition(),
        case: ActivityId(2),
        title: Localised::only(Language::Ru, TITLE),
        due_at: at,
        rows: vec![row(1, Some(EnrolmentId(3)), None), row(2, None, Some(OrganisationId(4)))],
        trainees: vec![(EnrolmentId(3), PersonName::new("Сейтқали", "Айгүл", None))],
        senders: vec![(OrganisationId(4), "Центр «Рядом»".into())],
    }
}

fn edition() -> EditionRow {
    let day = |ordinal| chrono::NaiveDate::from_yo_opt(2026, ordinal).unwrap_or_default();
    let rule = CompletionRule {
        attendance: Permille(800),
        attendance_of: Default::default(),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
        valid_months: None,
    };
    EditionRow {
        id: EditionId(1),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток".into(),
        starts_on: day(244),
        ends_on: day(334),
        time_zone: ZoneName::MOSCOW,
        capacity: 40,
        rule: Json(rule),
        closed_at: None,
    }
}

pub(super) fn setting_up() -> SettingUp {
    let at = Moment::from_utc(Default::default());
    let name = |text: &str| Some(text.to_owned());
    SettingUp {
        edition: edition(),
        case: ActivityId(2),
        title: Localised::only(Language::Ru, TITLE),
        number: Some(2),
        setup: CaseSetup { graders: 2, blind: true, release: Release::At(at), ..CaseSetup::default() },
        administers: true,
        past: vec![
            PastSetup {
                number: 2, set_at: at, surname: name("Иванова"), given_name: name("Анна")
            },
            PastSetup { number: 1, set_at: at, surname: None, given_name: None },
        ],
    }
}
