//! The closed list of what can go wrong. One code = one Fluent key (`problem-<code>`) = one value in the
//! API description; a test holds the three lists equal.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $status:literal;)*) => {
        /// What went wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ProblemCode { $($(#[$doc])* $name,)* }

        impl ProblemCode {
            /// Every code there is.
            pub const ALL: &'static [ProblemCode] = &[$(ProblemCode::$name,)*];

            /// The code as the API and the Fluent keys spell it.
            pub fn as_str(self) -> &'static str {
                match self { $(ProblemCode::$name => $text,)* }
            }

            /// The HTTP status it is answered with.
            pub fn status(self) -> u16 {
                match self { $(ProblemCode::$name => $status,)* }
            }
        }
    };
}

codes! {
    /// The request itself cannot be understood.
    BadRequest = "bad-request", 400;
    /// Nobody is signed in.
    SignInRequired = "sign-in-required", 401;
    /// E-mail and password do not belong together.
    WrongCredentials = "wrong-credentials", 401;
    /// The bearer token is unknown, expired or revoked.
    TokenInvalid = "token-invalid", 401;
    /// Signed in, but not allowed.
    Forbidden = "forbidden", 403;
    /// The form did not come from our own page.
    FormForged = "form-forged", 403;
    /// There is no such thing, or it is not this reader's to see.
    NotFound = "not-found", 404;
    /// A one-time link was used or has expired.
    LinkExpired = "link-expired", 410;
    /// Somebody else changed it meanwhile.
    Conflict = "conflict", 409;
    /// It exists already.
    AlreadyExists = "already-exists", 409;
    /// The edition has no free place.
    EditionFull = "edition-full", 409;
    /// The quiz attempt was handed in already.
    AttemptClosed = "attempt-closed", 409;
    /// The time of the attempt is over.
    DeadlinePassed = "deadline-passed", 409;
    /// No further attempt or version is allowed.
    NoAttemptsLeft = "no-attempts-left", 409;
    /// The quiz opens later.
    QuizNotOpen = "quiz-not-open", 409;
    /// The quiz is closed.
    QuizClosed = "quiz-closed", 409;
    /// The next attempt may begin only later.
    AttemptTooSoon = "attempt-too-soon", 409;
    /// The quiz begins with a password, and this was not it.
    QuizPasswordWrong = "quiz-password-wrong", 409;
    /// The quiz has no question to ask.
    QuizEmpty = "quiz-empty", 409;
    /// The question was checked and takes no more answers.
    QuestionLocked = "question-locked", 409;
    /// The attempt goes on in another window or on another device.
    AttemptElsewhere = "attempt-elsewhere", 409;
    /// The activity is locked until others are completed.
    ActivityLocked = "activity-locked", 409;
    /// A question about the trainee's experience comes before the activity.
    AnswerNeeded = "answer-needed", 409;
    /// The answer about experience cannot be changed by the trainee any more.
    AnswerSettled = "answer-settled", 409;
    /// The edition has not begun, has ended, or the enrolment was withdrawn.
    EditionClosed = "edition-closed", 409;
    /// The session has not begun, and cannot be marked yet.
    SessionAhead = "session-ahead", 409;
    /// The session was cancelled.
    SessionCancelled = "session-cancelled", 409;
    /// The code of a check-in is of another time, of another session, or none.
    CheckInCodeWrong = "check-in-code-wrong", 409;
    /// The session of the code is not asked of this reader.
    CheckInNotYours = "check-in-not-yours", 404;
    /// People can mark themselves only later.
    CheckInAhead = "check-in-ahead", 409;
    /// Nobody can mark themselves at the session any more.
    CheckInClosed = "check-in-closed", 409;
    /// The question of a live quiz takes no answers now.
    RoundClosed = "round-closed", 409;
    /// The question of a live quiz was answered already.
    AlreadyAnswered = "already-answered", 409;
    /// The live quiz is over.
    LiveQuizOver = "live-quiz-over", 409;
    /// Nobody else can join the live quiz.
    LiveQuizFull = "live-quiz-full", 409;
    /// A condition of the completion rule is unmet.
    RuleUnmet = "rule-unmet", 409;
    /// The work was graded already.
    AlreadyGraded = "already-graded", 409;
    /// Somebody else is at work on it.
    WorkTaken = "work-taken", 409;
    /// It was given to somebody else, who has not begun.
    WorkAllotted = "work-allotted", 409;
    /// This grader has given marks already; others have not yet.
    AlreadyMarked = "already-marked", 409;
    /// Works that every grader marks first are not marked by this one yet.
    CalibrationFirst = "calibration-first", 409;
    /// The rubric was changed while somebody was writing by the former one.
    RubricChanged = "rubric-changed", 409;
    /// Grader and author are of one organisation.
    Colleague = "colleague", 409;
    /// The last version of the work is not graded yet.
    WorkWaiting = "work-waiting", 409;
    /// The steps of the case come before the work.
    StepsFirst = "steps-first", 409;
    /// Teams hand the case in, and this trainee is in none.
    TeamMissing = "team-missing", 409;
    /// The step was decided already.
    StepDecided = "step-decided", 409;
    /// The time of the step is over.
    StepOver = "step-over", 409;
    /// The work comes too late to be taken.
    WorkTooLate = "work-too-late", 409;
    /// The document is revoked already.
    AlreadyRevoked = "already-revoked", 409;
    /// The document is issued, but its organisation's template cannot be printed with it.
    PaperFailed = "paper-failed", 409;
    /// With what the document is printed is settled: it has a paper, or another version was chosen, or printing did not fail.
    PaperSettled = "paper-settled", 409;
    /// The dry run still has faults.
    ImportHasFaults = "import-has-faults", 409;
    /// The texts that the version was imported from were not kept, so nothing can be changed in the browser.
    SourcesMissing = "sources-missing", 409;
    /// A newer version teaches the case otherwise than the one that the working copy is based on.
    CaseOvertaken = "case-overtaken", 409;
    /// The author of the case from practice that a course case was begun with does not consent to that any more.
    ConsentWithdrawn = "consent-withdrawn", 409;
    /// The newest version has no such case to put the working copy upon.
    CaseGone = "case-gone", 409;
    /// The upload is larger than allowed.
    TooLarge = "too-large", 413;
    /// An archive would be larger than its format can say.
    ArchiveTooLarge = "archive-too-large", 413;
    /// The content of the file is not of an accepted kind.
    FileKindRefused = "file-kind-refused", 415;
    /// Fields of the form have faults.
    Invalid = "invalid", 422;
    /// The content of a programme has faults.
    ContentFaulty = "content-faulty", 422;
    /// Too many tries in a short time.
    TooManyRequests = "too-many-requests", 429;
    /// A fault of ours.
    Internal = "internal", 500;
    /// The disk is full.
    StorageFull = "storage-full", 507;
    /// The write queue is full or the database is away; try again.
    Busy = "busy", 503;
}

/// A fault of one field of a form, as a Fluent key (`fault-<code>`) with arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The field's name as the form and the API spell it.
    pub field: String,
    /// The code of the fault.
    pub code: String,
    /// Named arguments of the message.
    pub args: Vec<(String, String)>,
}

impl Fault {
    /// A fault without arguments.
    pub fn new(field: impl Into<String>, code: &'static str) -> Fault {
        Fault { field: field.into(), code: code.to_owned(), args: Vec::new() }
    }

    /// Adds a named argument of the message.
    pub fn with(mut self, name: &str, value: impl ToString) -> Fault {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// Something that went wrong, with what a reader needs to mend it.
#[derive(Debug)]
pub struct Problem {
    /// What went wrong.
    pub code: ProblemCode,
    /// Faults by field, when `code` is [`ProblemCode::Invalid`].
    pub faults: Vec<Fault>,
    /// Named arguments of the message.
    pub args: Vec<(String, String)>,
    /// The cause, for the log only.
    pub cause: Option<anyhow::Error>,
}

impl Problem {
    /// A problem with nothing to add.
    pub fn new(code: ProblemCode) -> Problem {
        Problem { code, faults: Vec::new(), args: Vec::new(), cause: None }
    }

    /// There is no such thing for this reader.
    pub fn not_found() -> Problem {
        Problem::new(ProblemCode::NotFound)
    }

    /// This reader may not.
    pub fn forbidden() -> Problem {
        Problem::new(ProblemCode::Forbidden)
    }

    /// Faults of a form.
    pub fn invalid(faults: Vec<Fault>) -> Problem {
        Problem { faults, ..Problem::new(ProblemCode::Invalid) }
    }

    /// A fault of ours, with its cause for the log.
    pub fn internal(cause: impl Into<anyhow::Error>) -> Problem {
        Problem { cause: Some(cause.into()), ..Problem::new(ProblemCode::Internal) }
    }

    /// Adds a named argument of the message.
    pub fn with(mut self, name: &str, value: impl ToString) -> Problem {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.as_str())?;
        for fault in &self.faults {
            write!(f, "; {}: {}", fault.field, fault.code)?;
        }
        for (name, value) in &self.args {
            write!(f, "; {name}={value}")?;
        }
        if let Some(cause) = &self.cause {
            write!(f, ": {cause:#}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Problem {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => ProblemCode::StorageFull,
            _ => ProblemCode::Internal,
        };
        Problem { cause: Some(error.into()), ..Problem::new(code) }
    }
}
