//! Whether the stages of a case make a sound map: every stage can be reached, every path comes to an end, and none
//! comes by the same stage twice.

use std::collections::{BTreeMap, BTreeSet};

/// Stages with what each may lead to, and ends. The first stage is where everybody begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph<'g> {
    /// Keys of stages with the keys of what follows.
    pub stages: Vec<(&'g str, Vec<&'g str>)>,
    /// Keys of ends.
    pub ends: Vec<&'g str>,
}

/// What is wrong with a graph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum GraphFault<'g> {
    /// There is no end at all.
    NoEnd,
    /// A stage leads to what does not exist.
    Unknown {
        /// The stage.
        from: &'g str,
        /// What it leads to.
        to: &'g str,
    },
    /// No path leads to this stage or end.
    Unreachable(&'g str),
    /// No path leads from this stage to an end.
    DeadEnd(&'g str),
    /// A stage leads to one that was met before.
    Loop {
        /// The stage.
        from: &'g str,
        /// The one met before.
        to: &'g str,
    },
}

impl<'g> Graph<'g> {
    /// Everything that is wrong.
    pub fn faults(&self) -> Vec<GraphFault<'g>> {
        let mut faults = Vec::new();
        if self.ends.is_empty() {
            faults.push(GraphFault::NoEnd);
        }
        faults.extend(self.unknown());
        faults.extend(self.unreachable());
        faults.extend(self.dead_ends());
        faults.extend(self.loops());
        faults
    }

    /// Whether some path from the beginning comes to an end without meeting any of these stages.
    pub fn can_avoid(&self, stages: &BTreeSet<&str>) -> bool {
        let mut open: Vec<&str> = self.first().into_iter().filter(|first| !stages.contains(first)).collect();
        let mut met: BTreeSet<&str> = open.iter().copied().collect();
        while let Some(key) = open.pop() {
            if self.ends.contains(&key) {
                return true;
            }
            let onwards = self.next(key).iter().filter(|next| !stages.contains(*next));
            open.extend(onwards.filter(|next| met.insert(next)));
        }
        false
    }

    /// How many decisions lie on the longest path to each stage or end: the layers of a map. Loops are cut off.
    pub fn layers(&self) -> BTreeMap<&'g str, usize> {
        let mut layers: BTreeMap<&str, usize> = self.first().map(|first| (first, 0)).into_iter().collect();
        // In a graph without loops no path is longer than there are stages.
        for _ in 0..self.stages.len() {
            let mut moved = false;
            for (key, targets) in &self.stages {
                let Some(layer) = layers.get(key).map(|layer| (layer + 1).min(self.stages.len())) else {
                    continue;
                };
                for target in targets {
                    let known = layers.entry(target).or_insert(0);
                    moved |= *known < layer;
                    *known = layer.max(*known);
                }
            }
            if !moved {
                break;
            }
        }
        layers
    }

    fn first(&self) -> Option<&'g str> {
        self.stages.first().map(|(key, _)| *key)
    }

    fn next(&self, key: &str) -> &[&'g str] {
        self.stages.iter().find(|(known, _)| *known == key).map_or(&[], |(_, next)| next.as_slice())
    }

    fn keys(&self) -> impl Iterator<Item = &'g str> {
        self.stages.iter().map(|(key, _)| *key).chain(self.ends.iter().copied())
    }

    fn unknown(&self) -> Vec<GraphFault<'g>> {
        let known: BTreeSet<&str> = self.keys().collect();
        let pairs = self.stages.iter().flat_map(|(from, next)| next.iter().map(move |to| (*from, *to)));
        let unknown: BTreeSet<_> = pairs.filter(|(_, to)| !known.contains(to)).collect();
        unknown.into_iter().map(|(from, to)| GraphFault::Unknown { from, to }).collect()
    }

    fn unreachable(&self) -> Vec<GraphFault<'g>> {
        let mut open: Vec<&str> = self.first().into_iter().collect();
        let mut met: BTreeSet<&str> = open.iter().copied().collect();
        while let Some(key) = open.pop() {
            open.extend(self.next(key).iter().filter(|next| met.insert(next)));
        }
        self.keys().filter(|key| !met.contains(key)).map(GraphFault::Unreachable).collect()
    }

    /// What leads to an unknown stage is named as such and not once more.
    fn dead_ends(&self) -> Vec<GraphFault<'g>> {
        let stages: BTreeSet<&str> = self.stages.iter().map(|(key, _)| *key).collect();
        let mut ending: BTreeSet<&str> = BTreeSet::new();
        loop {
            let ends = |next: &&str| ending.contains(next) || !stages.contains(next);
            let more: Vec<&str> = self
                .stages
                .iter()
                .filter(|(key, next)| !ending.contains(key) && next.iter().any(ends))
                .map(|(key, _)| *key)
                .collect();
            if more.is_empty() {
                break;
            }
            ending.extend(more);
        }
        let dead = self.stages.iter().map(|(key, _)| *key).filter(|key| !ending.contains(key));
        dead.map(GraphFault::DeadEnd).collect()
    }

    /// Walks depth first; whoever leads to a stage of the way that was come closes a loop.
    fn loops(&self) -> Vec<GraphFault<'g>> {
        let (mut done, mut found) = (BTreeSet::new(), BTreeSet::new());
        for (start, _) in &self.stages {
            let mut way: Vec<(&str, usize)> = vec![(start, 0)];
            while let Some((key, place)) = way.pop() {
                if done.contains(key) {
                    continue;
                }
                let Some(next) = self.next(key).get(place).copied() else {
                    done.insert(key);
                    continue;
                };
                way.push((key, place + 1));
                if way.iter().any(|(met, _)| *met == next) {
                    found.insert((key, next));
                } else if !done.contains(next) {
                    way.push((next, 0));
                }
            }
        }
        found.into_iter().map(|(from, to)| GraphFault::Loop { from, to }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn graph<'g>(stages: &[(&'g str, &[&'g str])], ends: &[&'g str]) -> Graph<'g> {
        let stages = stages.iter().map(|(key, next)| (*key, next.to_vec())).collect();
        Graph { stages, ends: ends.to_vec() }
    }

    #[test]
    fn a_sound_map_has_no_faults() {
        let sound = graph(
            &[("call", &["visit", "wait"]), ("visit", &["good"]), ("wait", &["visit", "bad"])],
            &["good", "bad"],
        );
        assert_eq!(sound.faults(), []);
        assert!(sound.can_avoid(&BTreeSet::from(["wait"])));
        assert!(sound.can_avoid(&BTreeSet::from(["visit"])));
        assert!(!sound.can_avoid(&BTreeSet::from(["visit", "wait"])));
        let layers = sound.layers();
        assert_eq!(["call", "wait", "visit", "good"].map(|key| layers[key]), [0, 1, 2, 3]);
    }

    #[test]
    fn each_fault_is_named_once() {
        use GraphFault::{DeadEnd, Loop, NoEnd, Unknown, Unreachable};
        let unknown = graph(&[("a", &["nowhere", "end"])], &["end"]);
        assert_eq!(unknown.faults(), [Unknown { from: "a", to: "nowhere" }]);
        let lonely = graph(&[("a", &["end"]), ("b", &["end"])], &["end", "other"]);
        assert_eq!(lonely.faults(), [Unreachable("b"), Unreachable("other")]);
        let mute = graph(&[("a", &["b", "end"]), ("b", &[])], &["end"]);
        assert_eq!(mute.faults(), [DeadEnd("b")]);
        let again = graph(&[("a", &["b"]), ("b", &["a", "end"])], &["end"]);
        assert_eq!(again.faults(), [Loop { from: "b", to: "a" }]);
        let own = graph(&[("a", &["a", "end"])], &["end"]);
        assert_eq!(own.faults(), [Loop { from: "a", to: "a" }]);
        let caught = graph(&[("a", &["b", "end"]), ("b", &["c"]), ("c", &["b"])], &["end"]);
        assert_eq!(caught.faults(), [DeadEnd("b"), DeadEnd("c"), Loop { from: "c", to: "b" }]);
        assert_eq!(graph(&[("a", &["b"])], &[]).faults(), [NoEnd, Unknown { from: "a", to: "b" }]);
    }

    const KEYS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "x", "y"];

    /// Any map of up to six stages and two ends.
    fn any_graph() -> impl Strategy<Value = Graph<'static>> {
        let targets = proptest::collection::vec(0..KEYS.len(), 0..4);
        proptest::collection::vec(targets, 1..7).prop_map(|stages| {
            let named = |(place, next): (usize, Vec<usize>)| {
                (KEYS[place], next.into_iter().map(|to| KEYS[to]).collect())
            };
            Graph { stages: stages.into_iter().enumerate().map(named).collect(), ends: vec!["x", "y"] }
        })
    }

    /// A map whose stages lead only to later ones, so that it is sound but for stages that nothing leads to.
    fn forward() -> impl Strategy<Value = Graph<'static>> {
        let targets = proptest::collection::vec(0..100usize, 1..4);
        proptest::collection::vec(targets, 1..7).prop_map(|stages| {
            let count = stages.len();
            let later = |place: usize, to: usize| {
                let choices: Vec<&str> = KEYS[place + 1..count].iter().chain(&["x", "y"]).copied().collect();
                choices[to % choices.len()]
            };
            let stage = |(place, next): (usize, Vec<usize>)| {
                (KEYS[place], next.into_iter().map(|to| later(place, to)).collect())
            };
            Graph { stages: stages.into_iter().enumerate().map(stage).collect(), ends: vec!["x", "y"] }
        })
    }

    /// Every stage that can be met from a stage in one or more steps.
    fn beyond<'g>(graph: &Graph<'g>, from: &str) -> BTreeSet<&'g str> {
        let mut met = BTreeSet::new();
        let mut open: Vec<&str> = graph.next(from).to_vec();
        while let Some(key) = open.pop() {
            if met.insert(key) {
                open.extend(graph.next(key));
            }
        }
        met
    }

    proptest! {
        #[test]
        fn loops_are_found_exactly_where_a_stage_can_be_met_again(graph in any_graph()) {
            let again = graph.stages.iter().any(|(key, _)| beyond(&graph, key).contains(key));
            prop_assert_eq!(!graph.loops().is_empty(), again);
            for fault in graph.loops() {
                let GraphFault::Loop { from, to } = fault else { unreachable!() };
                prop_assert!(graph.next(from).contains(&to));
                prop_assert!(to == from || beyond(&graph, to).contains(from));
            }
        }

        #[test]
        fn dead_ends_are_the_stages_from_which_no_end_can_be_met(graph in any_graph()) {
            let known: BTreeSet<&str> = graph.stages.iter().map(|(key, _)| *key).collect();
            let dead: Vec<_> = graph.stages.iter().map(|(key, _)| *key)
                .filter(|key| beyond(&graph, key).iter().all(|met| known.contains(met)))
                .map(GraphFault::DeadEnd).collect();
            prop_assert_eq!(graph.dead_ends(), dead);
        }

        #[test]
        fn unreachable_is_all_that_cannot_be_met_from_the_beginning(graph in any_graph()) {
            let met = beyond(&graph, "a");
            let lost: Vec<_> = graph.keys().filter(|key| *key != "a" && !met.contains(key)).map(GraphFault::Unreachable).collect();
            prop_assert_eq!(graph.unreachable(), lost);
        }

        #[test]
        fn every_walk_on_a_faultless_map_comes_to_an_end(
            graph in prop_oneof![any_graph(), forward()], turns in proptest::collection::vec(0..100usize, 8)) {
            let faultless = graph.faults().iter().all(|fault| matches!(fault, GraphFault::Unreachable(_)));
            if !faultless {
                return Ok(());
            }
            let mut at = "a";
            for turn in turns {
                let next = graph.next(at);
                if next.is_empty() { break; }
                at = next[turn % next.len()];
            }
            prop_assert!(graph.ends.contains(&at), "{at}");
        }

        #[test]
        fn what_only_leads_onwards_has_no_loop_and_no_dead_end(graph in forward()) {
            let faults = graph.faults();
            prop_assert!(faults.iter().all(|fault| matches!(fault, GraphFault::Unreachable(_))), "{faults:?}");
            let layers = graph.layers();
            for (from, next) in graph.stages.iter().filter(|(from, _)| layers.contains_key(from)) {
                prop_assert!(next.iter().all(|to| layers[to] > layers[from]));
            }
        }

        #[test]
        fn a_stage_can_be_avoided_exactly_when_the_map_without_it_still_ends(graph in forward(), place in 0..6usize) {
            let key = KEYS[place];
            let without = Graph {
                stages: graph.stages.iter().filter(|(known, _)| *known != key)
                    .map(|(known, next)| (*known, next.iter().copied().filter(|to| *to != key).collect())).collect(),
                ends: graph.ends.clone(),
            };
            let still = key != "a" && beyond(&without, "a").iter().any(|met| graph.ends.contains(met));
            prop_assert_eq!(graph.can_avoid(&BTreeSet::from([key])), still);
        }
    }
}
