//! Reads a profile's file, and names every fault with its line.

use super::{AssessmentNeed, Country, Federal, KindRule, Profile};
use crate::kernel::{Fault, Language, Localised, Word};
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;

/// The field under which faults are named: the form's and the API's.
const FIELD: &str = "file";
/// The largest file, in bytes: some hundred times what one has.
pub const MAX_BYTES: usize = 512 * 1024;
/// The longest text of a setting, in characters.
const LONGEST: usize = 300;
/// The longest beginning of a register number, in characters.
const LONGEST_PREFIX: usize = 10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: Spanned<String>,
    academic_hour_minutes: Spanned<i64>,
    languages: Spanned<Vec<String>>,
    study_certificate_days: Spanned<i64>,
    federal_register: Option<FederalPart>,
    kinds: Vec<KindPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FederalPart {
    days: Spanned<i64>,
    rows: Spanned<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindPart {
    kind: Spanned<String>,
    programmes: Option<Spanned<Vec<String>>>,
    fewest_hours: Option<Spanned<i64>>,
    most_hours: Option<Spanned<i64>>,
    licence: bool,
    education: bool,
    assessment: Spanned<String>,
    trail: bool,
    retention: Spanned<String>,
    prefix: Spanned<String>,
    basis: Option<Spanned<String>>,
    names: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    ru: Option<Spanned<String>>,
    kk: Option<Spanned<String>>,
    en: Option<Spanned<String>>,
}

/// The profile of a country out of its file.
///
/// # Errors
/// Every fault with its line; what is wrong with the form of the file alone comes first.
pub fn read(country: Country, text: &str) -> Result<Profile, Vec<Fault>> {
    if text.trim().is_empty() {
        return Err(vec![Fault::new(FIELD, "country-file-empty")]);
    }
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let fault = Fault::new(FIELD, "country-file-toml").with("line", line_of(text, at));
        vec![fault.with("detail", error.message().replace('\n', ", "))]
    })?;
    let mut reader = Reader { text, faults: Vec::new() };
    let profile = reader.profile(country, file);
    match profile {
        Some(profile) if reader.faults.is_empty() => Ok(profile),
        _ => Err(reader.faults),
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    before.filter(|byte| **byte == b'\n').count() + 1
}

struct Reader<'t> {
    text: &'t str,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn profile(&mut self, country: Country, file: File) -> Option<Profile> {
        let whose = self.word::<Country>("country", &file.country);
        if let Some(other) = whose.filter(|whose| *whose != country) {
            let fault = self.at(&file.country, "country-file-other");
            self.faults.push(fault.with("text", other.as_str()).with("expected", country.as_str()));
        }
        let hour = self.number("academic_hour_minutes", &file.academic_hour_minutes, (30, 60));
        let days = self.number("study_certificate_days", &file.study_certificate_days, (1, 60));
        let languages = self.languages(&file.languages);
        let federal = file.federal_register.map(|part| {
            let days = self.number("federal_register.days", &part.days, (1, 366));
            let rows = self.number("federal_register.rows", &part.rows, (1, 100_000));
            Federal { days, rows: usize::try_from(rows).unwrap_or(1) }
        });
        let (mut seen, mut prefixes) = (BTreeSet::new(), BTreeSet::new());
        let mut kinds = Vec::new();
        for part in &file.kinds {
            self.once(&mut seen, &part.kind);
            self.once(&mut prefixes, &part.prefix);
            kinds.extend(self.kind(part, &languages));
        }
        if file.kinds.is_empty() {
            self.faults.push(Fault::new(FIELD, "country-file-no-kinds"));
        }
        let academic_hour_minutes = i32::try_from(hour).ok()?;
        Some(Profile {
            country,
            academic_hour_minutes,
            languages,
            study_certificate_days: days,
            federal,
            kinds,
        })
    }

    fn kind(&mut self, part: &KindPart, languages: &[Language]) -> Option<KindRule> {
        let kind = self.word::<DocumentKind>("kind", &part.kind);
        let assessment = self.word::<AssessmentNeed>("assessment", &part.assessment);
        let programmes = part.programmes.as_ref().map(|list| self.programmes(list)).unwrap_or_default();
        let fewest_hours = part.fewest_hours.as_ref().map(|hours| self.hours("fewest_hours", hours));
        let most_hours = part.most_hours.as_ref().map(|hours| self.hours("most_hours", hours));
        if let (Some(fewest), Some(most), Some(written)) = (fewest_hours, most_hours, &part.most_hours)
            && most < fewest
        {
            let fault = self.at(written, "country-file-hours");
            self.faults.push(fault.with("fewest", fewest).with("most", most));
        }
        let retention = self.said("retention", &part.retention, LONGEST);
        let prefix = self.prefix(&part.prefix);
        let basis = part.basis.as_ref().map(|basis| self.said("basis", basis, LONGEST)).unwrap_or_default();
        let names = self.names(part, languages);
        Some(KindRule {
            kind: kind?,
            programmes,
            fewest_hours,
            most_hours,
            licence: part.licence,
            education: part.education,
            assessment: assessment?,
            trail: part.trail,
            retention,
            prefix,
            basis,
            names,
        })
    }

    fn names(&mut self, part: &KindPart, languages: &[Language]) -> Localised {
        let mut names = Localised::default();
        let parts =
            [(Language::Ru, &part.names.ru), (Language::Kk, &part.names.kk), (Language::En, &part.names.en)];
        for (language, text) in parts {
            match text {
                Some(text) => names.put(language, self.said("names", text, LONGEST)),
                None if languages.contains(&language) => {
                    let fault = self.at(&part.kind, "country-file-name");
                    self.faults
                        .push(fault.with("kind", part.kind.get_ref()).with("language", language.tag()));
                }
                None => {}
            }
        }
        names
    }

    fn programmes(&mut self, list: &Spanned<Vec<String>>) -> Vec<ProgrammeKind> {
        let mut kinds = Vec::new();
        for word in list.get_ref() {
            match ProgrammeKind::parse(word) {
                Some(kind) if !kinds.contains(&kind) => kinds.push(kind),
                Some(_) => {
                    let fault = self.at(list, "country-file-twice").with("text", word);
                    self.faults.push(fault);
                }
                None => self.unknown("programmes", list, word, &ProgrammeKind::WORDS.join(", ")),
            }
        }
        kinds
    }

    fn languages(&mut self, list: &Spanned<Vec<String>>) -> Vec<Language> {
        let mut languages = Vec::new();
        for tag in list.get_ref() {
            match Language::from_tag(tag) {
                Some(language) if !languages.contains(&language) => languages.push(language),
                Some(_) => {
                    let fault = self.at(list, "country-file-twice").with("text", tag);
                    self.faults.push(fault);
                }
                None => self.unknown("languages", list, tag, "ru, kk, en"),
            }
        }
        if list.get_ref().is_empty() {
            self.unknown("languages", list, "", "ru, kk, en");
        }
        languages
    }

    fn prefix(&mut self, text: &Spanned<String>) -> String {
        let prefix = self.said("prefix", text, LONGEST_PREFIX);
        // What the federal register lets stand in a number.
        let fine = |letter: char| {
            letter.is_ascii_alphanumeric()
                || matches!(letter, '\u{0400}'..='\u{04ff}')
                || "№()./-_".contains(letter)
        };
        if !prefix.chars().all(fine) {
            let fault = self.at(text, "country-file-prefix").with("text", &prefix);
            self.faults.push(fault);
        }
        prefix
    }

    fn said(&mut self, name: &str, text: &Spanned<String>, limit: usize) -> String {
        let said = text.get_ref().trim().to_owned();
        if said.is_empty() || said.chars().count() > limit {
            let fault = self.at(text, "country-file-text");
            self.faults.push(fault.with("name", name).with("limit", limit));
        }
        said
    }

    fn hours(&mut self, name: &str, number: &Spanned<i64>) -> i32 {
        i32::try_from(self.number(name, number, (1, 5000))).unwrap_or(1)
    }

    fn number(&mut self, name: &str, number: &Spanned<i64>, (low, high): (i64, i64)) -> i64 {
        let value = *number.get_ref();
        if !(low..=high).contains(&value) {
            let fault = self.at(number, "country-file-number").with("name", name);
            self.faults.push(fault.with("low", low).with("high", high));
        }
        value.clamp(low, high)
    }

    fn word<W: Word>(&mut self, name: &str, text: &Spanned<String>) -> Option<W> {
        let word = W::parse(text.get_ref());
        if word.is_none() {
            self.unknown(name, text, text.get_ref(), &W::WORDS.join(", "));
        }
        word
    }

    fn unknown<T>(&mut self, name: &str, place: &Spanned<T>, text: &str, known: &str) {
        let fault = self.at(place, "country-file-word").with("name", name);
        self.faults.push(fault.with("text", text).with("known", known));
    }

    fn once(&mut self, seen: &mut BTreeSet<String>, text: &Spanned<String>) {
        if !seen.insert(text.get_ref().clone()) {
            let fault = self.at(text, "country-file-twice").with("text", text.get_ref());
            self.faults.push(fault);
        }
    }

    fn at<T>(&self, place: &Spanned<T>, code: &'static str) -> Fault {
        Fault::new(FIELD, code).with("line", line_of(self.text, place.span().start))
    }
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;

    fn faults(text: &str) -> Vec<(String, String)> {
        let found = read(Country::Ru, text).unwrap_err();
        let line = |fault: &Fault| {
            fault
                .args
                .iter()
                .find(|(name, _)| name == "line")
                .map(|(_, line)| line.clone())
                .unwrap_or_default()
        };
        found.iter().map(|fault| (fault.code.clone(), line(fault))).collect()
    }

    /// The shipped file with one line changed, and the number of that line.
    fn with(from: &str, to: &str) -> (String, String) {
        let text = shipped::text(Country::Ru);
        let at = text.find(from).expect("the file has such a line");
        (text.replacen(from, to, 1), line_of(text, at).to_string())
    }

    #[test]
    fn every_fault_is_named_with_its_line() {
        let cases = [
            ("fewest_hours = 16", "fewest_hours = 0", "country-file-number"),
            ("most_hours = 249", "most_hours = 15", "country-file-hours"),
            ("assessment = \"passed\"", "assessment = \"good\"", "country-file-word"),
            ("languages = [\"ru\"]", "languages = [\"ru\", \"ru\"]", "country-file-twice"),
            ("languages = [\"ru\"]", "languages = []", "country-file-word"),
            ("country = \"ru\"", "country = \"kz\"", "country-file-other"),
            ("prefix = \"ДПП\"", "prefix = \"УПК\"", "country-file-twice"),
            ("prefix = \"ДПП\"", "prefix = \"Д ПП\"", "country-file-prefix"),
            ("retention = \"75 лет\"", "retention = \" \"", "country-file-text"),
            ("licence = true", "license = true", "country-file-toml"),
            ("days = 30", "days = \"30\"", "country-file-toml"),
        ];
        for (from, to, code) in cases {
            let (text, line) = with(from, to);
            assert_eq!(faults(&text), [(code.to_owned(), line)], "{to}");
        }
        let (text, _) = with("names.ru = \"Удостоверение о повышении квалификации\"\n", "");
        assert_eq!(faults(&text)[0].0, "country-file-name");
        let (text, _) = with("[federal_register]", "[federal_register");
        assert_eq!(faults(&text)[0].0, "country-file-toml");
        assert_eq!(faults(" \n"), [("country-file-empty".to_owned(), String::new())]);
    }

    #[test]
    fn several_faults_are_found_at_once() {
        let (text, _) = with("fewest_hours = 16", "fewest_hours = -1");
        let text = text.replace("prefix = \"СО\"", "prefix = \"УПК\"").replace("\"any\"", "\"none\"");
        assert!(faults(&text).len() > 3, "{:?}", faults(&text));
    }
}
