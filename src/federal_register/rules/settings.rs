//! What nobody but the organisation knows of a programme, for the columns that come from the template's lists.

use super::columns::at;
use super::template::Lists;
use crate::kernel::Fault;
use serde::{Deserialize, Serialize};

/// What stands in the columns 12–14 and 28–30; each empty until somebody has chosen it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The area of professional activity.
    pub area: Option<String>,
    /// The group of specialities.
    pub group: Option<String>,
    /// The qualification, on diplomas.
    pub qualification: Option<String>,
    /// The form of study.
    pub form: Option<String>,
    /// Who pays.
    pub funding: Option<String>,
    /// The form in which the education was got.
    pub way: Option<String>,
}

/// The names of the fields with their columns, in order.
pub const FIELDS: [(&str, usize); 6] = [
    ("area", at::AREA),
    ("group", at::GROUP),
    ("qualification", at::QUALIFICATION),
    ("form", at::FORM),
    ("funding", at::FUNDING),
    ("way", at::WAY),
];

/// The longest value, in characters.
const LONGEST: usize = 255;

impl Settings {
    /// The value of a field by its name.
    pub fn get(&self, field: &str) -> Option<&str> {
        let value = match field {
            "area" => &self.area,
            "group" => &self.group,
            "qualification" => &self.qualification,
            "form" => &self.form,
            "funding" => &self.funding,
            "way" => &self.way,
            _ => &None,
        };
        value.as_deref()
    }

    /// The same with a field set; a name that is none changes nothing.
    pub fn with(mut self, field: &str, value: Option<String>) -> Settings {
        match field {
            "area" => self.area = value,
            "group" => self.group = value,
            "qualification" => self.qualification = value,
            "form" => self.form = value,
            "funding" => self.funding = value,
            "way" => self.way = value,
            _ => {}
        }
        self
    }

    /// These, and where they say nothing, those.
    pub fn or(self, others: &Settings) -> Settings {
        FIELDS.iter().fold(self, |settings, (field, _)| match settings.get(field) {
            Some(_) => settings,
            None => settings.with(field, others.get(field).map(str::to_owned)),
        })
    }

    /// What cannot be set: a value that the template's list does not have, letter by letter, or one that is too long.
    pub fn faults(&self, lists: &Lists) -> Vec<Fault> {
        let fault = |(field, column): &(&str, usize)| {
            let value = self.get(field)?;
            if value.chars().count() > LONGEST {
                return Some(Fault::new(*field, "too-long").with("limit", LONGEST));
            }
            let list = lists.of(*column)?;
            let known = list.values.iter().any(|known| known == value);
            (!known).then(|| Fault::new(*field, "federal-not-in-list").with("list", &list.name))
        };
        FIELDS.iter().filter_map(fault).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::template::sample;
    use super::*;

    #[test]
    fn what_is_said_nearer_counts_and_values_are_those_of_the_list() {
        let edition = Settings { form: Some("Очная".into()), ..Settings::default() };
        let version = Settings {
            form: Some("Заочная".into()),
            funding: Some("платное обучение".into()),
            ..Settings::default()
        };
        let both = edition.or(&version);
        assert_eq!(
            (both.form.as_deref(), both.funding.as_deref()),
            (Some("Очная"), Some("платное обучение"))
        );
        let faults = both.faults(&sample());
        assert_eq!(faults.len(), 1, "case counts: {faults:?}");
        assert_eq!((faults[0].field.as_str(), faults[0].code.as_str()), ("funding", "federal-not-in-list"));
        assert_eq!(both.faults(&Lists::default()), [], "without a list anything may stand there");
    }
}
