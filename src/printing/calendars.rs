//! Calendars for other programs (iCalendar, RFC 5545): events in, text out.
//!
//! Every time is written in UTC, with its `Z`. A time with the name of a zone would be right only where the reader's
//! program knows what the zone's clocks did: Almaty moved to UTC+5 on 1 March 2024 and Volgograd to UTC+3 on
//! 27 December 2020, and calendars with older tables still show an hour too many or too few there. An instant cannot be
//! misread; the program shows it by the clock of its own machine. The wall time of the session stands in the words of
//! the event.

use crate::kernel::{Language, Moment};
use serde::{Deserialize, Serialize};

/// The media type of a feed.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// The method of events that are told, not asked about (RFC 5546, 3.2.1).
pub const PUBLISH: &str = "PUBLISH";

/// The longest line in bytes, its end not counted (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// How often programs are asked to look at a feed again.
const REFRESH: &str = "PT1H";

/// Something that is held from one instant to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Which event it is; the same in every feed and letter, for ever. See [`Event::placed`].
    pub uid: String,
    /// How often it was changed: of two, programs take over the one with the higher number.
    pub sequence: i32,
    /// When it was made or changed last.
    pub revised_at: Moment,
    /// The first instant.
    pub starts_at: Moment,
    /// The first instant after it.
    pub ends_at: Moment,
    /// Its name.
    pub summary: String,
    /// Where.
    pub location: Option<String>,
    /// What else is to be known, in lines.
    pub description: String,
    /// Where it stands in full: a path of ours until it is [`Event::placed`].
    pub url: String,
    /// It is not held.
    pub cancelled: bool,
}

impl Event {
    /// The event as the world outside knows it: under a name that nothing elsewhere has, with a whole address.
    pub fn placed(self, uid: String, public_url: &str) -> Event {
        Event { uid, url: format!("{public_url}{}", self.url), ..self }
    }
}

/// Somebody with an address of mail.
#[derive(Debug, Clone, Copy)]
pub struct Party<'a> {
    /// The name.
    pub name: &'a str,
    /// The address.
    pub address: &'a str,
}

/// What a letter asks the reader's calendar to do with an event (RFC 5546).
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// Takes the event back instead of bringing it.
    pub cancels: bool,
    /// Who invites.
    pub organiser: Party<'a>,
    /// Who is invited.
    pub guest: Party<'a>,
    /// When it was written.
    pub written_at: Moment,
}

impl Message<'_> {
    /// The name of what is asked, as in the `method` of the media type.
    pub fn method(&self) -> &'static str {
        if self.cancels { "CANCEL" } else { "REQUEST" }
    }
}

/// A calendar that programs subscribe to. The same events give the same bytes.
pub fn feed(name: &str, language: Language, events: &[Event]) -> String {
    let mut out = Lines::with_capacity(512 + events.len() * 768);
    out.open(language);
    out.text("NAME", name);
    out.text("X-WR-CALNAME", name);
    out.line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    out.line("X-PUBLISHED-TTL", REFRESH);
    for event in events {
        out.line("BEGIN", "VEVENT");
        // Without a method, the stamp says when the event was changed last.
        out.event(event, event.revised_at);
        out.line("END", "VEVENT");
    }
    out.line("END", "VCALENDAR");
    out.0
}

/// An event as part of a letter.
pub fn message(event: &Event, message: &Message<'_>, language: Language) -> String {
    let mut out = Lines::with_capacity(1024);
    out.open(language);
    out.line("METHOD", message.method());
    out.line("BEGIN", "VEVENT");
    out.event(&Event { cancelled: message.cancels, ..event.clone() }, message.written_at);
    out.party("ORGANIZER", "", &message.organiser);
    // Nobody reads answers: whoever cannot come says so on the session's page.
    out.party("ATTENDEE", ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE", &message.guest);
    out.line("END", "VEVENT");
    out.line("END", "VCALENDAR");
    out.0
}

/// Several events as part of a letter, about which nobody is asked: programs take them over all at once. Their names are
/// those of [`message`], so that a later change of one is taken over too.
pub fn published(events: &[&Event], message: &Message<'_>, language: Language) -> String {
    let mut out = Lines::with_capacity(256 + events.len() * 768);
    out.open(language);
    out.line("METHOD", PUBLISH);
    for event in events {
        out.line("BEGIN", "VEVENT");
        out.event(event, message.written_at);
        out.party("ORGANIZER", "", &message.organiser);
        out.line("END", "VEVENT");
    }
    out.line("END", "VCALENDAR");
    out.0
}

struct Lines(String);

impl Lines {
    fn with_capacity(bytes: usize) -> Lines {
        Lines(String::with_capacity(bytes))
    }

    fn open(&mut self, language: Language) {
        self.line("BEGIN", "VCALENDAR");
        self.line("VERSION", "2.0");
        self.line("PRODID", &format!("-//Birge//Birge//{}", language.tag().to_uppercase()));
        self.line("CALSCALE", "GREGORIAN");
    }

    fn event(&mut self, event: &Event, stamp: Moment) {
        self.text("UID", &event.uid);
        self.line("SEQUENCE", &event.sequence.to_string());
        self.line("DTSTAMP", &instant(stamp));
        self.line("LAST-MODIFIED", &instant(event.revised_at));
        self.line("DTSTART", &instant(event.starts_at));
        self.line("DTEND", &instant(event.ends_at));
        self.line("STATUS", if event.cancelled { "CANCELLED" } else { "CONFIRMED" });
        self.text("SUMMARY", &event.summary);
        if let Some(location) = &event.location {
            self.text("LOCATION", location);
        }
        if !event.description.is_empty() {
            self.text("DESCRIPTION", &event.description);
        }
        self.line("URL", &one_line(&event.url));
    }

    fn party(&mut self, name: &str, parameters: &str, party: &Party<'_>) {
        // A quoted value may hold anything but quotes (RFC 5545, 3.2).
        let called = one_line(party.name).replace('"', "'");
        let called = if called.is_empty() { String::new() } else { format!(";CN=\"{called}\"") };
        self.line(&format!("{name}{called}{parameters}"), &format!("mailto:{}", one_line(party.address)));
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }

    /// Writes a line, folded where it is too long (RFC 5545, 3.1).
    fn line(&mut self, name: &str, value: &str) {
        let whole = format!("{name}:{value}");
        let (mut rest, mut room) = (whole.as_str(), LONGEST_LINE);
        while rest.len() > room {
            let Some((line, after)) = rest.split_at_checked(fold_at(rest, room)) else { break };
            self.0.push_str(line);
            self.0.push_str("\r\n ");
            // The blank that says that a line goes on is one of its bytes.
            (rest, room) = (after, LONGEST_LINE - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

/// Where a line is folded that has room for so many bytes: never inside a letter, because a program that reads line by
/// line would meet half of one, and between two letters that are no blanks, because there are programs, and mail servers,
/// that drop blanks at the ends of lines.
fn fold_at(text: &str, room: usize) -> usize {
    let (mut best, mut last, mut before) = (0, 0, ' ');
    for (at, letter) in text.char_indices().take_while(|(at, _)| *at <= room) {
        if !letter.is_whitespace() && !before.is_whitespace() {
            best = at;
        }
        (last, before) = (at, letter);
    }
    if best > 0 { best } else { last }
}

/// An instant in UTC, as `20260922T020000Z`.
fn instant(at: Moment) -> String {
    at.0.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text value (RFC 5545, 3.3.11). Control characters have no place in it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push_str("\\n"),
            control if control.is_control() && control != '\t' => {}
            _ => out.push(letter),
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event() -> Event {
        let at = |text: &str| Moment::parse(text).unwrap();
        Event {
            uid: "session-7-seal@birge".into(),
            sequence: 2,
            revised_at: at("2026-09-10T08:00:00Z"),
            starts_at: at("2026-09-22T02:00:00Z"),
            ends_at: at("2026-09-22T05:00:00Z"),
            summary: "Волонтёр; учреждение, практикум".into(),
            location: Some("Иркутск, ул. Ленина, 5".into()),
            description: "2-й поток\nвт, 22 сентября".into(),
            url: "/sessions/7".into(),
            cancelled: false,
        }
    }

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn a_feed_says_instants_in_utc_and_escapes_what_has_a_meaning() {
        let placed = event().placed("session-7-x@birge".into(), "https://birge.example");
        let text = unfolded(&feed("Мои занятия", Language::Ru, &[placed]));
        for line in [
            "BEGIN:VCALENDAR",
            "X-WR-CALNAME:Мои занятия",
            "UID:session-7-x@birge",
            "SEQUENCE:2",
            "DTSTAMP:20260910T080000Z",
            "DTSTART:20260922T020000Z",
            "DTEND:20260922T050000Z",
            "STATUS:CONFIRMED",
            "SUMMARY:Волонтёр\\; учреждение\\, практикум",
            "LOCATION:Иркутск\\, ул. Ленина\\, 5",
            "DESCRIPTION:2-й поток\\nвт\\, 22 сентября",
            "URL:https://birge.example/sessions/7",
            "END:VCALENDAR",
        ] {
            assert!(text.split("\r\n").any(|found| found == line), "{line} in\n{text}");
        }
        assert!(!text.contains("TZID") && !text.contains("METHOD"));
    }

    #[test]
    fn a_letter_invites_and_takes_back_under_the_same_name() {
        let written_at = Moment::parse("2026-09-11T00:00:00Z").unwrap();
        let organiser = Party { name: "Birge", address: "no-reply@birge.example" };
        let guest = Party { name: "О\"Нил\r\nBCC: x", address: "a@b.example" };
        let said = |cancels| {
            let asked = Message { cancels, organiser, guest, written_at };
            unfolded(&message(&event(), &asked, Language::Kk))
        };
        let invites = said(false);
        assert!(invites.contains("METHOD:REQUEST\r\n") && invites.contains("STATUS:CONFIRMED\r\n"));
        assert!(invites.contains("DTSTAMP:20260911T000000Z\r\n"));
        assert!(invites.contains("ATTENDEE;CN=\"О'НилBCC: x\";ROLE=REQ-PARTICIPANT;"), "{invites}");
        let cancels = said(true);
        assert!(cancels.contains("METHOD:CANCEL\r\n") && cancels.contains("STATUS:CANCELLED\r\n"));
        assert!(
            cancels.contains("UID:session-7-seal@birge\r\n") && invites.contains("UID:session-7-seal@birge")
        );
    }

    #[test]
    fn several_events_are_told_under_the_names_they_are_asked_about_with() {
        let written_at = Moment::parse("2026-09-11T00:00:00Z").unwrap();
        let organiser = Party { name: "Birge", address: "no-reply@birge.example" };
        let asked = Message { cancels: false, organiser, guest: organiser, written_at };
        let second = Event { uid: "session-8-seal@birge".into(), ..event() };
        let text = unfolded(&published(&[&event(), &second], &asked, Language::Ru));
        assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 2);
        assert_eq!(text.matches("METHOD:PUBLISH\r\n").count(), 1);
        assert!(
            text.contains("UID:session-7-seal@birge\r\n") && text.contains("UID:session-8-seal@birge\r\n")
        );
        assert!(!text.contains("ATTENDEE") && text.matches("ORGANIZER;").count() == 2, "{text}");
    }

    #[test]
    fn a_line_is_folded_where_no_blank_gets_lost() {
        let words = "слово ".repeat(40);
        let text = feed("x", Language::Ru, &[Event { summary: format!("{words}конец"), ..event() }]);
        assert!(text.split("\r\n").all(|line| line.trim_end() == line), "{text}");
        assert!(!text.contains("\r\n  "), "{text}");
        assert!(unfolded(&text).contains(&format!("SUMMARY:{words}конец\r\n")));
    }

    proptest! {
        #[test]
        fn no_text_makes_a_line_too_long_or_breaks_out_of_it(text in "\\PC{0,200}", more in "[\r\n\t;,\\\\А-я]{0,90}") {
            let both = format!("{text}{more}");
            let whole = feed("x", Language::En, &[Event { summary: both.clone(), ..event() }]);
            for line in whole.split("\r\n") {
                prop_assert!(line.len() <= LONGEST_LINE, "{} bytes: {}", line.len(), line);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let unfolded = unfolded(&whole);
            let summaries: Vec<&str> = unfolded.split("\r\n").filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
            let escaped = escaped(&both);
            prop_assert_eq!(summaries, vec![escaped.as_str()]);
        }
    }
}
