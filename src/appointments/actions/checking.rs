//! What speaks against consultations: every fault at once, whatever is in the way named.

use crate::appointments::rules::{Hour, Opening};
use crate::attendance::actions::{Setting, Taken};
use crate::db::Read;
use crate::kernel::{AppointmentSlotId, Fault, Language, Moment, Problem, ProblemCode, ZoneName};

/// A time that somebody wants to open, with what speaks against it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The time.
    pub hour: Hour,
    /// What speaks against it.
    pub faults: Vec<Fault>,
}

/// The faults of the form itself: of nothing that depends on the day.
///
/// # Errors
/// `EditionClosed`.
pub(super) fn form_faults(setting: &Setting, opening: &Opening) -> Result<Vec<Fault>, Problem> {
    if setting.edition.closed_at.is_some() {
        return Err(Problem::new(ProblemCode::EditionClosed));
    }
    let mut faults = opening.row.faults();
    if faults.is_empty() {
        faults.extend(opening.counted_faults());
    }
    if !setting.trainers.iter().any(|(id, _)| *id == opening.consultant) {
        faults.push(Fault::new("trainer", "unknown"));
    }
    let counted = opening.counted.map(|counted| counted.activity);
    if counted.is_some_and(|wanted| !setting.activities.iter().any(|activity| activity.id == wanted)) {
        faults.push(Fault::new("activity", "unknown"));
    }
    if let Some(hour) = opening.row.hours().first() {
        let plain = opening.booking(hour).faults(&setting.edition.term());
        faults.extend(plain.into_iter().filter(is_about_where));
    }
    Ok(faults)
}

fn is_about_where(fault: &Fault) -> bool {
    matches!(fault.field.as_str(), "place" | "link")
}

/// Each time with what speaks against it: a number of queries that does not depend on how many they are.
pub(super) fn lines(
    r: &mut Read,
    setting: &Setting,
    opening: &Opening,
    at: (Language, Moment),
) -> Result<Vec<Line>, Problem> {
    lines_besides(r, setting, opening, None, at)
}

/// The same for a consultation that is to be held otherwise: it is not in its own way.
pub(super) fn lines_besides(
    r: &mut Read,
    setting: &Setting,
    opening: &Opening,
    own: Option<AppointmentSlotId>,
    (reader, now): (Language, Moment),
) -> Result<Vec<Line>, Problem> {
    let hours = opening.row.hours();
    let zone = setting.edition.time_zone;
    let (Some(first), Some(last)) = (hours.first(), hours.last()) else { return Ok(Vec::new()) };
    let span = (zone.instant(first.on, first.starts), zone.instant(last.on, last.ends));
    let taken = Taken::load(r, &setting.edition, &[opening.consultant], span)?;
    let taken = match own {
        Some(own) => taken.besides_consultation(own),
        None => taken,
    };
    let term = setting.edition.term();
    let line = |hour: Hour| {
        let booking = opening.booking(&hour);
        let mut faults = booking.faults(&term);
        faults.retain(|fault| !is_about_where(fault));
        if faults.is_empty() {
            faults.extend(past(&hour, zone, now));
            faults.extend(taken.collisions(&booking, None, reader));
            faults.extend(taken.closed_faults(&booking, reader));
        }
        Line { hour, faults }
    };
    Ok(hours.into_iter().map(line).collect())
}

fn past(hour: &Hour, zone: ZoneName, now: Moment) -> Option<Fault> {
    let fault = || Fault::new("held_on", "appointments-past");
    (zone.instant(hour.on, hour.starts) <= now).then(fault)
}
