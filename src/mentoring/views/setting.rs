//! What an organisation asks of its mentors.

use super::{Typed, check_key, faulty, refusal, samples};
use crate::kernel::{Fault, Language, Localised, ProgrammeId, Word as _};
use crate::mentoring::actions::setting::Setting;
use crate::mentoring::rules::CheckKind;
use crate::mentoring::store::settings::SettingRow;
use crate::web::{Choice, Field, Form, Say, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct SettingPage {
    organisation: String,
    board_url: String,
    url: String,
    fields: Vec<Field>,
    training_hours: Field,
    in_person_hours: Field,
    programmes: Field,
    programme_choices: Vec<Choice>,
    checks: Field,
    check_choices: Vec<Choice>,
    first_contacts: Field,
    contact_months: Field,
    takes_applications: Field,
    does_take: bool,
}

impl SettingPage {
    /// What is set, or what was typed and is wrong.
    pub fn new(setting: &Setting, typed: Typed<'_>, language: Language, say: Say<'_>) -> SettingPage {
        let (asked, id) = (&setting.row.asked, setting.organisation.id);
        let number = |name: &str, set: i32| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::filled(name, set.to_string()),
        };
        let plain = |name: &str| match typed {
            Some((_, problem)) => Field::with_faults(name, "", &problem.faults),
            None => Field::empty(name),
        };
        let ticked = |name: &str, word: &str, set: bool| match typed {
            Some((form, _)) => form.all(name).iter().any(|one| one == word),
            None => set,
        };
        let choice = |kind: CheckKind| Choice {
            selected: ticked("checks", kind.as_str(), asked.also.contains(&kind)),
            ..Choice::new(kind.as_str(), say(&check_key(kind)), "")
        };
        let programme = |(id, title): &(ProgrammeId, Localised)| Choice {
            selected: ticked("programmes", &id.to_string(), setting.row.programmes.contains(id)),
            ..Choice::new(id, title.for_reader(language), "")
        };
        let numbers = [
            number("training_hours", asked.training_hours),
            number("in_person_hours", asked.in_person_hours),
            number("first_contacts", asked.first_contacts),
            number("contact_months", asked.contact_months),
        ];
        let programmes = plain("programmes");
        let mut fields = faulty(&numbers.each_ref());
        fields.extend(faulty(&[&programmes]));
        let [training_hours, in_person_hours, first_contacts, contact_months] = numbers;
        SettingPage {
            organisation: setting.organisation.name.clone(),
            board_url: paths::mentors(id),
            url: paths::mentor_settings(id),
            fields,
            training_hours,
            in_person_hours,
            programmes,
            programme_choices: setting.programmes.iter().map(programme).collect(),
            checks: plain("checks"),
            check_choices: CheckKind::ALL.into_iter().skip(1).map(choice).collect(),
            first_contacts,
            contact_months,
            takes_applications: plain("takes_applications"),
            does_take: typed.map_or(asked.takes_applications, |(form, _)| form.ticked("takes_applications")),
        }
    }
}

impl View for SettingPage {
    const TEMPLATE: &'static str = "pages/mentoring/settings";

    fn title(&self) -> Title {
        Title::key("mentoring-settings-title")
    }

    fn samples() -> Vec<SettingPage> {
        let say = |key: &str| key.to_owned();
        let title = Localised::only(Language::Ru, "Школа наставников");
        let setting = |programmes| Setting {
            organisation: samples::organisation(),
            row: SettingRow { programmes: vec![ProgrammeId(1)], ..SettingRow::usual() },
            programmes,
        };
        let (known, none) = (setting(vec![(ProgrammeId(1), title)]), setting(Vec::new()));
        let form = Form::of(&[("training_hours", "1"), ("programmes", "9"), ("checks", "medical")]);
        let range = |field: &str| Fault::new(field, "out-of-range").with("low", 2).with("high", 250);
        let wrong = refusal(vec![range("training_hours"), Fault::new("programmes", "unknown")]);
        vec![
            SettingPage::new(&known, None, Language::Ru, &say),
            SettingPage::new(&none, None, Language::Kk, &say),
            SettingPage::new(&known, Some((&form, &wrong)), Language::Ru, &say),
        ]
    }
}
