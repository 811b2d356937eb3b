//! Settings of the environment that no part of the program reads: a mistyped name would pass in silence.

use super::CommandLine;
use clap::{Command, CommandFactory};
use std::collections::BTreeSet;
use std::ffi::OsStr;

const PREFIX: &str = "BIRGE_";

/// Variables that steer the tests of the program.
const OF_TESTS: &[&str] = &["BIRGE_TEST_", "BIRGE_KEEP_", "BIRGE_KILLS"];

/// The first variable that begins with `BIRGE_` and is no setting, with the setting nearest to it.
pub fn unknown<N: AsRef<OsStr>, V: AsRef<OsStr>>(
    variables: impl IntoIterator<Item = (N, V)>,
) -> Option<(String, String)> {
    let known = known();
    variables
        .into_iter()
        .map(|(name, value)| {
            let text = |part: &OsStr| part.to_string_lossy().into_owned();
            (text(name.as_ref()), text(value.as_ref()))
        })
        .filter(|(name, _)| name.starts_with(PREFIX) && !known.contains(name))
        .find(|(name, value)| !of_tests(name) && !of_kubernetes(name, value))
        .map(|(name, _)| {
            let nearest = known.into_iter().min_by_key(|one| strangeness(one, &name)).unwrap_or_default();
            (name, nearest)
        })
}

/// Every variable that a command reads, as the command line declares it.
fn known() -> BTreeSet<String> {
    fn gather(command: &Command, known: &mut BTreeSet<String>) {
        let named = command.get_arguments().filter_map(|argument| argument.get_env());
        known.extend(named.map(|name| name.to_string_lossy().into_owned()));
        command.get_subcommands().for_each(|below| gather(below, known));
    }
    let mut known = BTreeSet::new();
    gather(&CommandLine::command(), &mut known);
    known
}

fn of_tests(name: &str) -> bool {
    OF_TESTS.iter().any(|prefix| name.starts_with(prefix))
}

/// A cluster with a service called `birge` tells every container where it is, in these names.
fn of_kubernetes(name: &str, value: &str) -> bool {
    name.starts_with("BIRGE_SERVICE_")
        || name.strip_prefix("BIRGE_PORT").is_some_and(|rest| {
            rest.starts_with('_') || value.starts_with("tcp://") || value.starts_with("udp://")
        })
}

/// How unlike two names are: what is alike from the beginning on says more than letters in other places.
fn strangeness(one: &str, other: &str) -> isize {
    let alike = one.bytes().zip(other.bytes()).take_while(|(left, right)| left == right).count();
    distance(one, other).cast_signed() - alike.cast_signed()
}

/// How many letters have to be put in, taken out or changed to make one name of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, left) in one.bytes().enumerate() {
        let (mut corner, mut last) = (line, line + 1);
        let above = row.iter().copied().skip(1);
        let mut next = vec![last];
        for (right, up) in other.bytes().zip(above) {
            last = (corner + usize::from(left != right)).min(up + 1).min(last + 1);
            corner = up;
            next.push(last);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, value: &str) -> Option<String> {
        unknown([(name, value)]).map(|(_, nearest)| nearest)
    }

    #[test]
    fn a_mistyped_name_is_told_with_the_nearest_one() {
        assert_eq!(of("BIRGE_PUBLIC_ULR", "x").as_deref(), Some("BIRGE_PUBLIC_URL"));
        assert_eq!(of("BIRGE_SMTP", "x").as_deref(), Some("BIRGE_SMTP_URL"));
        assert_eq!(of("BIRGE_PORT", "8080").as_deref(), Some("BIRGE_LOG"));
        assert_eq!(of("BIRGE_MAX_UPLOAD", "x").as_deref(), Some("BIRGE_MAX_UPLOAD_MB"));
    }

    #[test]
    fn what_is_no_mistake_is_left_alone() {
        for name in
            ["BIRGE_PUBLIC_URL", "BIRGE_LOG", "BIRGE_TEST_DATABASE", "BIRGE_KEEP_PAPERS", "BIRGE_KILLS"]
        {
            assert_eq!(of(name, "x"), None, "{name}");
        }
        assert_eq!(of("PATH", "/bin"), None);
        for (name, value) in [
            ("BIRGE_SERVICE_HOST", "10.0.0.1"),
            ("BIRGE_SERVICE_PORT", "80"),
            ("BIRGE_PORT", "tcp://10.0.0.1:80"),
            ("BIRGE_PORT_80_TCP_ADDR", "10.0.0.1"),
        ] {
            assert_eq!(of(name, value), None, "{name}");
        }
    }

    #[test]
    fn names_are_near_when_few_letters_differ() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!((distance("", "abc"), distance("abc", ""), distance("abc", "abc")), (3, 3, 0));
    }
}
