//! What a newer version of a programme teaches otherwise than an older one (A5). Activities are recognised by
//! their keys, which never change between versions.

use crate::kernel::{AcademicHours, ActivityId, Localised};
use crate::programmes::rules::programme::Volume;
use crate::programmes::rules::words::{ActivityKind, DeliveryMode, Nature};
use std::collections::BTreeMap;

/// An activity without what it teaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The activity.
    pub id: ActivityId,
    /// Its key, the same in every version.
    pub key: String,
    /// How it is completed.
    pub kind: ActivityKind,
    /// The format by the training centre's own list.
    pub format: String,
    /// Where it takes place.
    pub mode: DeliveryMode,
    /// Theory or practice.
    pub nature: Nature,
    /// Academic hours.
    pub hours: AcademicHours,
    /// Keys that must be completed first.
    pub after: Vec<String>,
    /// Its title.
    pub title: Localised,
    /// The title of its module.
    pub module: Localised,
    /// The declaration whose answer "no experience" assigns the module; `None` where it is everybody's.
    pub extra_for: Option<String>,
    /// SHA-256 over its texts, questions or case; empty when it has none.
    pub digest: String,
}

/// One thing that is otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new activity.
    Added(Outline),
    /// An activity that is gone.
    Removed(Outline),
    /// An activity that stayed, but not as it was.
    Changed {
        /// As it is now.
        now: Outline,
        /// What of it is otherwise; at least one.
        aspects: Vec<Aspect>,
    },
}

/// What of an activity is otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// Academic hours.
    Hours {
        /// Before.
        from: AcademicHours,
        /// Now.
        to: AcademicHours,
    },
    /// Texts, questions or the case.
    Content,
    /// The title.
    Title,
    /// The module it stands in.
    Module,
    /// Whom the module is for.
    Extra,
    /// What a trainee does, the format or where it takes place.
    Form,
    /// Theory or practice.
    Nature,
    /// What must be completed first.
    Prerequisites,
}

/// What changed from an older version to a newer one: new and changed activities in the newer one's order, then
/// those that are gone.
pub fn changes(older: &[Outline], newer: &[Outline]) -> Vec<Change> {
    let mut before: BTreeMap<&str, &Outline> = older.iter().map(|one| (one.key.as_str(), one)).collect();
    let mut changes = Vec::new();
    for now in newer {
        match before.remove(now.key.as_str()) {
            None => changes.push(Change::Added(now.clone())),
            Some(old) => {
                let aspects = aspects(old, now);
                if !aspects.is_empty() {
                    changes.push(Change::Changed { now: now.clone(), aspects });
                }
            }
        }
    }
    let gone = older.iter().filter(|old| before.contains_key(old.key.as_str()));
    changes.extend(gone.cloned().map(Change::Removed));
    changes
}

fn aspects(old: &Outline, now: &Outline) -> Vec<Aspect> {
    let hours = (old.hours != now.hours).then_some(Aspect::Hours { from: old.hours, to: now.hours });
    let form = (old.kind, &old.format, old.mode) != (now.kind, &now.format, now.mode);
    [
        hours,
        (old.digest != now.digest).then_some(Aspect::Content),
        (old.title != now.title).then_some(Aspect::Title),
        (old.module != now.module).then_some(Aspect::Module),
        (old.extra_for != now.extra_for).then_some(Aspect::Extra),
        form.then_some(Aspect::Form),
        (old.nature != now.nature).then_some(Aspect::Nature),
        (old.after != now.after).then_some(Aspect::Prerequisites),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The hours of an outline, summed; extra modules come on top of them.
pub fn volume(outline: &[Outline]) -> Volume {
    let everybodys = |one: &&Outline| one.extra_for.is_none();
    let sum = |nature| {
        outline.iter().filter(everybodys).filter(|one| one.nature == nature).map(|one| one.hours).sum()
    };
    Volume {
        theory: sum(Nature::Theory),
        practice: sum(Nature::Practice),
        self_study: sum(Nature::SelfStudy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Language;

    fn outline(key: &str, hours: i32) -> Outline {
        Outline {
            id: ActivityId(0),
            key: key.into(),
            kind: ActivityKind::Lesson,
            format: "distance_lesson".into(),
            mode: DeliveryMode::Distance,
            nature: Nature::Theory,
            hours: AcademicHours(hours),
            after: Vec::new(),
            title: Localised::only(Language::Ru, key),
            module: Localised::default(),
            extra_for: None,
            digest: "1".into(),
        }
    }

    #[test]
    fn added_removed_and_changed_activities_are_told_apart_by_their_keys() {
        let older = [outline("stays", 1), outline("grows", 1), outline("goes", 2)];
        let mut grown = outline("grows", 3);
        grown.digest = "2".into();
        let newer = [outline("comes", 2), grown.clone(), outline("stays", 1)];
        let hours = Aspect::Hours { from: AcademicHours(1), to: AcademicHours(3) };
        assert_eq!(
            changes(&older, &newer),
            [
                Change::Added(outline("comes", 2)),
                Change::Changed { now: grown, aspects: vec![hours, Aspect::Content] },
                Change::Removed(outline("goes", 2)),
            ]
        );
        assert_eq!(volume(&newer).theory, AcademicHours(6));
    }

    #[test]
    fn an_activity_that_became_extra_is_named_and_its_hours_are_not_summed() {
        let mut extra = outline("stays", 2);
        extra.extra_for = Some("experience".into());
        let changed = Change::Changed { now: extra.clone(), aspects: vec![Aspect::Extra] };
        assert_eq!(changes(&[outline("stays", 2)], &[extra.clone()]), [changed]);
        assert_eq!(volume(&[extra, outline("other", 3)]).theory, AcademicHours(3));
    }

    #[test]
    fn another_row_of_the_same_activity_is_no_change() {
        let mut same = outline("stays", 1);
        same.id = ActivityId(77);
        assert_eq!(changes(&[outline("stays", 1)], &[same]), []);
    }
}
