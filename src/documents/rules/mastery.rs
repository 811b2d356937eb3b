//! What part of a programme somebody has mastered: the modules all of whose activities with hours are done. Pure.

use crate::kernel::{ActivityId, Permille};
use crate::printing::papers::PaperModule;
use std::collections::{HashMap, HashSet};

/// A module with what is done in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModulePlan {
    /// The module as papers list it.
    pub module: PaperModule,
    /// Its activities with hours.
    pub activities: Vec<PlannedActivity>,
}

/// An activity of a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedActivity {
    /// Which.
    pub id: ActivityId,
    /// Whether it is done by being there; else a completion says that it is done.
    pub attended: bool,
    /// Planned minutes.
    pub minutes: i64,
}

/// What somebody has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// Activities completed.
    pub completed: HashSet<ActivityId>,
    /// Minutes credited, by activity.
    pub credited: HashMap<ActivityId, i64>,
}

/// The modules mastered, in the order of the programme, each with its place in it. `share` is how much of the time of a
/// class must be attended.
pub fn mastered(plan: &[ModulePlan], done: &Done, share: Permille) -> Vec<(usize, PaperModule)> {
    let is_done = |activity: &PlannedActivity| {
        if !activity.attended {
            return done.completed.contains(&activity.id);
        }
        let credited = done.credited.get(&activity.id).copied().unwrap_or_default();
        credited > 0 && credited * 1000 >= activity.minutes * i64::from(share.0)
    };
    let whole = plan.iter().enumerate().filter(|(_, module)| module.activities.iter().all(is_done));
    whole.map(|(place, module)| (place, module.module.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{AcademicHours, Language, Localised};

    #[test]
    fn a_module_is_mastered_when_everything_of_it_is_done() {
        let activity = |id, attended| PlannedActivity { id: ActivityId(id), attended, minutes: 100 };
        let module = |title: &str, activities| ModulePlan {
            module: PaperModule { title: Localised::only(Language::Ru, title), hours: AcademicHours(2) },
            activities,
        };
        let plan = [
            module("Первый", vec![activity(1, false), activity(2, true)]),
            module("Второй", vec![activity(3, false)]),
            module("Третий", vec![activity(4, true)]),
        ];
        let done = Done {
            completed: [ActivityId(1)].into(),
            credited: [(ActivityId(2), 80), (ActivityId(4), 79)].into(),
        };
        let titles = |share| {
            let found = mastered(&plan, &done, Permille::percent(share));
            found.iter().map(|(_, one)| one.title.for_reader(Language::Ru).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(titles(80), ["Первый"]);
        assert_eq!(titles(50), ["Первый", "Третий"]);
        assert_eq!(titles(100), Vec::<String>::new());
    }
}
