//! How far organisations see into the data of a person. Who teaches or sends somebody now sees and writes everything papers
//! need. Who once issued a document sees what its registers need and no more. Who enrolled a person whom others brought
//! into the house sees nothing before that person has taken part: whoever knows an address could enrol its owner. Pure.

/// How an organisation has to do with a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// The account belongs to it.
    Sends,
    /// It teaches them, or sent them to somebody who does, and they have taken part or came with this enrolment.
    Learns,
    /// It enrolled somebody who was known here before and has not taken part yet.
    Unaccepted,
    /// It taught them once: the enrolment is withdrawn.
    Withdrawn,
    /// It has issued a document to them.
    Issued,
}

/// How much an organisation sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// Nothing: the person is not there.
    Nothing,
    /// What registers need of a document that was issued.
    Registers,
    /// Everything papers need.
    Whole,
}

impl Tie {
    /// How much an organisation sees by this tie.
    pub fn depth(self) -> Depth {
        match self {
            Tie::Sends | Tie::Learns => Depth::Whole,
            Tie::Issued => Depth::Registers,
            Tie::Unaccepted | Tie::Withdrawn => Depth::Nothing,
        }
    }
}

/// How much whoever administers the organisations of these ties sees: the deepest counts.
pub fn depth(ties: impl IntoIterator<Item = Tie>) -> Depth {
    ties.into_iter().map(Tie::depth).max().unwrap_or(Depth::Nothing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_withdrawn_learner_is_out_of_reach_but_for_what_was_issued() {
        assert_eq!(depth([]), Depth::Nothing);
        assert_eq!(depth([Tie::Withdrawn]), Depth::Nothing);
        assert_eq!(depth([Tie::Unaccepted]), Depth::Nothing);
        assert_eq!(depth([Tie::Withdrawn, Tie::Issued]), Depth::Registers);
        assert_eq!(depth([Tie::Issued, Tie::Learns, Tie::Withdrawn]), Depth::Whole);
        assert_eq!(depth([Tie::Sends]), Depth::Whole);
    }
}
