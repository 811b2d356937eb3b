//! What somebody types of a person, and what has to be right about it.

use super::letters::{look_alike, spelling_fault, tidied};
use super::{EducationLevel, EducationProof, Iin, Sex, Snils};
use crate::kernel::name::tidy;
use crate::kernel::{Fault, PersonName, Problem, Word as _};
use chrono::{Datelike, NaiveDate};

/// The first day on which somebody who learns today can be born.
const FIRST_BIRTH: (i32, u32, u32) = (1900, 1, 1);
/// The first year in which an education that counts today can have ended.
const FIRST_YEAR: i32 = 1940;
/// The longest series of a document of education in the federal register, in characters.
const LONGEST_SERIES: usize = 20;
/// The longest number of one.
const LONGEST_NUMBER: usize = 30;
/// The longest series and number of a passport.
const LONGEST_PASSPORT: usize = 30;
/// The longest surname in one.
const LONGEST_SURNAME: usize = 100;

/// What becomes of a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept<T> {
    /// It stays: nothing was typed.
    Same,
    /// It goes.
    Gone,
    /// It is this now.
    New(T),
}

/// Data for papers as somebody typed them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The surname in Russian letters.
    pub spelling_surname: String,
    /// The first name in Russian letters.
    pub spelling_given_name: String,
    /// The patronymic in Russian letters, or nothing.
    pub spelling_patronymic: String,
    /// A word of [`Sex`], or nothing.
    pub sex: String,
    /// Three digits, or nothing.
    pub citizenship: String,
    /// A day; nothing leaves what is recorded.
    pub born_on: String,
    /// A number; nothing leaves what is recorded.
    pub snils: String,
    /// A number; nothing leaves what is recorded.
    pub iin: String,
    /// Series and number; nothing leaves what is recorded.
    pub passport: String,
    /// The names of secrets that are to go.
    pub forget: Vec<String>,
}

/// Data for papers with nothing wrong about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The Russian spelling.
    pub spelling: Option<PersonName>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The citizenship.
    pub citizenship: Option<String>,
    /// The date of birth.
    pub born_on: Kept<NaiveDate>,
    /// The insurance number.
    pub snils: Kept<Snils>,
    /// The identification number.
    pub iin: Kept<Iin>,
    /// Series and number of the passport.
    pub passport: Kept<String>,
}

impl Draft {
    /// The typed texts as data. The identification number of Kazakhstan is taken only where an organisation of Kazakhstan
    /// teaches or sends the person.
    ///
    /// # Errors
    /// `Invalid` with every fault at once.
    pub fn check(&self, kazakh: bool, today: NaiveDate) -> Result<Checked, Problem> {
        let mut faults = Vec::new();
        let spelling = self.spelling(&mut faults);
        let sex = (!self.sex.is_empty()).then(|| Sex::parse(&self.sex));
        if sex == Some(None) {
            faults.push(Fault::new("sex", "unknown"));
        }
        let citizenship = Some(tidy(&self.citizenship)).filter(|code| !code.is_empty());
        if citizenship.as_deref().is_some_and(|code| !is_country_code(code)) {
            faults.push(Fault::new("citizenship", "identity-citizenship"));
        }
        let born_on = self.secret("born_on", &self.born_on, &mut faults, |text| birth(text, today));
        let snils = self.secret("snils", &self.snils, &mut faults, |text| Snils::parse(text, "snils"));
        let iin = self.secret("iin", &self.iin, &mut faults, |text| Iin::parse(text, "iin"));
        let passport = self.secret("passport", &self.passport, &mut faults, passport);
        if matches!(iin, Kept::New(_)) && !kazakh {
            faults.push(Fault::new("iin", "identity-iin-country"));
        }
        if let (Kept::New(iin), Kept::New(born_on)) = (&iin, &born_on) {
            faults.extend(birth_fault(iin, *born_on));
        }
        if !faults.is_empty() {
            return Err(Problem::invalid(faults));
        }
        Ok(Checked { spelling, sex: sex.flatten(), citizenship, born_on, snils, iin, passport })
    }

    /// The Russian spelling: all of it or none of it; the patronymic may be missing.
    fn spelling(&self, faults: &mut Vec<Fault>) -> Option<PersonName> {
        let name = PersonName::new(
            &tidied(&self.spelling_surname),
            &tidied(&self.spelling_given_name),
            Some(&tidied(&self.spelling_patronymic)),
        );
        if name.surname.is_empty() && name.given_name.is_empty() && name.patronymic.is_none() {
            return None;
        }
        for (field, part) in [("spelling_surname", &name.surname), ("spelling_given_name", &name.given_name)]
        {
            if part.is_empty() {
                faults.push(Fault::new(field, "required"));
            }
            faults.extend(spelling_fault(field, part));
        }
        faults
            .extend(name.patronymic.as_deref().and_then(|part| spelling_fault("spelling_patronymic", part)));
        Some(name)
    }

    fn secret<T>(
        &self,
        name: &str,
        typed: &str,
        faults: &mut Vec<Fault>,
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Kept<T> {
        let text = tidy(typed);
        if text.is_empty() {
            return if self.forget.iter().any(|one| one == name) { Kept::Gone } else { Kept::Same };
        }
        match read(&text) {
            Ok(value) => Kept::New(value),
            Err(fault) => {
                faults.push(fault);
                Kept::Same
            }
        }
    }
}

/// A day as browsers send it or as people type it, on which a learner can be born.
fn birth(text: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let parsed = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|way| NaiveDate::parse_from_str(text, way).ok());
    let day = parsed.ok_or_else(|| Fault::new("born_on", "not-a-date"))?;
    let (year, month, first) = FIRST_BIRTH;
    let possible =
        NaiveDate::from_ymd_opt(year, month, first).is_none_or(|first| first <= day) && day < today;
    if possible { Ok(day) } else { Err(Fault::new("born_on", "identity-birth")) }
}

/// Series and number of a passport or another document of identity: letters and digits, since every country has its own;
/// at least one digit.
fn passport(text: &str) -> Result<String, Fault> {
    let fine = |letter: char| letter.is_alphanumeric() || " .-/№".contains(letter);
    if text.chars().count() > LONGEST_PASSPORT {
        Err(Fault::new("passport", "too-long").with("limit", LONGEST_PASSPORT))
    } else if let Some(letter) = text.chars().find(|letter| !fine(*letter)) {
        Err(Fault::new("passport", "identity-document-letter").with("letter", letter))
    } else if text.chars().any(|letter| letter.is_ascii_digit()) {
        Ok(text.to_uppercase())
    } else {
        Err(Fault::new("passport", "identity-passport"))
    }
}

/// What is wrong when the number and the day of birth are not of one person.
pub fn birth_fault(iin: &Iin, born_on: NaiveDate) -> Option<Fault> {
    (!iin.fits(born_on)).then(|| Fault::new("iin", "identity-iin-birth"))
}

/// Whether a text is a code of ОКСМ: three digits.
fn is_country_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()) && code != "000"
}

/// A document of education as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EducationDraft {
    /// A word of [`EducationLevel`].
    pub level: String,
    /// The surname in it, where that is another one.
    pub surname: String,
    /// Its series.
    pub series: String,
    /// Its number.
    pub number: String,
    /// The year in which it was issued.
    pub graduated_in: String,
}

impl EducationDraft {
    /// The typed texts as a document, and the year it was issued in.
    ///
    /// # Errors
    /// `Invalid` with every fault at once.
    pub fn check(&self, today: NaiveDate) -> Result<(EducationProof, Option<i32>), Problem> {
        let mut faults = Vec::new();
        let level = EducationLevel::parse(&self.level);
        if level.is_none() {
            faults.push(Fault::new("level", "choose-one"));
        }
        let surname = tidied(&self.surname);
        if surname.chars().count() > LONGEST_SURNAME {
            faults.push(Fault::new("surname", "too-long").with("limit", LONGEST_SURNAME));
        }
        faults.extend(look_alike("surname", &surname));
        let series = written(&mut faults, "series", &self.series, LONGEST_SERIES);
        let number = written(&mut faults, "number", &self.number, LONGEST_NUMBER);
        if number.is_empty() {
            faults.push(Fault::new("number", "identity-education-number"));
        }
        let (text, last) = (tidy(&self.graduated_in), today.year());
        let year = text.parse::<i32>().ok().filter(|year| (FIRST_YEAR..=last).contains(year));
        if !text.is_empty() && year.is_none() {
            let fault = Fault::new("graduated_in", "out-of-range");
            faults.push(fault.with("low", FIRST_YEAR).with("high", last));
        }
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        match level {
            Some(level) if faults.is_empty() => {
                let proof = EducationProof { level, surname: some(surname), series: some(series), number };
                Ok((proof, year))
            }
            _ => Err(Problem::invalid(faults)),
        }
    }
}

/// A series or a number: letters, digits, space, dot, hyphen, stroke, as in the federal register.
fn written(faults: &mut Vec<Fault>, field: &str, typed: &str, limit: usize) -> String {
    let text = tidied(typed);
    let fine = |letter: char| letter.is_alphanumeric() || " .-/№".contains(letter);
    if let Some(letter) = text.chars().find(|letter| !fine(*letter)) {
        faults.push(Fault::new(field, "identity-document-letter").with("letter", letter));
    }
    if text.chars().count() > limit {
        faults.push(Fault::new(field, "too-long").with("limit", limit));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-09-01".parse().unwrap()
    }

    fn codes(draft: &Draft, kazakh: bool) -> Vec<String> {
        let problem = draft.check(kazakh, today()).unwrap_err();
        problem.faults.iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect()
    }

    #[test]
    fn what_is_left_empty_stays_and_goes_only_when_asked() {
        let checked = Draft::default().check(false, today()).unwrap();
        assert_eq!((checked.spelling, checked.snils), (None, Kept::Same));
        let forget = Draft { forget: vec!["snils".into()], ..Draft::default() };
        let checked = forget.check(false, today()).unwrap();
        assert_eq!((checked.snils, checked.born_on), (Kept::Gone, Kept::Same));
        let typed =
            Draft { snils: "112-233-445 95".into(), forget: vec!["snils".into()], ..Draft::default() };
        assert!(matches!(typed.check(false, today()).unwrap().snils, Kept::New(_)), "what is typed counts");
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let draft = Draft {
            spelling_surname: "Құрманғазы".into(),
            sex: "m".into(),
            citizenship: "RU".into(),
            born_on: "31.02.1990".into(),
            snils: "112-233-445 00".into(),
            iin: "990000000006".into(),
            ..Draft::default()
        };
        assert_eq!(
            codes(&draft, true),
            [
                "spelling_surname identity-letter",
                "spelling_given_name required",
                "sex unknown",
                "citizenship identity-citizenship",
                "born_on not-a-date",
                "snils identity-snils-check",
                "iin identity-iin-check",
            ]
        );
        for wrong in ["2026-09-01", "1899-12-31"] {
            let draft = Draft { born_on: wrong.into(), ..Draft::default() };
            assert_eq!(codes(&draft, false), ["born_on identity-birth"], "{wrong}");
        }
    }

    #[test]
    fn row_20_the_number_of_kazakhstan_is_taken_in_its_profile_only() {
        let draft = Draft { iin: "900315400126".into(), born_on: "15.03.1990".into(), ..Draft::default() };
        assert!(draft.check(true, today()).is_ok());
        assert_eq!(codes(&draft, false), ["iin identity-iin-country"]);
        let other = Draft { born_on: "1990-03-16".into(), ..draft };
        assert_eq!(codes(&other, true), ["iin identity-iin-birth"]);
    }

    #[test]
    fn row_07_a_passport_is_series_and_number_of_whatever_country() {
        let read = |typed: &str| {
            let draft = Draft { passport: typed.into(), ..Draft::default() };
            draft.check(false, today()).map(|checked| checked.passport)
        };
        for (typed, kept) in
            [(" 4510  123456 ", "4510 123456"), ("n12345678", "N12345678"), ("II-МЮ 504", "II-МЮ 504")]
        {
            assert_eq!(read(typed).unwrap(), Kept::New(kept.to_owned()), "{typed}");
        }
        assert_eq!(read("").unwrap(), Kept::Same);
        for (typed, code) in [("паспорт", "identity-passport"), ("4510;1", "identity-document-letter")]
        {
            assert_eq!(read(typed).unwrap_err().faults[0].code, code, "{typed}");
        }
        assert_eq!(read(&"1".repeat(31)).unwrap_err().faults[0].code, "too-long");
    }

    #[test]
    fn row_12_a_document_of_education_has_a_level_a_number_and_perhaps_another_surname() {
        let draft = EducationDraft {
            level: "higher".into(),
            surname: "Ветрова".into(),
            series: "1077".into(),
            number: " 0123456 ".into(),
            graduated_in: "2012".into(),
        };
        let (proof, year) = draft.check(today()).unwrap();
        assert_eq!(
            (proof.surname.as_deref(), proof.number.as_str(), year),
            (Some("Ветрова"), "0123456", Some(2012))
        );
        let problem =
            EducationDraft {
                graduated_in: "2027".into(), series: "А;1".into(), ..EducationDraft::default()
            }
            .check(today())
            .unwrap_err();
        let codes: Vec<_> = problem.faults.iter().map(|fault| fault.code.as_str()).collect();
        assert_eq!(
            codes,
            ["choose-one", "identity-document-letter", "identity-education-number", "out-of-range"]
        );
    }
}
