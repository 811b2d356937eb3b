//! The verdict on a credential: five questions, each with its answer. Valid is only what holds in all of them; what
//! cannot be told is said so, and is not valid.

use super::did::KnownKey;
use super::opening::Signed;
use super::{form, revocation, signature};
use crate::kernel::Moment;
use serde::Serialize;
use serde_json::Value;

/// What is asked, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Question {
    /// Is it a credential, with everything it needs?
    Form,
    /// Is it as it was signed?
    Signature,
    /// Is the key the issuer's?
    Issuer,
    /// Does it hold now?
    Dates,
    /// Is it not revoked?
    Status,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// Yes.
    Holds,
    /// No.
    Fails,
    /// It cannot be told from what there is.
    Unknown,
}

/// A question with its answer and the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was asked.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
    /// The reason, as a code.
    pub code: &'static str,
    /// What the reason is about: a field, a date, a cryptosuite.
    pub about: Option<String>,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether everything holds.
    pub valid: bool,
    /// The answers.
    pub findings: Vec<Finding>,
}

/// What a verdict rests on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// Keys that somebody vouches for: ours, or those that were given.
    pub keys: &'a [KnownKey],
    /// Lists of statuses.
    pub lists: &'a [StatusList],
    /// Now.
    pub now: Moment,
}

/// A list of statuses.
#[derive(Debug, Clone, PartialEq)]
pub enum StatusList {
    /// Signed; believed when its signature holds.
    Signed(Box<Signed>),
    /// Out of our own database: its address, and its bits.
    Own(String, Vec<u8>),
}

/// The most entries of the status of a credential that are looked at: each costs work, and honest ones have one or two.
pub const MOST_ENTRIES: usize = 4;

/// Looks a credential through.
pub fn verdict(signed: &Signed, grounds: &Grounds<'_>) -> Verdict {
    let credential = signed.credential();
    let (signature, key) = signature::findings(signed, grounds, &credential);
    let findings = vec![
        form::finding(&credential, contradictions(signed)),
        signature,
        key,
        dates(&credential, grounds.now),
        revocation::finding(&credential, grounds),
    ];
    Verdict { valid: findings.iter().all(|finding| finding.answer == Answer::Holds), findings }
}

fn contradictions(signed: &Signed) -> Vec<&'static str> {
    match signed {
        Signed::Document(_) => Vec::new(),
        Signed::Token(token) => token.contradictions(),
    }
}

/// Whether it holds at this moment, by its own dates.
pub(super) fn dates(credential: &Value, now: Moment) -> Finding {
    let text = |name: &str| credential.get(name).and_then(Value::as_str).map(str::to_owned);
    let (from, until) = (text("validFrom"), text("validUntil"));
    let moment = |text: &Option<String>| text.as_deref().and_then(Moment::parse);
    match (moment(&from), moment(&until)) {
        (Some(begins), _) if now < begins => finding(Question::Dates, Answer::Fails, "dates-ahead", from),
        (_, Some(ends)) if now >= ends => finding(Question::Dates, Answer::Fails, "dates-over", until),
        (None, _) if from.is_some() => finding(Question::Dates, Answer::Unknown, "dates-unread", from),
        (_, None) if until.is_some() => finding(Question::Dates, Answer::Unknown, "dates-unread", until),
        _ => finding(Question::Dates, Answer::Holds, "dates-hold", until.or(from)),
    }
}

/// A finding.
pub(super) fn finding(
    question: Question,
    answer: Answer,
    code: &'static str,
    about: Option<String>,
) -> Finding {
    Finding { question, answer, code, about }
}
