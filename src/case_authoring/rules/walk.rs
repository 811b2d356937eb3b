//! Going through the steps of a case without anything being written down.

use crate::programmes::rules::{Decision, Stage, StagePlan};

/// How far somebody has come on a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// The keys of the steps that lie behind, with what was decided there.
    pub past: Vec<(String, Way)>,
    /// Where the walk stands.
    pub at: Halt,
}

/// What was decided at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The choice at this place, from 1.
    Choice(usize),
    /// One's own words.
    Words,
    /// Nothing, until the time was over.
    Clock,
}

/// Where a walk stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Halt {
    /// At a step.
    Step(String),
    /// At an end.
    End(String),
    /// At something that does not exist.
    Nowhere(String),
}

impl Way {
    /// As it stands in the address of a walk.
    pub fn word(self) -> String {
        match self {
            Way::Choice(place) => place.to_string(),
            Way::Words => "t".to_owned(),
            Way::Clock => "c".to_owned(),
        }
    }

    fn parse(word: &str) -> Option<Way> {
        match word {
            "t" => Some(Way::Words),
            "c" => Some(Way::Clock),
            number => number.parse().ok().map(Way::Choice),
        }
    }
}

impl Walk {
    /// Goes the way of an address, as `2.t.1`; what cannot be gone ends the walk where it stands.
    pub fn along(plan: &StagePlan, way: &str) -> Option<Walk> {
        let mut walk = Walk { past: Vec::new(), at: Halt::Step(plan.first()?.key.clone()) };
        for word in way.split('.').take(MOST) {
            let Halt::Step(key) = &walk.at else { break };
            let step = plan.stage(key).zip(Way::parse(word));
            let Some((stage, way, next)) =
                step.and_then(|(stage, way)| Some((stage, way, next(stage, way)?)))
            else {
                break;
            };
            walk.past.push((stage.key.clone(), way));
            walk.at = halt(plan, next);
        }
        Some(walk)
    }

    /// The address of this walk with one more decision.
    pub fn and(&self, way: Way) -> String {
        let words = self.past.iter().map(|(_, way)| way.word()).chain([way.word()]);
        words.collect::<Vec<_>>().join(".")
    }
}

/// A map with a loop has walks without an end.
const MOST: usize = 60;

fn next(stage: &Stage, way: Way) -> Option<&str> {
    match (way, &stage.decision) {
        (Way::Choice(place), Decision::Choice { branches }) => {
            Some(branches.get(place.checked_sub(1)?)?.next.as_str())
        }
        (Way::Words, Decision::Text { next }) => Some(next.as_str()),
        (Way::Clock, _) => Some(stage.clock.as_ref()?.next.as_str()),
        _ => None,
    }
}

fn halt(plan: &StagePlan, key: &str) -> Halt {
    if plan.is_end(key) {
        Halt::End(key.to_owned())
    } else if plan.stage(key).is_some() {
        Halt::Step(key.to_owned())
    } else {
        Halt::Nowhere(key.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::rules::Branch;
    use std::collections::BTreeMap;

    #[test]
    fn a_walk_follows_its_address_and_stops_where_it_cannot_go() {
        let branch = |key: &str, next: &str| Branch { key: key.into(), next: next.into() };
        let branches = vec![branch("x", "b"), branch("y", "gone")];
        let plan = StagePlan {
            replay: false,
            stages: vec![
                Stage { key: "a".into(), decision: Decision::Choice { branches }, clock: None },
                Stage { key: "b".into(), decision: Decision::Text { next: "z".into() }, clock: None },
            ],
            ends: vec!["z".into()],
            criteria: BTreeMap::new(),
            texts: BTreeMap::new(),
        };
        let at = |way: &str| Walk::along(&plan, way).unwrap().at;
        assert_eq!(at(""), Halt::Step("a".into()));
        assert_eq!(at("1.t"), Halt::End("z".into()));
        assert_eq!(at("2"), Halt::Nowhere("gone".into()));
        assert_eq!(at("7.1"), Halt::Step("a".into()));
        assert_eq!(Walk::along(&plan, "1").unwrap().and(Way::Words), "1.t");
    }
}
