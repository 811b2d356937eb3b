//! Data for papers in the demonstration: everybody has recorded what the registers need, but for one person without a
//! document of education.

use super::courses::{Course, Story};
use super::stage::Stage;
use crate::db::Write;
use crate::identities::actions::{education, saving};
use crate::identities::rules::draft::{Draft, EducationDraft};
use crate::identities::rules::letters::is_russian_name;
use crate::identities::rules::{Basics, Sex, Snils, suggested_sex};
use crate::identities::store;
use crate::kernel::{Moment, PersonId, PersonName, Problem, Word as _};
use crate::secrets::Secrets;
use std::collections::{BTreeMap, HashMap};

/// Records the data of everybody who learns.
///
/// # Errors
/// What an action answers.
pub fn record(w: &mut Write, secrets: &Secrets, stage: &Stage, now: Moment) -> Result<(), Problem> {
    let at = now.plus_minutes(-45);
    let mut people: BTreeMap<PersonId, PersonName> = BTreeMap::new();
    for run in &stage.runs {
        for trainee in &run.trainees {
            people.insert(trainee.actor.person_id()?, trainee.actor.name.clone());
        }
    }
    let without = without_proof(stage)?;
    let ids: Vec<PersonId> = people.keys().copied().collect();
    let mut known: HashMap<PersonId, Basics> = store::basics_of(w, &ids)?;
    for (place, (person, name)) in (0u32..).zip(people) {
        let basics = known.remove(&person).unwrap_or_else(|| Basics::unknown(person));
        if Some(person) != without && basics.education.is_none() {
            education::record(w, &stage.admin, person, (&diploma(place), None), at)?;
        }
        let draft = data(place, &name, &basics);
        saving::save(w, &stage.admin, secrets, (person, &draft), at)?;
    }
    Ok(())
}

/// The last of the large edition who is not about to be issued a document.
fn without_proof(stage: &Stage) -> Result<Option<PersonId>, Problem> {
    let large = stage.runs.iter().find(|run| run.course == Course::Partnership);
    let last = large.and_then(|run| run.trainees.iter().rfind(|who| who.plot.story != Story::Ready));
    last.map(|who| who.actor.person_id()).transpose()
}

fn diploma(place: u32) -> EducationDraft {
    EducationDraft {
        level: if place % 5 == 4 { "secondary_vocational" } else { "higher" }.to_owned(),
        series: "107718".to_owned(),
        number: format!("{:07}", 612_340 + place * 37),
        graduated_in: (1998 + place % 20).to_string(),
        ..EducationDraft::default()
    }
}

/// What is recorded of somebody; a Russian spelling that is there stays.
fn data(place: u32, name: &PersonName, basics: &Basics) -> Draft {
    let kazakh = !is_russian_name(name);
    let spelling = basics.spelling.clone().or_else(|| kazakh.then(|| spelled(name))).unwrap_or_default();
    let sex = suggested_sex(name.patronymic.as_deref().unwrap_or_default()).unwrap_or(Sex::Female);
    let number = 118_234_500 + place * 7_919;
    let snils = (0..100).find_map(|check| Snils::parse(&format!("{number:09}{check:02}"), "snils").ok());
    Draft {
        spelling_surname: spelling.surname,
        spelling_given_name: spelling.given_name,
        spelling_patronymic: spelling.patronymic.unwrap_or_default(),
        sex: sex.as_str().to_owned(),
        citizenship: if kazakh { "398" } else { "643" }.to_owned(),
        born_on: format!("{}-{:02}-{:02}", 1970 + place % 28, 1 + place % 12, 1 + place % 27),
        snils: snils.map(|snils| snils.digits().to_owned()).unwrap_or_default(),
        passport: format!("45{:02} {:06}", 10 + place % 12, 123_400 + place * 31),
        ..Draft::default()
    }
}

/// A Kazakh name in Russian letters, as its owner would write it in a form.
fn spelled(name: &PersonName) -> PersonName {
    let part = |text: &str| -> String { text.chars().map(russian).collect() };
    PersonName {
        surname: part(&name.surname),
        given_name: part(&name.given_name),
        patronymic: name.patronymic.as_deref().map(part),
    }
}

fn russian(letter: char) -> char {
    match letter {
        'Ә' => 'А',
        'ә' => 'а',
        'Ғ' => 'Г',
        'ғ' => 'г',
        'Қ' => 'К',
        'қ' => 'к',
        'Ң' => 'Н',
        'ң' => 'н',
        'Ө' => 'О',
        'ө' => 'о',
        'Ұ' | 'Ү' => 'У',
        'ұ' | 'ү' => 'у',
        'Һ' => 'Х',
        'һ' => 'х',
        'І' => 'И',
        'і' => 'и',
        other => other,
    }
}
