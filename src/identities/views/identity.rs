//! The data of one person, with the forms that write them down.

use super::{CITIZENSHIPS, identity_samples, level_key, sex_key};
use crate::identities::actions::Shown;
use crate::identities::rules::lacking::Recorded;
use crate::identities::rules::letters::is_russian_name;
use crate::identities::rules::{EducationLevel, NameSpan, Sex};
use crate::kernel::{Problem, Word as _, dates};
use crate::web::{Choice, Field, Form, Reader, Say, Title, View, paths};
use serde::Serialize;

/// Which form of the page was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Spelling, sex, citizenship and secrets.
    Basics,
    /// The document of education.
    Education,
    /// A change of name.
    Name,
}

impl Part {
    /// What the ids of its fields begin with: two forms have fields of one name.
    fn prefix(self) -> &'static str {
        match self {
            Part::Basics => "basics",
            Part::Education => "education",
            Part::Name => "name",
        }
    }
}

/// The page.
#[derive(Debug, Serialize)]
pub struct IdentityPage {
    full_name: String,
    own: bool,
    /// Whether everything is shown and may be written; otherwise only a document was issued.
    whole: bool,
    person_url: Option<String>,
    public_name_url: String,
    public_name: bool,
    fields: Vec<Field>,
    basics: BasicsForm,
    education: EducationForm,
    change: Option<NameForm>,
    spans: Vec<Span>,
    disclosure_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct BasicsForm {
    url: String,
    needs_spelling: bool,
    surname: Field,
    given_name: Field,
    patronymic: Field,
    sex: Field,
    sexes: Vec<Choice>,
    suggested_key: Option<&'static str>,
    citizenship: Field,
    citizenships: Vec<Choice>,
    code: Field,
    secrets: Vec<Secret>,
}

/// A field whose value is never shown again once it is recorded.
#[derive(Debug, Serialize)]
struct Secret {
    field: Field,
    label_key: &'static str,
    hint_key: &'static str,
    date: bool,
    /// Whether it may have letters: passports of many countries do.
    letters: bool,
    recorded: bool,
    forget: bool,
}

#[derive(Debug, Serialize)]
struct EducationForm {
    url: String,
    level: Field,
    levels: Vec<Choice>,
    surname: Field,
    series: Field,
    number: Field,
    year: Field,
    file: Field,
    scan_url: Option<String>,
    /// Why it does not count yet.
    unseen_key: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct NameForm {
    url: String,
    surname: Field,
    given_name: Field,
    patronymic: Field,
    from: Field,
    basis: Field,
}

#[derive(Debug, Serialize)]
struct Span {
    full_name: String,
    from: Option<String>,
    until: Option<String>,
    basis: Option<String>,
}

/// The form that was sent, with its faults.
type Sent<'a> = Option<(Part, &'a Form, &'a Problem)>;

/// A field of a part: as it was typed where that part was sent, else as it is recorded.
fn field(sent: Sent<'_>, part: Part, name: &str, recorded: &str) -> Field {
    let field = match sent {
        Some((of, form, problem)) if of == part => Field::typed(name, form, problem),
        _ => Field::filled(name, recorded),
    };
    Field { id: format!("{}-{name}", part.prefix()), ..field }
}

impl IdentityPage {
    /// The data as they are recorded.
    pub fn new(shown: &Shown, say: Say<'_>, reader: Reader) -> IdentityPage {
        IdentityPage::of(shown, None, say, reader)
    }

    /// The same with a form as it was sent.
    pub fn typed(shown: &Shown, sent: (Part, &Form, &Problem), say: Say<'_>, reader: Reader) -> IdentityPage {
        IdentityPage::of(shown, Some(sent), say, reader)
    }

    fn of(shown: &Shown, sent: Sent<'_>, say: Say<'_>, reader: Reader) -> IdentityPage {
        let (person, own) = (shown.reach.whose.person, shown.reach.own);
        let basics = BasicsForm::of(shown, sent, say);
        let education = EducationForm::of(shown, sent, say);
        let change = (!own).then(|| NameForm::of(shown, sent));
        let mut fields = basics.fields();
        fields.extend(education.fields());
        fields.extend(change.as_ref().map(NameForm::fields).unwrap_or_default());
        let recorded = shown.recorded;
        let secrets = recorded.born_on || recorded.snils || recorded.iin || recorded.passport;
        IdentityPage {
            full_name: shown.reach.whose.name.full(),
            own,
            whole: shown.reach.whole(),
            person_url: (!own).then(|| paths::person(person)),
            public_name_url: paths::public_name(person),
            public_name: shown.basics.public_name,
            fields: fields.into_iter().filter(|field| !field.faults.is_empty()).collect(),
            basics,
            education,
            change,
            spans: shown.basics.names.iter().map(|span| Span::new(span, reader)).collect(),
            disclosure_url: secrets.then(|| paths::person_disclosures(person)),
        }
    }
}

impl Span {
    fn new(span: &NameSpan, reader: Reader) -> Span {
        let date = |day| dates::date(reader.language, day);
        Span {
            full_name: span.name.full(),
            from: span.from.map(date),
            until: span.until.map(date),
            basis: span.basis.clone(),
        }
    }
}

impl BasicsForm {
    fn of(shown: &Shown, sent: Sent<'_>, say: Say<'_>) -> BasicsForm {
        let of = |name: &str, recorded: &str| field(sent, Part::Basics, name, recorded);
        let spelling = shown.basics.spelling.clone().unwrap_or_default();
        let sex = of("sex", shown.basics.sex.map(Sex::as_str).unwrap_or_default());
        let sexes = [Sex::Female, Sex::Male];
        let code = shown.basics.citizenship.clone().unwrap_or_default();
        let listed = CITIZENSHIPS.iter().any(|(known, _)| *known == code);
        let listed_code = if listed || code.is_empty() { code.as_str() } else { "other" };
        let mut citizenship = of("citizenship", listed_code);
        let mut typed = of("citizenship_code", if listed { "" } else { &code });
        if citizenship.value == "other" {
            // The field in which the code is typed says what is wrong with it.
            typed.faults.append(&mut citizenship.faults);
        }
        let countries =
            CITIZENSHIPS.iter().map(|(known, key)| Choice::new(known, say(key), &citizenship.value));
        let other = Choice::new("other", say("identities-country-other"), &citizenship.value);
        let suggested_key = shown.suggested.map(sex_key);
        BasicsForm {
            url: paths::person_identity(shown.reach.whose.person),
            needs_spelling: !is_russian_name(&shown.reach.whose.name),
            surname: of("spelling_surname", &spelling.surname),
            given_name: of("spelling_given_name", &spelling.given_name),
            patronymic: of("spelling_patronymic", spelling.patronymic.as_deref().unwrap_or_default()),
            sexes: sexes.map(|one| Choice::new(one.as_str(), say(sex_key(one)), &sex.value)).into(),
            sex,
            suggested_key,
            citizenships: countries.chain([other]).collect(),
            citizenship,
            code: typed,
            secrets: secrets(shown, sent),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let plain =
            [&self.surname, &self.given_name, &self.patronymic, &self.sex, &self.citizenship, &self.code];
        plain.into_iter().chain(self.secrets.iter().map(|secret| &secret.field)).cloned().collect()
    }
}

fn secrets(shown: &Shown, sent: Sent<'_>) -> Vec<Secret> {
    let Recorded { born_on, snils, iin, passport } = shown.recorded;
    let secret = |name: &str, (label_key, hint_key): (&'static str, &'static str), recorded: bool| Secret {
        field: field(sent, Part::Basics, name, ""),
        label_key,
        hint_key,
        date: name == "born_on",
        letters: name == "passport",
        recorded,
        forget: sent.is_some_and(|(_, form, _)| form.all("forget").iter().any(|one| one == name)),
    };
    let mut secrets = vec![
        secret("born_on", ("identities-born-on", "identities-born-on-hint"), born_on),
        secret("snils", ("identities-snils", "identities-snils-hint"), snils),
    ];
    secrets.push(secret("passport", ("identities-passport", "identities-passport-hint"), passport));
    if shown.kazakh || iin {
        secrets.push(secret("iin", ("identities-iin", "identities-iin-hint"), iin));
    }
    secrets
}

impl EducationForm {
    fn of(shown: &Shown, sent: Sent<'_>, say: Say<'_>) -> EducationForm {
        let of = |name: &str, recorded: &str| field(sent, Part::Education, name, recorded);
        let person = shown.reach.whose.person;
        let row = shown.education.as_ref();
        let level = of("level", row.map(|row| row.proof.level.as_str()).unwrap_or_default());
        let levels = [EducationLevel::Higher, EducationLevel::SecondaryVocational, EducationLevel::Studying];
        let year = row.and_then(|row| row.graduated_in).map(|year| year.to_string()).unwrap_or_default();
        EducationForm {
            url: paths::person_education(person),
            levels: levels.map(|one| Choice::new(one.as_str(), say(level_key(one)), &level.value)).into(),
            level,
            surname: of("surname", text(row.and_then(|row| row.proof.surname.as_ref()))),
            series: of("series", text(row.and_then(|row| row.proof.series.as_ref()))),
            number: of("number", text(row.map(|row| &row.proof.number))),
            year: of("graduated_in", &year),
            file: of("file", ""),
            scan_url: row.and_then(|row| row.file).map(|_| paths::person_education_scan(person)),
            unseen_key: row.filter(|row| !row.seen).map(|_| match shown.reach.own {
                true => "identities-education-unseen-own",
                false => "identities-education-unseen",
            }),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let all = [&self.level, &self.surname, &self.series, &self.number, &self.year, &self.file];
        all.into_iter().cloned().collect()
    }
}

impl NameForm {
    fn of(shown: &Shown, sent: Sent<'_>) -> NameForm {
        let of = |name: &str, recorded: &str| field(sent, Part::Name, name, recorded);
        let name = &shown.reach.whose.name;
        NameForm {
            url: paths::person_names(shown.reach.whose.person),
            surname: of("surname", ""),
            given_name: of("given_name", &name.given_name),
            patronymic: of("patronymic", name.patronymic.as_deref().unwrap_or_default()),
            from: of("from", ""),
            basis: of("basis", ""),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let all = [&self.surname, &self.given_name, &self.patronymic, &self.from, &self.basis];
        all.into_iter().cloned().collect()
    }
}

impl View for IdentityPage {
    const TEMPLATE: &'static str = "pages/identities/person";

    fn title(&self) -> Title {
        Title::key("identities-title")
    }

    fn samples() -> Vec<IdentityPage> {
        identity_samples::pages()
    }
}

fn text(text: Option<&String>) -> &str {
    text.map(String::as_str).unwrap_or_default()
}
