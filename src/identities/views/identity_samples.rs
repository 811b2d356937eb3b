//! Pages of people of whom nothing or everything is known, with every fault that their forms can have.

use super::identity::{IdentityPage, Part};
use crate::identities::actions::{Reach, Shown};
use crate::identities::rules::lacking::Recorded;
use crate::identities::rules::reach::Depth;
use crate::identities::rules::{Basics, EducationLevel, EducationProof, NameSpan, Sex};
use crate::identities::store::education::EducationRow;
use crate::identities::store::whose::Whose;
use crate::kernel::{EducationProofId, Fault, PersonId, PersonName, PersonNameId, Problem};
use crate::web::{Form, Reader, Say};

/// The samples of the page.
pub(super) fn pages() -> Vec<IdentityPage> {
    let say: Say<'_> = &|key: &str| key.to_owned();
    let faults = [
        Fault::new("spelling_surname", "identity-letter").with("letter", "қ").with("text", "Ықылас"),
        Fault::new("spelling_given_name", "identity-spacing").with("text", "Анна-"),
        Fault::new("spelling_patronymic", "identity-latin-letter")
            .with("letter", "C")
            .with("meant", "С")
            .with("text", "Cергеевна"),
        Fault::new("citizenship", "identity-citizenship"),
        Fault::new("born_on", "identity-birth"),
        Fault::new("snils", "identity-snils-check"),
        Fault::new("snils", "identity-snils-digits").with("count", 10),
        Fault::new("snils", "identity-snils-none"),
        Fault::new("iin", "identity-iin-check"),
        Fault::new("iin", "identity-iin-digits").with("count", 11),
        Fault::new("iin", "identity-iin-date"),
        Fault::new("iin", "identity-iin-birth"),
        Fault::new("iin", "identity-iin-country"),
        Fault::new("passport", "identity-passport"),
    ];
    let form = Form::of(&[("spelling_surname", "Ықылас"), ("citizenship", "other"), ("forget", "snils")]);
    let wrong = Problem::invalid(faults.into());
    let education = Problem::invalid(vec![
        Fault::new("number", "identity-education-number"),
        Fault::new("series", "identity-document-letter").with("letter", ";"),
    ]);
    let name = Problem::invalid(vec![
        Fault::new("surname", "identity-mixed").with("letter", "b").with("text", "Кенесbаев"),
        Fault::new("surname", "identity-cyrillic-letter")
            .with("letter", "с")
            .with("meant", "c")
            .with("text", "Smithс"),
        Fault::new("surname", "identity-same-name"),
        Fault::new("from", "identity-name-ahead"),
        Fault::new("from", "identity-name-before").with("day", "12.06.2026"),
        Fault::new("basis", "identity-basis"),
        Fault::new("basis", "identity-spelling-missing").with("name", "Құрманғазы Әлия"),
    ]);
    let reader = Reader::sample();
    let mut issued = sample(false, true);
    issued.reach.depth = Depth::Registers;
    vec![
        IdentityPage::new(&issued, say, reader),
        IdentityPage::new(&sample(true, false), say, reader),
        IdentityPage::new(&sample(false, true), say, reader),
        IdentityPage::typed(&sample(true, true), (Part::Basics, &form, &wrong), say, reader),
        IdentityPage::typed(&sample(true, true), (Part::Education, &form, &education), say, reader),
        IdentityPage::typed(&sample(false, true), (Part::Name, &form, &name), say, reader),
    ]
}

/// A person of whom nothing or everything is known.
fn sample(own: bool, known: bool) -> Shown {
    let person = PersonId(7);
    let name = PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы"));
    let whose = Whose { person, name: name.clone(), organisations: Vec::new(), ties: Vec::new() };
    let proof = EducationProof {
        level: EducationLevel::Higher,
        surname: Some("Ықыласова".into()),
        series: Some("ЖБ-Б".into()),
        number: "0123456".into(),
    };
    let span = |id, from: bool| NameSpan {
        id: PersonNameId(id),
        name: name.clone(),
        from: from.then(chrono::NaiveDate::default),
        until: (!from).then(chrono::NaiveDate::default),
        basis: from.then(|| "Свидетельство о браке I-СТ № 123456".to_owned()),
    };
    let basics = Basics {
        spelling: known.then(|| PersonName::new("Курмангазы", "Алия", Some("Сериккызы"))),
        sex: known.then_some(Sex::Female),
        citizenship: known.then(|| "268".to_owned()),
        education: known.then(|| proof.clone()),
        education_seen: own,
        names: if known { vec![span(1, false), span(2, true)] } else { Vec::new() },
        public_name: known,
        ..Basics::unknown(person)
    };
    Shown {
        reach: Reach { whose, own, depth: Depth::Whole },
        basics,
        recorded: Recorded { born_on: known, snils: known, iin: known, passport: known },
        education: known.then_some(EducationRow {
            id: EducationProofId(1),
            proof,
            graduated_in: Some(2012),
            file: Some(crate::kernel::StoredFileId(3)),
            seen: own,
        }),
        kazakh: known,
        suggested: (!known).then_some(Sex::Female),
    }
}
