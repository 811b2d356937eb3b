//! Verifying anybody's credential. Nothing of it is kept.

use crate::credentials::actions::verifying::{Brought, given_list, verify};
use crate::credentials::rules::did::keys_of;
use crate::credentials::rules::opening::LARGEST;
use crate::credentials::views::VerificationPage;
use crate::kernel::{Fault, Problem};
use crate::web::{Form, LookUp, Reply, Web};

/// `GET /credentials/verification`
pub async fn new(web: Web) -> Reply {
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    web.page_for_anyone(me.as_ref(), &VerificationPage::empty())
}

/// `POST /credentials/verification`: the verdict. It changes nothing, so it may be sent again.
pub async fn create(LookUp(web): LookUp, form: Form) -> Reply {
    let brought = match brought(&form) {
        Ok(brought) => brought,
        Err(problem) => return again(&web, &form, &problem).await,
    };
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    let found = verify(&web.kit, brought, web.now()).await?;
    let reader = me.as_ref().map_or_else(|| web.stranger(), |me| web.reader(me));
    match found {
        Ok(verified) => {
            web.page_for_anyone(me.as_ref(), &VerificationPage::judged(&form, &verified, &reader))
        }
        Err(unopened) => {
            let field = if form.files("file").is_empty() { "text" } else { "file" };
            again(&web, &form, &Problem::invalid(vec![unopened.fault(field)])).await
        }
    }
}

async fn again(web: &Web, form: &Form, problem: &Problem) -> Reply {
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    web.invalid(me.as_ref(), &VerificationPage::wrong(form, problem))
}

/// What was brought: a file counts for more than a text.
fn brought(form: &Form) -> Result<Brought, Problem> {
    let mut faults = Vec::new();
    let file = match form.files("file").first() {
        Some(upload) => upload.bytes.to_vec(),
        None => form.raw("text").trim().as_bytes().to_vec(),
    };
    if file.is_empty() {
        faults.push(Fault::new("file", "credential-file-missing"));
    }
    let mut keys = Vec::new();
    let typed = form.raw("keys").trim().to_owned();
    let uploads =
        form.files("keys_file").iter().map(|upload| String::from_utf8_lossy(&upload.bytes).into_owned());
    for given in std::iter::once(typed).chain(uploads).filter(|given| !given.is_empty()) {
        let found = if given.len() > LARGEST { Vec::new() } else { keys_of(&given) };
        if found.is_empty() {
            faults.push(Fault::new("keys", "credential-keys-unknown"));
        }
        keys.extend(found);
    }
    let list = form.files("list").first().map(|upload| upload.bytes.to_vec());
    if list.as_deref().is_some_and(|list| given_list(list).is_none()) {
        faults.push(Fault::new("list", "credential-list-unknown"));
    }
    let holder = Some(form.text("holder")).filter(|holder| !holder.is_empty());
    if faults.is_empty() { Ok(Brought { file, keys, list, holder }) } else { Err(Problem::invalid(faults)) }
}
