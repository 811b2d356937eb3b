//! Verifying a credential: the verdict in words first, then the answer to each question, then what it says.

use crate::credentials::actions::verifying::Verified;
use crate::credentials::rules::opening::{LARGEST, Wrapping};
use crate::credentials::rules::token::issuer;
use crate::credentials::rules::verdict::{Answer, Finding, Question, Verdict};
use crate::kernel::{Moment, Problem, dates};
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;
use serde_json::{Value, json};

/// The longest fact that is shown, in characters: what a stranger's file says may be of any length.
const LONGEST: usize = 300;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct VerificationPage {
    verdict: Option<VerdictView>,
    fields: Vec<Field>,
    url: &'static str,
    file: Field,
    text: Field,
    keys: Field,
    keys_file: Field,
    list: Field,
    holder: Field,
    most_bytes: usize,
    most_megabytes: usize,
    keys_url: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct VerdictView {
    valid: bool,
    stop: bool,
    heading_key: &'static str,
    help_key: &'static str,
    findings: Vec<FindingView>,
    facts: Vec<Fact>,
    /// Whether it is of the person who was named; empty when nobody was.
    holder_key: &'static str,
    wrapping_key: &'static str,
}

#[derive(Debug, Clone, Serialize)]
struct FindingView {
    question_key: &'static str,
    answer_key: &'static str,
    reason_key: String,
    about: String,
    good: bool,
    attention: bool,
    stop: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Fact {
    label_key: &'static str,
    value: String,
}

impl VerificationPage {
    /// The empty form.
    pub fn empty() -> VerificationPage {
        VerificationPage::with(None, None)
    }

    /// The form again, with what is wrong with it.
    pub fn wrong(form: &Form, problem: &Problem) -> VerificationPage {
        VerificationPage::with(Some((form, Some(problem))), None)
    }

    /// The verdict, and the form for the next.
    pub fn judged(form: &Form, verified: &Verified, reader: &Reader) -> VerificationPage {
        VerificationPage::with(Some((form, None)), Some(VerdictView::new(verified, reader)))
    }

    fn with(typed: Option<(&Form, Option<&Problem>)>, verdict: Option<VerdictView>) -> VerificationPage {
        let field = |name| match typed {
            Some((form, Some(problem))) => Field::typed(name, form, problem),
            Some((form, None)) => Field::filled(name, form.raw(name)),
            None => Field::empty(name),
        };
        let (file, text, keys, list, holder) =
            (field("file"), field("text"), field("keys"), field("list"), field("holder"));
        let all = [&file, &text, &keys, &list, &holder];
        VerificationPage {
            verdict,
            fields: all.into_iter().filter(|field| !field.faults.is_empty()).cloned().collect(),
            url: paths::CREDENTIAL_VERIFICATION,
            file,
            text,
            keys,
            keys_file: Field::empty("keys_file"),
            list,
            holder,
            most_bytes: LARGEST,
            most_megabytes: LARGEST / (1024 * 1024),
            keys_url: paths::ALL_KEYS,
        }
    }
}

impl VerdictView {
    fn new(verified: &Verified, reader: &Reader) -> VerdictView {
        let (Verdict { valid, findings }, ours) = (&verified.verdict, verified.ours);
        let failed = |code: &str| findings.iter().any(|finding| finding.code == code);
        let stop = findings.iter().any(|finding| finding.answer == Answer::Fails);
        let (heading_key, help_key) = match (valid, stop) {
            (true, _) if ours => ("credentials-verdict-valid", "credentials-verdict-valid-help"),
            (true, _) => ("credentials-verdict-others", "credentials-verdict-others-help"),
            (_, true) if failed("status-revoked") => {
                ("credentials-verdict-revoked", "credentials-verdict-revoked-help")
            }
            (_, true) if failed("issuer-withdrawn") => {
                ("credentials-verdict-withdrawn", "credentials-verdict-withdrawn-help")
            }
            (_, true) => ("credentials-verdict-invalid", "credentials-verdict-invalid-help"),
            _ => ("credentials-verdict-unknown", "credentials-verdict-unknown-help"),
        };
        VerdictView {
            valid: *valid && ours,
            stop,
            heading_key,
            help_key,
            findings: findings.iter().map(|finding| FindingView::new(finding, reader)).collect(),
            facts: facts(&verified.credential, ours, reader),
            holder_key: match verified.of_holder {
                Some(true) => "credentials-holder-same",
                Some(false) => "credentials-holder-other",
                None => "",
            },
            wrapping_key: match verified.wrapping {
                Wrapping::Text => "credentials-wrapping-text",
                Wrapping::Png => "credentials-wrapping-png",
                Wrapping::Svg => "credentials-wrapping-svg",
            },
        }
    }
}

impl FindingView {
    fn new(finding: &Finding, reader: &Reader) -> FindingView {
        let about = finding.about.clone().unwrap_or_default();
        FindingView {
            question_key: match finding.question {
                Question::Form => "credentials-question-form",
                Question::Signature => "credentials-question-signature",
                Question::Issuer => "credentials-question-issuer",
                Question::Dates => "credentials-question-dates",
                Question::Status => "credentials-question-status",
            },
            answer_key: match finding.answer {
                Answer::Holds => "credentials-answer-holds",
                Answer::Fails => "credentials-answer-fails",
                Answer::Unknown => "credentials-answer-unknown",
            },
            reason_key: format!("credentials-reason-{}", finding.code),
            about: match finding.question {
                Question::Dates => date(&about, reader),
                Question::Status if finding.code == "status-good-since" => date(&about, reader),
                _ => short(&about),
            },
            good: finding.answer == Answer::Holds,
            attention: finding.answer == Answer::Unknown,
            stop: finding.answer == Answer::Fails,
        }
    }
}

/// What a credential says, as far as it says it in the usual places.
fn facts(credential: &Value, ours: bool, reader: &Reader) -> Vec<Fact> {
    let text = |pointer: &str| credential.pointer(pointer).and_then(Value::as_str).map(short);
    // What others call themselves is their word; by their identifier they can be told apart.
    let issuer_name = match (text("/issuer/name"), issuer(credential).map(short)) {
        (Some(name), Some(id)) if !ours => Some(format!("{name} ({id})")),
        (name, id) => name.or(id),
    };
    let hours = credential.pointer("/credentialSubject/creditsEarned").map(Value::to_string);
    let all = [
        ("credentials-fact-name", text("/name")),
        ("credentials-fact-achievement", text("/credentialSubject/achievement/name")),
        ("credentials-fact-hours", hours.map(|hours| short(&hours))),
        ("credentials-fact-number", text("/credentialSubject/licenseNumber")),
        ("credentials-fact-issuer", issuer_name),
        ("credentials-fact-from", text("/validFrom").map(|at| date(&at, reader))),
        ("credentials-fact-until", text("/validUntil").map(|at| date(&at, reader))),
        ("credentials-fact-id", text("/id")),
    ];
    all.into_iter().filter_map(|(label_key, value)| Some(Fact { label_key, value: value? })).collect()
}

fn date(text: &str, reader: &Reader) -> String {
    let at = Moment::parse(text);
    at.map_or_else(|| short(text), |at| dates::date(reader.language, at.date_in(reader.zone)))
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl View for VerificationPage {
    const TEMPLATE: &'static str = "pages/credentials/verification";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("credentials-verification-title")
    }

    fn samples() -> Vec<Self> {
        let credential = json!({
            "id": "https://birge.example/v/abc", "name": "Удостоверение о повышении квалификации",
            "issuer": { "id": "did:web:birge.example", "name": "Учебный центр «Бірге»" },
            "validFrom": "2026-11-21T00:00:00+03:00",
            "credentialSubject": { "licenseNumber": "УПК-2026/0042", "creditsEarned": 60,
                "achievement": { "name": "Эффективное партнёрство" } },
        });
        let finding = |question, answer, code, about: Option<&str>| Finding {
            question,
            answer,
            code,
            about: about.map(str::to_owned),
        };
        let judged = |findings: Vec<Finding>, wrapping, (ours, of_holder)| {
            let valid = findings.iter().all(|finding| finding.answer == Answer::Holds);
            let verdict = Verdict { valid, findings };
            let verified = Verified { wrapping, credential: credential.clone(), verdict, ours, of_holder };
            VerificationPage::judged(&Form::default(), &verified, &Reader::sample())
        };
        let good = vec![
            finding(Question::Form, Answer::Holds, "form-badge", None),
            finding(Question::Signature, Answer::Holds, "signature-holds", None),
            finding(Question::Issuer, Answer::Holds, "issuer-known", Some("did:web:birge.example#z6Mk")),
            finding(Question::Dates, Answer::Holds, "dates-hold", Some("2026-11-21T00:00:00+03:00")),
        ];
        let with =
            |answer, code| [good.clone(), vec![finding(Question::Status, answer, code, None)]].concat();
        vec![
            VerificationPage::empty(),
            judged(with(Answer::Holds, "status-good"), Wrapping::Png, (true, Some(true))),
            judged(with(Answer::Holds, "status-good"), Wrapping::Png, (false, Some(true))),
            judged(with(Answer::Fails, "status-revoked"), Wrapping::Text, (true, Some(false))),
            judged(with(Answer::Unknown, "status-without-list"), Wrapping::Svg, (true, None)),
            judged(
                vec![finding(
                    Question::Issuer,
                    Answer::Fails,
                    "issuer-withdrawn",
                    Some("did:web:birge.example#z6Mk"),
                )],
                Wrapping::Text,
                (true, None),
            ),
            judged(
                vec![finding(Question::Signature, Answer::Fails, "signature-broken", None)],
                Wrapping::Text,
                (true, None),
            ),
        ]
    }
}
