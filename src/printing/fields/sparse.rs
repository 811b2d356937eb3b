//! What a paper may lack. Taken from the structures themselves: every field that can be absent is, unless papers of a kind
//! always have it. The test `what_a_paper_always_has_is_what_the_barest_one_has` of `documents` holds the list of
//! those against the facts documents are made of.

use super::{ModuleFields, PaperFields};
use serde::Serialize;
use serde_json::Value;

/// What every paper says of its issuer.
const ISSUER: [&str; 3] = ["issuer.city", "issuer.head_post", "issuer.head_name"];
/// What every paper about a course says of it.
const COURSE: [&str; 6] = [
    "programme.title",
    "programme.hours",
    "programme.volume",
    "programme.period",
    "programme.starts_on",
    "programme.ends_on",
];
const RECORD: [&str; 5] =
    ["service.nature", "service.quality", "service.volume", "service.level", "service.length"];
const AUTHORITY: [&str; 4] = ["letter.valid_from", "letter.valid_until", "letter.place", "letter.tasks"];

impl PaperFields {
    /// The fields that can be absent and are always there on papers of a kind, by the word of the kind, as their paths
    /// below `fields`.
    pub fn always(kind: &str) -> Vec<&'static str> {
        let own: &[&str] = match kind {
            "service_record" => &RECORD,
            "authority_document" => &AUTHORITY,
            "thank_you_letter" | "recommendation_letter" => &["letter.paragraphs"],
            _ => &COURSE,
        };
        ISSUER.iter().chain(own).copied().collect()
    }

    /// The fields that a paper of a kind may lack, as their paths: `holder.patronymic`, `programme.modules.mark`.
    pub fn may_lack(kind: &str) -> Vec<String> {
        let mut paths = Vec::new();
        gather(&PaperFields::default(), "", &mut paths);
        gather(&ModuleFields::default(), "programme.modules.", &mut paths);
        let always = PaperFields::always(kind);
        paths.retain(|path| !always.contains(&path.as_str()));
        paths
    }

    /// The same without these fields.
    #[must_use]
    pub fn lacking(&self, paths: &[String]) -> PaperFields {
        let Ok(mut value) = serde_json::to_value(self) else { return self.clone() };
        for path in paths {
            leave_out(&mut value, path);
        }
        // What is not written is read as absent.
        serde_json::from_value(value).unwrap_or_else(|_| self.clone())
    }
}

/// The paths of everything that can be absent: nothing or an empty list in a value of defaults.
fn gather(defaults: &impl Serialize, before: &str, paths: &mut Vec<String>) {
    if let Ok(value) = serde_json::to_value(defaults) {
        gather_in(&value, before, paths);
    }
}

fn gather_in(value: &Value, before: &str, paths: &mut Vec<String>) {
    let Value::Object(fields) = value else { return };
    for (name, value) in fields {
        match value {
            Value::Null => paths.push(format!("{before}{name}")),
            Value::Array(items) if items.is_empty() => paths.push(format!("{before}{name}")),
            inner => gather_in(inner, &format!("{before}{name}."), paths),
        }
    }
}

fn leave_out(value: &mut Value, path: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| leave_out(item, path)),
        Value::Object(fields) => match path.split_once('.') {
            Some((name, rest)) => {
                if let Some(inner) = fields.get_mut(name) {
                    leave_out(inner, rest);
                }
            }
            None => {
                fields.remove(path);
            }
        },
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Language;

    #[test]
    fn whatever_can_be_absent_may_be_lacking_and_is_left_out() {
        let gaps = PaperFields::may_lack("retraining_diploma");
        for path in ["holder.patronymic", "assessment.topic", "programme.modules", "programme.modules.mark"] {
            assert!(gaps.iter().any(|gap| gap == path), "{path}: {gaps:?}");
        }
        assert!(
            gaps.iter().all(|gap| !gap.starts_with("holder.full") && gap != "programme.title"),
            "{gaps:?}"
        );
        let sparse = PaperFields::sample(Language::Ru).lacking(&gaps);
        assert_eq!((sparse.holder.patronymic, sparse.programme.modules), (None, Vec::new()));
        assert!(sparse.programme.title.is_some() && !sparse.holder.full.is_empty());
        let unmarked = PaperFields::sample(Language::Ru).lacking(&["programme.modules.mark".to_owned()]);
        assert!(unmarked.programme.modules.len() == 4);
        assert!(unmarked.programme.modules.iter().all(|module| module.mark.is_none()));
    }

    #[test]
    fn what_is_always_there_can_be_absent_elsewhere() {
        let mut all = Vec::new();
        gather(&PaperFields::default(), "", &mut all);
        for path in ISSUER.iter().chain(&COURSE).chain(&RECORD).chain(&AUTHORITY) {
            assert!(all.iter().any(|known| known == path), "{path}");
        }
    }
}
