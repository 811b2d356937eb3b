//! The closed lists of words of this room.

use crate::kernel::words;

words! {
    /// A state of a candidacy: each is a row with who and when.
    StepKind {
        /// The application is there.
        Applied = "applied",
        /// Every paper that is asked for was seen and holds.
        DocumentsChecked = "documents_checked",
        /// The hours of training are there.
        Trained = "trained",
        /// A conversation face to face was held.
        Interviewed = "interviewed",
        /// Somebody decided that they may be a mentor.
        Admitted = "admitted",
        /// Somebody decided that they may not.
        Refused = "refused",
        /// They gave it up themselves.
        Withdrawn = "withdrawn",
        /// A pair was agreed upon.
        Matched = "matched",
        /// The pair meets.
        Active = "active",
        /// The pair is closed.
        Closed = "closed",
    }
}

impl StepKind {
    /// Whether the candidacy is over with it.
    pub fn ends(self) -> bool {
        matches!(self, StepKind::Refused | StepKind::Withdrawn)
    }

    /// Whether it belongs to a pair.
    pub fn of_pair(self) -> bool {
        matches!(self, StepKind::Matched | StepKind::Active | StepKind::Closed)
    }
}

words! {
    /// A paper that is looked at before a child is met.
    CheckKind {
        /// A certificate of no criminal record.
        CriminalRecord = "criminal_record",
        /// A medical certificate.
        Medical = "medical",
        /// The act of an inspection of the home.
        HomeInspection = "home_inspection",
        /// References.
        References = "references",
        /// A certificate of legal capacity.
        LegalCapacity = "legal_capacity",
    }
}

impl CheckKind {
    /// Every kind, in the order of the list.
    pub const ALL: [CheckKind; 5] = [
        CheckKind::CriminalRecord,
        CheckKind::Medical,
        CheckKind::HomeInspection,
        CheckKind::References,
        CheckKind::LegalCapacity,
    ];

    /// Whether it must say until when it holds: what may change about a person holds for a time only.
    pub fn has_term(self) -> bool {
        matches!(self, CheckKind::CriminalRecord | CheckKind::Medical)
    }
}

words! {
    /// Who speaks for the child.
    ConsentBy {
        /// The guardian or the guardianship body.
        Guardian = "guardian",
        /// The institution the child lives in.
        Institution = "institution",
    }
}

words! {
    /// How the staff spoke with a pair.
    ContactWay {
        /// Face to face.
        Meeting = "meeting",
        /// A visit to the pair.
        Visit = "visit",
        /// By telephone.
        Call = "call",
        /// By video.
        Video = "video",
        /// In writing.
        Message = "message",
    }
}

words! {
    /// Why a pair was closed.
    ClosureReason {
        /// The time agreed upon is over.
        Term = "term",
        /// The mentor asked for it.
        Mentor = "mentor",
        /// The child or the guardian asked for it.
        Mentee = "mentee",
        /// One of them moved away, or the child went into a family.
        Moved = "moved",
        /// They did not find together.
        NoBond = "no_bond",
        /// For the safety of the child.
        Safety = "safety",
        /// Anything else; the notes say what.
        Other = "other",
    }
}

impl ClosureReason {
    /// The reason as the mentor reads it: of the safety of a child only that there was another reason.
    pub fn for_mentor(self) -> ClosureReason {
        if self == ClosureReason::Safety { ClosureReason::Other } else { self }
    }
}

/// Every way of a contact, in the order of the list.
pub const WAYS: [ContactWay; 5] =
    [ContactWay::Meeting, ContactWay::Visit, ContactWay::Call, ContactWay::Video, ContactWay::Message];

/// Who may speak for a child, in the order of the list.
pub const CONSENTS: [ConsentBy; 2] = [ConsentBy::Guardian, ConsentBy::Institution];

/// Every reason of a closure, in the order of the list.
pub const REASONS: [ClosureReason; 7] = [
    ClosureReason::Term,
    ClosureReason::Mentor,
    ClosureReason::Mentee,
    ClosureReason::Moved,
    ClosureReason::NoBond,
    ClosureReason::Safety,
    ClosureReason::Other,
];
