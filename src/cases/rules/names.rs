//! Whose work has no name now, in a case that is graded without names.

/// How far a version has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// Whether it waits for its grade to be released.
    pub waits: bool,
    /// Whether it was hidden.
    pub hidden: bool,
    /// Whether its grade is released.
    pub released: bool,
}

/// Whether nothing may tell whose these versions are, in their order. Every version counts: one that has its author's
/// name again would give away the next one, which is listed with it. After a version that was hidden before it had a
/// grade another one is to come.
pub fn hides_names(versions: &[Stand]) -> bool {
    versions.iter().any(|one| one.waits) || versions.last().is_some_and(|last| last.hidden && !last.released)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_version_that_waits_hides_them_all() {
        let released = Stand { waits: false, hidden: false, released: true };
        let waiting = Stand { waits: true, released: false, ..released };
        let hidden = Stand { hidden: true, released: false, ..released };
        assert!(!hides_names(&[]) && !hides_names(&[released]));
        assert!(hides_names(&[waiting, released]) && hides_names(&[released, waiting]));
        assert!(hides_names(&[released, hidden]), "another one is to come");
        assert!(!hides_names(&[hidden, released]), "it has come");
        assert!(!hides_names(&[Stand { hidden: true, ..released }]), "its author has seen the grade");
    }
}
