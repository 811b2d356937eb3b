//! `birge audit`: whether the log of acts is what was written.

use super::store::{open_present, secrets};
use super::{complain, runtime, say};
use crate::audit::chain::{self, Chain};
use crate::config::StoreOptions;
use crate::operations::LOG_PURPOSE;
use std::process::ExitCode;

/// `birge audit verify`: follows the chain of seals from its beginning. 1 when an entry was changed, taken out or put
/// in. The last number is for noting elsewhere: only that shows when entries were cut off at the end.
///
/// # Errors
/// The database or the key cannot be opened.
pub fn verify(options: &StoreOptions) -> anyhow::Result<ExitCode> {
    let (db, secrets) = (open_present(options)?, std::sync::Arc::new(secrets(options)?));
    let failed = |problem| anyhow::anyhow!("the log cannot be read: {problem}");
    let runtime = runtime()?;
    let mut at = (0, String::new());
    let found = loop {
        let (from, secrets) = (at.clone(), secrets.clone());
        let step = db.read(move |r| {
            chain::verify(r, &|text| secrets.seal(LOG_PURPOSE, text), (from.0, from.1.as_str()))
        });
        match runtime.block_on(step).map_err(failed)? {
            Ok(next) => at = next,
            Err(found) => break found,
        }
    };
    let unsealed = runtime.block_on(db.read(chain::unsealed)).map_err(failed)?;
    match found {
        Chain::Whole { last, seal } => {
            say(&format!("ok     the log is whole: {last} entries sealed, {unsealed} not sealed yet"));
            say(&format!("       last seal, to be noted elsewhere: {last} {seal}"));
            Ok(ExitCode::SUCCESS)
        }
        Chain::Broken { number, entry } => {
            complain(&format!(
                "FAULT  the log is not what was written: seal {number} does not fit entry {entry}, or one before it is missing"
            ));
            Ok(ExitCode::FAILURE)
        }
    }
}
