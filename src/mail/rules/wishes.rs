//! What a person wants to get by mail, and what of it cannot be.

use super::super::{Delivery, Topic};
use super::hours::{self, LONGEST_QUIET, Quiet};
use crate::kernel::Fault;
use chrono::NaiveTime;
use std::collections::BTreeMap;

/// When the letter of the day goes unless somebody wants it otherwise, in minutes since midnight: nine in the morning.
const NINE: i32 = 9 * 60;

/// What a person wants to get by mail. By default everything at once, at any hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    /// The topics of which not every letter goes at once.
    pub deliveries: BTreeMap<Topic, Delivery>,
    /// When the letter of the day goes.
    pub digest_at: NaiveTime,
    /// When nothing is sent that can wait.
    pub quiet: Option<Quiet>,
}

impl Default for Wishes {
    fn default() -> Wishes {
        Wishes { deliveries: BTreeMap::new(), digest_at: hours::at_minute(NINE), quiet: None }
    }
}

impl Wishes {
    /// How letters of a topic reach the person.
    pub fn delivery(&self, topic: Topic) -> Delivery {
        let wanted = self.deliveries.get(&topic).copied().unwrap_or(Delivery::AtOnce);
        if topic.deliveries().contains(&wanted) { wanted } else { Delivery::AtOnce }
    }
}

/// Wishes as they were typed or sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// Names of topics with names of deliveries.
    pub deliveries: Vec<(String, String)>,
    /// When the letter of the day goes.
    pub digest_at: String,
    /// The first minute of rest; empty for none.
    pub quiet_from: String,
    /// The first minute after it; empty for none.
    pub quiet_to: String,
}

impl Typed {
    /// The wishes.
    ///
    /// # Errors
    /// Every fault, with its field: a topic or a delivery that is not offered, an hour that is none, half of the quiet
    /// hours, quiet hours that never end or take most of a day, a letter of the day in the middle of them.
    pub fn read(&self) -> Result<Wishes, Vec<Fault>> {
        let mut faults = Vec::new();
        let deliveries = self.topics(&mut faults);
        let digest_at = time("digest_at", &self.digest_at, &mut faults);
        let quiet = self.quiet(&mut faults);
        if let (Some(at), Some(quiet)) = (digest_at, quiet)
            && quiet.holds(at)
        {
            faults.push(Fault::new("digest_at", "messages-digest-quiet"));
        }
        match digest_at {
            Some(digest_at) if faults.is_empty() => Ok(Wishes { deliveries, digest_at, quiet }),
            _ => Err(faults),
        }
    }

    fn topics(&self, faults: &mut Vec<Fault>) -> BTreeMap<Topic, Delivery> {
        let mut wanted = BTreeMap::new();
        for (name, delivery) in &self.deliveries {
            let topic = Topic::parse(name).filter(|topic| !topic.is_urgent());
            let offered = topic.map(Topic::deliveries).unwrap_or_default();
            match (topic, Delivery::parse(delivery).filter(|one| offered.contains(one))) {
                (None, _) => faults.push(Fault::new(name, "unknown")),
                (Some(_), None) => faults.push(Fault::new(name, "choose-one")),
                (Some(_), Some(Delivery::AtOnce)) => {}
                (Some(topic), Some(other)) => {
                    wanted.insert(topic, other);
                }
            }
        }
        wanted
    }

    fn quiet(&self, faults: &mut Vec<Fault>) -> Option<Quiet> {
        if self.quiet_from.trim().is_empty() && self.quiet_to.trim().is_empty() {
            return None;
        }
        let from = time("quiet_from", &self.quiet_from, faults);
        let to = time("quiet_to", &self.quiet_to, faults);
        let quiet = Quiet { from: from?, to: to? };
        if quiet.from == quiet.to {
            faults.push(Fault::new("quiet_to", "messages-quiet-same"));
            return None;
        }
        if quiet.minutes() > LONGEST_QUIET {
            faults.push(Fault::new("quiet_to", "messages-quiet-long").with("hours", LONGEST_QUIET / 60));
            return None;
        }
        Some(quiet)
    }
}

fn time(field: &str, text: &str, faults: &mut Vec<Fault>) -> Option<NaiveTime> {
    if text.trim().is_empty() {
        faults.push(Fault::new(field, "required"));
        return None;
    }
    let time = hours::parse(text);
    if time.is_none() {
        faults.push(Fault::new(field, "not-a-time"));
    }
    time
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(deliveries: &[(&str, &str)], [digest_at, quiet_from, quiet_to]: [&str; 3]) -> Typed {
        Typed {
            deliveries: deliveries.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
            digest_at: digest_at.to_owned(),
            quiet_from: quiet_from.to_owned(),
            quiet_to: quiet_to.to_owned(),
        }
    }

    fn faults(deliveries: &[(&str, &str)], hours: [&str; 3]) -> Vec<(String, String)> {
        let faults = typed(deliveries, hours).read().err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    fn one(field: &str, code: &str) -> Vec<(String, String)> {
        vec![(field.to_owned(), code.to_owned())]
    }

    #[test]
    fn what_is_typed_becomes_wishes() {
        let chosen = [("grades", "digest"), ("places", "never"), ("documents", "at_once")];
        let wishes = typed(&chosen, ["18:30", "22:00", "08:00"]).read().unwrap();
        assert_eq!(wishes.delivery(Topic::Grades), Delivery::Digest);
        assert_eq!(wishes.delivery(Topic::Places), Delivery::Never);
        assert_eq!(wishes.deliveries.len(), 2, "what is as for everybody is not kept");
        assert_eq!(hours::minute_of(wishes.digest_at), 18 * 60 + 30);
        assert_eq!(wishes.quiet.map(Quiet::minutes), Some(600));
        assert_eq!(typed(&[], ["09:00", "", " "]).read().unwrap(), Wishes::default());
    }

    #[test]
    fn every_wrong_hour_is_named_with_its_field() {
        assert_eq!(faults(&[], ["25:00", "", ""]), one("digest_at", "not-a-time"));
        assert_eq!(faults(&[], ["", "", ""]), one("digest_at", "required"));
        assert_eq!(faults(&[], ["09:00", "22:00", ""]), one("quiet_to", "required"));
        assert_eq!(faults(&[], ["09:00", "", "08:00"]), one("quiet_from", "required"));
        assert_eq!(faults(&[], ["09:00", "22:00", "24:00"]), one("quiet_to", "not-a-time"));
        assert_eq!(faults(&[], ["09:00", "22:00", "22:00"]), one("quiet_to", "messages-quiet-same"));
        assert_eq!(faults(&[], ["03:00", "08:00", "02:00"]), one("quiet_to", "messages-quiet-long"));
        assert_eq!(faults(&[], ["07:59", "22:00", "08:00"]), one("digest_at", "messages-digest-quiet"));
        assert_eq!(faults(&[], ["08:00", "22:00", "08:00"]), []);
        assert_eq!(faults(&[], ["утром", "22", "8"]).len(), 3, "all at once");
    }

    #[test]
    fn what_is_not_offered_is_refused() {
        assert_eq!(faults(&[("reminders", "digest")], ["09:00", "", ""]), one("reminders", "choose-one"));
        assert_eq!(faults(&[("grades", "")], ["09:00", "", ""]), one("grades", "choose-one"));
        assert_eq!(faults(&[("changes", "never")], ["09:00", "", ""]), one("changes", "unknown"));
        assert_eq!(faults(&[("weather", "never")], ["09:00", "", ""]), one("weather", "unknown"));
    }
}
