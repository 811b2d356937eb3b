//! The names of a person through time: each from a day on and, once another has come, until the day before it.

use super::letters::{look_alike, tidied};
use crate::kernel::{Fault, PersonName, PersonNameId};
use crate::people::rules::NAME_LIMIT;
use chrono::NaiveDate;

/// The longest basis of a change, in characters.
pub const LONGEST_BASIS: usize = 300;

/// A name with the days in which it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSpan {
    /// The entry.
    pub id: PersonNameId,
    /// The name.
    pub name: PersonName,
    /// Since when; nothing for the name that the person came with.
    pub from: Option<NaiveDate>,
    /// Its last day; nothing for the present name.
    pub until: Option<NaiveDate>,
    /// The document of the change, as a marriage certificate with its number.
    pub basis: Option<String>,
}

/// The name that a person had on a day.
pub fn name_on(names: &[NameSpan], day: NaiveDate) -> Option<&PersonName> {
    let holds = |span: &&NameSpan| {
        span.from.is_none_or(|from| from <= day) && span.until.is_none_or(|until| day <= until)
    };
    names.iter().find(holds).map(|span| &span.name)
}

/// A change of name as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The new surname.
    pub surname: String,
    /// The new first name.
    pub given_name: String,
    /// The new patronymic, or nothing.
    pub patronymic: String,
    /// Since when the person has it.
    pub from: Option<NaiveDate>,
    /// The document of the change.
    pub basis: String,
}

/// A change with nothing wrong about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The new name.
    pub name: PersonName,
    /// Since when the person has it.
    pub from: NaiveDate,
    /// The last day of the name before: the day before.
    pub until: NaiveDate,
    /// The document of the change.
    pub basis: String,
}

impl Change {
    /// The change, if the name can follow the present one on that day.
    ///
    /// # Errors
    /// Every fault, under the names of the form's and the API's fields.
    pub fn check(
        &self,
        (present, since): (&PersonName, Option<NaiveDate>),
        today: NaiveDate,
    ) -> Result<Changed, Vec<Fault>> {
        let name = PersonName::new(
            &tidied(&self.surname),
            &tidied(&self.given_name),
            Some(&tidied(&self.patronymic)),
        );
        let basis = crate::kernel::name::tidy(&self.basis);
        let mut faults = Vec::new();
        part(&mut faults, "surname", &name.surname, true);
        part(&mut faults, "given_name", &name.given_name, true);
        part(&mut faults, "patronymic", name.patronymic.as_deref().unwrap_or_default(), false);
        if basis.is_empty() {
            faults.push(Fault::new("basis", "identity-basis"));
        } else if basis.chars().count() > LONGEST_BASIS {
            faults.push(Fault::new("basis", "too-long").with("limit", LONGEST_BASIS));
        }
        if name == *present {
            faults.push(Fault::new("surname", "identity-same-name"));
        }
        match self.from {
            None => faults.push(Fault::new("from", "required")),
            Some(from) if from > today => faults.push(Fault::new("from", "identity-name-ahead")),
            Some(from) if since.is_some_and(|since| from <= since) => {
                let day = since.map(|day| day.format("%d.%m.%Y").to_string()).unwrap_or_default();
                faults.push(Fault::new("from", "identity-name-before").with("day", day));
            }
            Some(_) => {}
        }
        let days = self.from.and_then(|from| Some((from, from.pred_opt()?)));
        match days {
            Some((from, until)) if faults.is_empty() => Ok(Changed { name, from, until, basis }),
            _ => Err(faults),
        }
    }
}

fn part(faults: &mut Vec<Fault>, field: &str, text: &str, needed: bool) {
    if text.is_empty() {
        if needed {
            faults.push(Fault::new(field, "required"));
        }
    } else if text.chars().count() > NAME_LIMIT {
        faults.push(Fault::new(field, "too-long").with("limit", NAME_LIMIT));
    } else if text.chars().any(char::is_control) {
        faults.push(Fault::new(field, "unknown"));
    } else {
        faults.extend(look_alike(field, text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn change(from: Option<&str>, basis: &str) -> Change {
        Change {
            surname: " Ким ".into(),
            given_name: "Анна".into(),
            patronymic: "Сергеевна".into(),
            from: from.map(day),
            basis: basis.into(),
        }
    }

    fn present() -> PersonName {
        PersonName::new("Ветрова", "Анна", Some("Сергеевна"))
    }

    #[test]
    fn row_12_the_name_before_ends_on_the_day_before() {
        let changed = change(Some("2026-06-12"), "Свидетельство о браке I-СТ № 123456");
        let changed = changed.check((&present(), None), day("2026-09-01")).unwrap();
        assert_eq!(changed.name.full(), "Ким Анна Сергеевна");
        assert_eq!((changed.from, changed.until), (day("2026-06-12"), day("2026-06-11")));
        let span = |id, name: &PersonName, from: Option<&str>, until: Option<&str>| NameSpan {
            id: PersonNameId(id),
            name: name.clone(),
            from: from.map(day),
            until: until.map(day),
            basis: None,
        };
        let names =
            [span(1, &present(), None, Some("2026-06-11")), span(2, &changed.name, Some("2026-06-12"), None)];
        let surname = |on: &str| name_on(&names, day(on)).map(|name| name.surname.as_str());
        assert_eq!(surname("2020-01-01"), Some("Ветрова"));
        assert_eq!(surname("2026-06-11"), Some("Ветрова"));
        assert_eq!(surname("2026-06-12"), Some("Ким"));
    }

    #[test]
    fn row_12_a_change_needs_its_document_and_a_day_that_can_be() {
        let codes = |change: Change, since: Option<&str>| -> Vec<String> {
            let found = change.check((&present(), since.map(day)), day("2026-09-01")).unwrap_err();
            found.into_iter().map(|fault| fault.code).collect()
        };
        assert_eq!(codes(change(None, " "), None), ["identity-basis", "required"]);
        assert_eq!(codes(change(Some("2026-09-02"), "Паспорт"), None), ["identity-name-ahead"]);
        assert_eq!(
            codes(change(Some("2026-06-12"), "Паспорт"), Some("2026-06-12")),
            ["identity-name-before"]
        );
        let same =
            Change { surname: "Ветрова".into(), ..change(Some("2026-06-12"), "Паспорт") };
        assert_eq!(codes(same, None), ["identity-same-name"]);
        let mixed = Change { surname: "Kим".into(), ..change(Some("2026-06-12"), "Паспорт") };
        assert_eq!(codes(mixed, None), ["identity-latin-letter"]);
    }
}
