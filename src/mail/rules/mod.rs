//! What a letter is about, whether it may wait, and what of it is shown where.

pub mod hours;
pub mod wishes;

use super::{Delivery, Topic};
use crate::kernel::{Moment, ZoneName};
use wishes::Wishes;

/// The letter that gathers others.
pub const DIGEST: &str = "digest";

/// Every letter there is, but the one that gathers others, by its topic. Letters about appointments that may wait are
/// known by the beginning of their names.
const LETTERS: &[(&str, Topic)] = &[
    ("invitation", Topic::Account),
    ("password_changed", Topic::Account),
    ("password_reset", Topic::Account),
    ("session_cancelled", Topic::Changes),
    ("session_changed", Topic::Changes),
    ("session_invitation", Topic::Changes),
    ("session_notice", Topic::Changes),
    ("session_left", Topic::Changes),
    ("sessions_invitation", Topic::Changes),
    // Whoever got a place or lost one has to know before the session begins, and so it is with appointments.
    ("place_passed_over", Topic::Changes),
    ("place_promoted", Topic::Changes),
    ("place_withdrawn", Topic::Changes),
    ("appointment_cancelled", Topic::Changes),
    ("appointment_changed", Topic::Changes),
    ("appointment_swapped", Topic::Changes),
    ("appointment_withdrawn", Topic::Changes),
    ("absence_summary", Topic::Reminders),
    ("absence_warning", Topic::Reminders),
    ("case_due", Topic::Reminders),
    ("session_soon", Topic::Reminders),
    ("federal_due", Topic::Reminders),
    ("document_expires", Topic::Reminders),
    ("training_due", Topic::Reminders),
    ("mentor_check_expires", Topic::Reminders),
    ("mentor_contact_due", Topic::Reminders),
    ("mentor_paper_over", Topic::Reminders),
    ("mentor_pair_ends", Topic::Reminders),
    ("mentor_pair_ends_own", Topic::Reminders),
    ("quiz_appeal_answered", Topic::Grades),
    ("quiz_mark_changed", Topic::Grades),
    ("quiz_marked", Topic::Grades),
    ("work_graded", Topic::Grades),
    ("work_hidden", Topic::Grades),
    ("example_asked", Topic::Cases),
    ("peer_reviews_asked", Topic::Cases),
    ("site_case", Topic::Cases),
    ("absence_decided", Topic::Places),
    ("absence_late", Topic::Places),
    ("place_given", Topic::Places),
    ("document_batch_ready", Topic::Documents),
    ("document_ready", Topic::Documents),
    ("document_unprinted", Topic::Documents),
    ("service_record_asked", Topic::Documents),
    ("service_record_refused", Topic::Documents),
    ("enrolment", Topic::Enrolment),
    ("candidacy_admitted", Topic::Enrolment),
    ("candidacy_new", Topic::Enrolment),
    ("candidacy_refused", Topic::Enrolment),
    ("outside_proof_approved", Topic::Enrolment),
    ("outside_proof_refused", Topic::Enrolment),
    ("enrolment_expelled", Topic::Enrolment),
    ("enrolment_restored", Topic::Enrolment),
];

/// Letters about appointments, where nothing else is said of them.
const APPOINTMENTS: &str = "appointment_";

/// Letters that carry a key to an account.
const SECRET: &[&str] = &["invitation", "password_reset"];

/// What a letter is about; nothing for the one that gathers others, and for one that nobody named a topic for.
pub fn topic(name: &str) -> Option<Topic> {
    let named = LETTERS.iter().find(|(known, _)| *known == name).map(|(_, topic)| *topic);
    named.or_else(|| name.starts_with(APPOINTMENTS).then_some(Topic::Places))
}

/// Whether a letter carries a one-time link: its text is not kept, and nobody reads it but in the mailbox it goes to.
pub fn is_secret(name: &str) -> bool {
    SECRET.contains(&name)
}

/// Whether a letter stands among the messages of its person: all do but those with a key to the account, and the one
/// that only repeats others.
pub fn is_listed(name: &str) -> bool {
    name != DIGEST && !is_secret(name)
}

impl Topic {
    /// The ways to be told about it that a person may choose among; where there is one, there is nothing to choose. A
    /// reminder in a letter of the next day may come too late, so reminders do not wait for one.
    pub fn deliveries(self) -> &'static [Delivery] {
        match self {
            Topic::Account | Topic::Changes => &[Delivery::AtOnce],
            Topic::Reminders => &[Delivery::AtOnce, Delivery::Never],
            Topic::Grades | Topic::Cases | Topic::Places | Topic::Documents | Topic::Enrolment => {
                &[Delivery::AtOnce, Delivery::Digest, Delivery::Never]
            }
        }
    }

    /// Whether its letters go at once whatever a person wishes: a session that is called off in an hour, a password.
    pub fn is_urgent(self) -> bool {
        self.deliveries().len() == 1
    }

    /// The topics with something to choose, in order.
    pub fn to_choose() -> impl Iterator<Item = Topic> {
        Topic::ALL.iter().copied().filter(|topic| !topic.is_urgent())
    }
}

/// What is to be done with a letter now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It goes.
    Now,
    /// It goes when the quiet hours are over.
    Later(Moment),
    /// It goes together with others.
    Digest(Moment),
    /// It is a message on the site, and nothing else.
    SiteOnly,
}

/// What is to be done now with a letter to a person with these wishes, by the clock of their zone. A letter without a
/// topic goes at once: better too early than not at all.
pub fn way(name: &str, wishes: &Wishes, zone: ZoneName, now: Moment) -> Way {
    let Some(topic) = topic(name).filter(|topic| !topic.is_urgent()) else { return Way::Now };
    let awake = |at| wishes.quiet.map_or(at, |quiet| hours::after_quiet(at, quiet, zone));
    match wishes.delivery(topic) {
        Delivery::Never => Way::SiteOnly,
        Delivery::Digest => Way::Digest(awake(hours::next_at(now, wishes.digest_at, zone))),
        Delivery::AtOnce => match awake(now) {
            at if at > now => Way::Later(at),
            _ => Way::Now,
        },
    }
}

/// The longest line of a letter in a list, in characters.
const LINE: usize = 200;

/// What a letter says first, after its greeting: for lists and for the letter that gathers others.
pub fn first_line(text: &str) -> String {
    let said =
        text.split("\n\n").skip(1).find_map(|part| part.lines().map(str::trim).find(|line| !line.is_empty()));
    let said = said.unwrap_or_default();
    if said.chars().count() <= LINE {
        return said.to_owned();
    }
    let cut: String = said.chars().take(LINE).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::rules::hours::Quiet;
    use chrono::NaiveTime;

    fn time(text: &str) -> NaiveTime {
        hours::parse(text).unwrap()
    }

    fn moment(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn wishes(deliveries: &[(Topic, Delivery)], quiet: Option<(&str, &str)>) -> Wishes {
        Wishes {
            deliveries: deliveries.iter().copied().collect(),
            quiet: quiet.map(|(from, to)| Quiet { from: time(from), to: time(to) }),
            ..Wishes::default()
        }
    }

    /// A letter that nobody gave a topic would always go at once, and nobody could choose otherwise.
    #[test]
    fn every_letter_has_a_topic() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/mail");
        let mut letters = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.join("subject.hbs").exists() {
                letters += 1;
                assert!(name == DIGEST || topic(&name).is_some(), "{name} has no topic in mail::rules");
            }
        }
        assert!(letters > 20, "the folder of letters could not be read");
        assert_eq!(topic("appointment_booked"), Some(Topic::Places));
        for gone in ["appointment_cancelled", "appointment_swapped", "appointment_withdrawn"] {
            assert_eq!(topic(gone), Some(Topic::Changes), "{gone}");
        }
        assert_eq!(topic("place_given"), Some(Topic::Places));
        for urgent in ["place_promoted", "place_withdrawn"] {
            assert_eq!(topic(urgent), Some(Topic::Changes), "{urgent}");
        }
        assert_eq!(topic(DIGEST), None);
        assert!(SECRET.iter().all(|name| topic(name) == Some(Topic::Account)));
        assert!(!is_listed("invitation") && !is_listed(DIGEST) && is_listed("password_changed"));
    }

    #[test]
    fn without_wishes_every_letter_goes_at_once() {
        let now = moment("2026-09-15T23:30:00Z");
        for (name, _) in LETTERS {
            assert_eq!(way(name, &Wishes::default(), ZoneName::MOSCOW, now), Way::Now, "{name}");
        }
    }

    #[test]
    fn passwords_and_changes_of_sessions_wait_for_nobody() {
        let all = Topic::ALL.iter().map(|topic| (*topic, Delivery::Never)).collect::<Vec<_>>();
        let (deaf, now) = (wishes(&all, Some(("20:00", "09:00"))), moment("2026-09-15T23:30:00Z"));
        for (name, topic) in LETTERS {
            let urgent = matches!(topic, Topic::Account | Topic::Changes);
            let expected = if urgent { Way::Now } else { Way::SiteOnly };
            assert_eq!(way(name, &deaf, ZoneName::MOSCOW, now), expected, "{name}");
        }
        assert_eq!(way(DIGEST, &deaf, ZoneName::MOSCOW, now), Way::Now);
    }

    #[test]
    fn letters_wait_for_the_morning_and_for_the_hour_of_the_digest_on_the_persons_own_clock() {
        let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
        // 23:30 in Irkutsk.
        let now = moment("2026-09-15T15:30:00Z");
        let wanted = wishes(&[(Topic::Grades, Delivery::Digest)], Some(("22:00", "08:00")));
        assert_eq!(way("case_due", &wanted, zone, now), Way::Later(moment("2026-09-16T00:00:00Z")));
        assert_eq!(
            way("case_due", &wanted, ZoneName::MOSCOW, now),
            Way::Now,
            "it is half past six in Moscow"
        );
        assert_eq!(way("work_graded", &wanted, zone, now), Way::Digest(moment("2026-09-16T01:00:00Z")));
        let hour = Wishes { digest_at: time("23:30"), ..wishes(&[(Topic::Grades, Delivery::Digest)], None) };
        let next_day = Way::Digest(moment("2026-09-16T15:30:00Z"));
        assert_eq!(way("work_graded", &hour, zone, now), next_day, "this one is being written");
    }

    #[test]
    fn what_may_not_be_chosen_counts_for_nothing() {
        let wanted = wishes(&[(Topic::Reminders, Delivery::Digest), (Topic::Changes, Delivery::Never)], None);
        assert_eq!(wanted.delivery(Topic::Reminders), Delivery::AtOnce);
        assert_eq!(wanted.delivery(Topic::Changes), Delivery::AtOnce);
    }

    #[test]
    fn the_first_line_comes_after_the_greeting_and_is_not_long() {
        let letter = "Здравствуйте, Анна.\n\nРабота проверена.\nЕщё строка\n\nОткрыть:\nhttp://b.test/1\n";
        assert_eq!(first_line(letter), "Работа проверена.");
        assert_eq!(first_line("Здравствуйте.\n\n\n\nПотом."), "Потом.");
        assert_eq!(first_line("Здравствуйте."), "");
        let long = format!("Здравствуйте.\n\n{}", "слово ".repeat(60));
        let cut = first_line(&long);
        assert!(cut.chars().count() <= 201 && cut.starts_with("слово слово") && cut.ends_with('…'), "{cut}");
    }
}
