//! Writing down what papers need of a person.

use super::reading::{BORN_ON, IIN, PASSPORT, SNILS, about};
use super::{is_kazakh, reach_whole};
use crate::audit::{self, Entry};
use crate::db::Write;
use crate::identities::rules::draft::{Checked, Draft, Kept, birth_fault};
use crate::identities::rules::{Basics, Iin, Sex};
use crate::identities::store::{self, Locked, NewRow};
use crate::kernel::{Actor, Moment, PersonId, Problem, Word as _};
use crate::secrets::Secrets;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// Writes down the Russian spelling, sex, citizenship, and the secrets that were typed.
///
/// # Errors
/// `NotFound` out of reach; `Forbidden` where only a document was issued; `Invalid` with every fault.
pub fn save(
    w: &mut Write,
    actor: &Actor,
    secrets: &Secrets,
    (person, draft): (PersonId, &Draft),
    now: Moment,
) -> Result<(), Problem> {
    let reach = reach_whole(w, actor, person)?;
    let kazakh = is_kazakh(w, &reach.whose)?;
    let checked = draft.check(kazakh, now.date_in(actor.zone))?;
    let before = store::basics_of(w, &[person])?.remove(&person).unwrap_or_else(|| Basics::unknown(person));
    let former = store::locked_of(w, &[person])?.remove(&person).unwrap_or_default();
    if compares(&checked, &former) {
        let (subject, after) = (("person", person.0), Some(json!({ "purpose": "comparison" })));
        audit::record(w, actor, now, Entry { action: "identity-seen", subject, before: None, after })?;
    }
    one_person(secrets, person, &checked, &former)?;
    let lock = |purpose: &str, text: String| secrets.lock(purpose, &about(person), &text);
    let locked = Locked {
        born_on: kept(&checked.born_on, former.born_on.clone(), |day| lock(BORN_ON, day.to_string()))?,
        snils: kept(&checked.snils, former.snils.clone(), |snils| lock(SNILS, snils.digits().to_owned()))?,
        iin: kept(&checked.iin, former.iin.clone(), |iin| lock(IIN, iin.digits().to_owned()))?,
        passport: kept(&checked.passport, former.passport.clone(), |text| lock(PASSPORT, text.clone()))?,
    };
    let changed = json!({ "born_on": word(&checked.born_on), "snils": word(&checked.snils),
        "iin": word(&checked.iin), "passport": word(&checked.passport) });
    let new =
        NewRow { spelling: checked.spelling, sex: checked.sex, citizenship: checked.citizenship, locked };
    store::save(w, person, &new, (actor.person, now))?;
    let spelling = before.spelling.as_ref().map(|name| name.full());
    let entry = Entry {
        action: "identity-saved",
        subject: ("person", person.0),
        before: Some(said((spelling, before.sex, before.citizenship.as_deref()), &Value::Null)),
        after: Some(said(
            (new.spelling.as_ref().map(|name| name.full()), new.sex, new.citizenship.as_deref()),
            &changed,
        )),
    };
    audit::record(w, actor, now, entry)
}

/// Whether what is typed now is compared with something that lies locked: then that is looked at, though nobody is shown it.
fn compares(checked: &Checked, former: &Locked) -> bool {
    match (&checked.iin, &checked.born_on) {
        (Kept::New(_), Kept::Same) => former.born_on.is_some(),
        (Kept::Same, Kept::New(_)) => former.iin.is_some(),
        _ => false,
    }
}

/// Whether the number of Kazakhstan and the day of birth are of one person, when only one of them was typed now.
fn one_person(
    secrets: &Secrets,
    person: PersonId,
    checked: &Checked,
    former: &Locked,
) -> Result<(), Problem> {
    let open = |purpose: &str, locked: &Option<String>| -> Result<Option<String>, Problem> {
        locked.as_deref().map(|locked| secrets.unlock(purpose, &about(person), locked)).transpose()
    };
    let (iin, born_on) = match (&checked.iin, &checked.born_on) {
        (Kept::New(iin), Kept::Same) => {
            let day = open(BORN_ON, &former.born_on)?;
            (Some(iin.clone()), day.and_then(|day| day.parse::<NaiveDate>().ok()))
        }
        (Kept::Same, Kept::New(day)) => {
            let iin = open(IIN, &former.iin)?;
            (iin.and_then(|iin| Iin::parse(&iin, "iin").ok()), Some(*day))
        }
        _ => return Ok(()),
    };
    let fault = iin.zip(born_on).and_then(|(iin, day)| birth_fault(&iin, day));
    fault.map_or(Ok(()), |fault| Err(Problem::invalid(vec![fault])))
}

fn kept<T>(
    now: &Kept<T>,
    former: Option<String>,
    lock: impl FnOnce(&T) -> Result<String, Problem>,
) -> Result<Option<String>, Problem> {
    match now {
        Kept::Same => Ok(former),
        Kept::Gone => Ok(None),
        Kept::New(value) => lock(value).map(Some),
    }
}

fn word<T>(kept: &Kept<T>) -> &'static str {
    match kept {
        Kept::Same => "same",
        Kept::Gone => "removed",
        Kept::New(_) => "written",
    }
}

/// What the journal says: never a secret, only whether one was written.
fn said((spelling, sex, citizenship): (Option<String>, Option<Sex>, Option<&str>), secrets: &Value) -> Value {
    json!({ "spelling": spelling, "sex": sex.map(Sex::as_str), "citizenship": citizenship, "secrets": secrets })
}
