//! What changed between two versions of a draft, as far as the log may know it: the log is never erased, so it holds no names
//! and no marks (decision 0030). What stood there is kept with the paper itself.

use super::content::Content;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The names of the fields in which two contents differ.
pub fn changed(old: &Content, new: &Content) -> Vec<String> {
    let (old, new) = (fields(old), fields(new));
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    names.into_iter().filter(|name| old.get(*name) != new.get(*name)).cloned().collect()
}

fn fields(content: &Content) -> Map<String, Value> {
    match serde_json::to_value(content) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// How many lines a content has: people, or members of a commission.
pub fn lines(content: &Content) -> usize {
    match content {
        Content::Enrolment { people, .. } => people.len(),
        Content::Commission { members } => members.len(),
        Content::AssessmentSheet { entries, .. } => entries.len(),
        Content::Protocol { present, .. } => present.len(),
        Content::Closing { people } => people.len(),
        Content::Expulsion { .. } => 1,
        Content::Correction { .. } | Content::Cancellation { .. } => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::EnrolmentId;

    #[test]
    fn fields_are_named_and_what_they_say_is_not() {
        let expelled = |reason: &str| Content::Expulsion {
            enrolment: EnrolmentId(7),
            reason: reason.into(),
            ground: "Заявление".into(),
        };
        let (old, new) = (expelled("Болезнь"), expelled("Переезд"));
        assert_eq!(changed(&old, &new), ["reason"]);
        assert!(changed(&old, &old).is_empty());
        assert_eq!(lines(&old), 1);
        assert_eq!(lines(&Content::Cancellation { ground: String::new() }), 0);
    }
}
