//! Whether a programme has hours enough to be taught by an organisation: the fewest are a rule of its country.

use crate::countries::rules::hours::too_few;
use crate::countries::store as countries;
use crate::db::Read;
use crate::editions::rules::draft::Plan;
use crate::kernel::Problem;
use crate::programmes::store as programmes;

/// Refuses a programme with fewer hours than the country of the organisation asks of its kind.
///
/// # Errors
/// `Invalid` on `version`, with the rule.
pub(super) fn check(r: &mut Read, plan: &Plan) -> Result<(), Problem> {
    let Some(version) = programmes::version(r, plan.version)? else { return Ok(()) };
    let profile = countries::profile_of(r, plan.organisation)?;
    let taught = (version.kind, version.volume().total());
    too_few(&profile, taught, "version").map_or(Ok(()), |fault| Err(Problem::invalid(vec![fault])))
}
