//! Whether a credential was revoked, as the lists say to which it points. Source: W3C Bitstring Status List v1.0.

use super::did::KnownKey;
use super::opening::Signed;
use super::token::issuer;
use super::verdict::{Answer, Finding, Grounds, MOST_ENTRIES, Question, StatusList, dates, finding as found};
use super::{form, signature, status};
use crate::kernel::Moment;
use serde_json::Value;

/// So long a list is believed that does not say how long it holds, in minutes: 31 days.
const LONGEST: i64 = 31 * 24 * 60;

/// The status: every entry is asked, the worst answer counts.
pub(super) fn finding(credential: &Value, grounds: &Grounds<'_>) -> Finding {
    let entries = match credential.get("credentialStatus") {
        None | Some(Value::Null) => return found(Question::Status, Answer::Holds, "status-none", None),
        Some(Value::Array(several)) => several.clone(),
        Some(one) => vec![one.clone()],
    };
    if entries.len() > MOST_ENTRIES {
        let about = Some(entries.len().to_string());
        return found(Question::Status, Answer::Unknown, "status-many", about);
    }
    let mut holds = found(Question::Status, Answer::Holds, "status-none", None);
    let mut unknown = None;
    for entry in &entries {
        let answered = of_entry(entry, credential, grounds);
        match answered.answer {
            Answer::Fails => return answered,
            Answer::Unknown => unknown = Some(answered),
            Answer::Holds => holds = answered,
        }
    }
    unknown.unwrap_or(holds)
}

fn of_entry(entry: &Value, credential: &Value, grounds: &Grounds<'_>) -> Finding {
    let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
    let unknown = |code, about: &str| found(Question::Status, Answer::Unknown, code, Some(about.to_owned()));
    if text("type") != "BitstringStatusListEntry" {
        return unknown("status-sort", text("type"));
    }
    // Of more bits than one each means something of its own, as does every other purpose.
    let purpose = text("statusPurpose");
    let single = entry.get("statusSize").is_none_or(|size| size.as_u64() == Some(1));
    if !single || !matches!(purpose, "revocation" | "suspension") {
        return unknown("status-sort", purpose);
    }
    let list = text("statusListCredential");
    let Ok(position) = text("statusListIndex").parse::<u64>() else {
        return unknown("status-place", text("statusListIndex"));
    };
    let mut told = unknown("status-without-list", list);
    for one in grounds.lists {
        let answered = match bits(one, (list, purpose), credential, grounds) {
            None => continue,
            Some(Err(code)) => unknown(code, list),
            Some(Ok(bits)) => match status::is_set(&bits, position) {
                Some(false) => good(one),
                Some(true) if purpose == "suspension" => {
                    found(Question::Status, Answer::Fails, "status-suspended", None)
                }
                Some(true) => found(Question::Status, Answer::Fails, "status-revoked", None),
                None => unknown("status-place", text("statusListIndex")),
            },
        };
        // Our own is the newest there is; of several that were brought the worst answer counts.
        if matches!(one, StatusList::Own(..)) || answered.answer == Answer::Fails {
            return answered;
        }
        if told.answer != Answer::Holds {
            told = answered;
        }
    }
    told
}

/// That a place is not set. A list that somebody brought tells nothing of what was revoked after it was signed, so its
/// date is said.
fn good(list: &StatusList) -> Finding {
    let since = match list {
        StatusList::Own(..) => None,
        StatusList::Signed(signed) => {
            signed.credential().get("validFrom").and_then(Value::as_str).map(str::to_owned)
        }
    };
    let code = if since.is_some() { "status-good-since" } else { "status-good" };
    found(Question::Status, Answer::Holds, code, since)
}

/// The bits of a list, where it is the one that is asked for and can be believed: it has to be signed by the issuer of the
/// credential, or by whom the issuer's own document names for it. Whoever brings a credential could bring a list too, and
/// an issuer has no say in what another one has revoked.
fn bits(
    list: &StatusList,
    (address, purpose): (&str, &str),
    credential: &Value,
    grounds: &Grounds<'_>,
) -> Option<Result<Vec<u8>, &'static str>> {
    let signed = match list {
        StatusList::Own(own, bits) => return (own == address).then(|| Ok(bits.clone())),
        StatusList::Signed(signed) => signed,
    };
    let said = signed.credential();
    if said.get("id").and_then(Value::as_str) != Some(address) {
        return None;
    }
    let subject = said.get("credentialSubject");
    let purposes = subject.and_then(|subject| subject.get("statusPurpose"));
    let serves = match purposes {
        Some(Value::Array(several)) => several.iter().any(|one| one.as_str() == Some(purpose)),
        one => one.and_then(Value::as_str) == Some(purpose),
    };
    if !form::has_type(&said, "BitstringStatusListCredential") || !serves {
        return Some(Err("status-list-form"));
    }
    if let Some(code) = disbelief(signed, (&said, credential), grounds) {
        return Some(Err(code));
    }
    let packed = subject.and_then(|subject| subject.get("encodedList")).and_then(Value::as_str);
    Some(packed.and_then(status::unpack).ok_or("status-list-form"))
}

/// Why a list is not believed; nothing when it is.
fn disbelief(
    signed: &Signed,
    (said, credential): (&Value, &Value),
    grounds: &Grounds<'_>,
) -> Option<&'static str> {
    if !entitled(issuer(said), issuer(credential), grounds) {
        return Some("status-list-issuer");
    }
    let (signature, key) = signature::findings(signed, grounds, said);
    if key.code == "issuer-withdrawn" {
        return Some("status-list-withdrawn");
    }
    if signature.answer != Answer::Holds || key.answer != Answer::Holds {
        return Some("status-list-signature");
    }
    if dates(said, grounds.now).answer != Answer::Holds {
        return Some("status-list-dates");
    }
    is_old(said, grounds.now).then_some("status-list-old")
}

/// Whether somebody may say what an issuer has revoked.
fn entitled(of_list: Option<&str>, of_credential: Option<&str>, grounds: &Grounds<'_>) -> bool {
    let named = |key: &KnownKey| {
        key.owner.as_deref() == of_credential
            && key.status_issuer.as_deref() == of_list
            && !key.is_withdrawn(grounds.now)
    };
    of_list.is_some() && (of_list == of_credential || grounds.keys.iter().any(named))
}

/// Whether a list that does not say for how long it holds is too old to be believed: of what was revoked since it says
/// nothing, and who holds a revoked credential would keep it for ever.
fn is_old(said: &Value, now: Moment) -> bool {
    let moment = |name: &str| said.get(name).and_then(Value::as_str).and_then(Moment::parse);
    let signed = moment("validFrom");
    moment("validUntil").is_none() && signed.is_none_or(|at| at.plus_minutes(LONGEST) <= now)
}
