//! Addresses of the room `holidays`.

use crate::kernel::{ClosedHoursId, EditionId, HolidayListId};

/// The lists of days off (GET lists them, POST imports one).
pub const HOLIDAYS: &str = "/holidays";
/// Importing a list of days off.
pub const NEW_HOLIDAYS: &str = "/holidays/new";
/// Looking at what a list would bring (POST).
pub const HOLIDAY_DRY_RUNS: &str = "/holidays/dry-runs";

with_ids! {
    /// Removing an imported list (POST).
    holidays_removal(list: HolidayListId) = "/holidays/{list}/removal";
    /// The days off and the closed hours of an edition; POST says whose days off it keeps.
    days_off(edition: EditionId) = "/editions/{edition}/days-off";
    /// Closing hours of an edition or of its organisation (POST).
    closed_hours(edition: EditionId) = "/editions/{edition}/closed-hours";
    /// Opening closed hours again (POST).
    closed_hours_removal(edition: EditionId, closed: ClosedHoursId) = "/editions/{edition}/closed-hours/{closed}/removal";
}
