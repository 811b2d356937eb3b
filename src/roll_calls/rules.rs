//! Who was counted, and what the keys of a paper sheet mean.

use crate::attendance::rules::{Mark, Presence, Status};
use crate::kernel::Word as _;
use crate::kernel::words;
use crate::kernel::{Fault, Language};
use sha2::{Digest, Sha256};

words! {
    /// People at a session who have no account (L7).
    GuestCategory {
        /// Parents.
        Parents = "parents",
        /// Teachers.
        Teachers = "teachers",
        /// Colleagues of the trainees.
        Colleagues = "colleagues",
        /// Volunteers.
        Volunteers = "volunteers",
        /// Others, under a name of their own.
        Other = "other",
    }
}

impl GuestCategory {
    /// The categories that have a name already.
    pub const NAMED: [GuestCategory; 4] = [
        GuestCategory::Parents,
        GuestCategory::Teachers,
        GuestCategory::Colleagues,
        GuestCategory::Volunteers,
    ];
}

/// The most guests of one category.
pub const MOST_GUESTS: i32 = 10_000;

/// The most lines in a list of guests.
pub const MOST_LINES: usize = 20;

/// The longest name or reason, in letters.
pub const LONGEST: usize = 500;

/// How many people of a category were there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guests {
    /// Who they were.
    pub category: GuestCategory,
    /// What others are called; empty for the named categories.
    pub name: String,
    /// How many.
    pub people: i32,
}

impl Guests {
    /// Guests of a category that has a name.
    pub fn of(category: GuestCategory, people: i32) -> Guests {
        Guests { category, name: String::new(), people }
    }

    /// Guests called by a name of their own.
    pub fn called(name: &str, people: i32) -> Guests {
        Guests { category: GuestCategory::Other, name: name.to_owned(), people }
    }
}

/// What is wrong with a list of guests: nobody counted twice, nobody without a name. Fields are named after the place in
/// the list, from 1.
pub fn guest_faults(guests: &[Guests]) -> Vec<Fault> {
    if guests.len() > MOST_LINES {
        return vec![Fault::new("guests", "guests-lines").with("most", MOST_LINES)];
    }
    let mut faults = Vec::new();
    for (place, one) in guests.iter().enumerate() {
        let field = |part: &str| format!("{part}-{}", place + 1);
        if !(1..=MOST_GUESTS).contains(&one.people) {
            let fault = Fault::new(field("people"), "out-of-range");
            faults.push(fault.with("low", 1).with("high", MOST_GUESTS));
        }
        if (one.category == GuestCategory::Other) == one.name.is_empty() {
            faults.push(Fault::new(field("name"), "guests-name"));
        }
        if one.name.chars().count() > LONGEST {
            faults.push(Fault::new(field("name"), "too-long").with("limit", LONGEST));
        }
        let before = guests.iter().take(place);
        if before.clone().any(|other| other.category == one.category && other.name == one.name) {
            faults.push(Fault::new(field("name"), "guests-twice"));
        }
    }
    faults
}

/// What tells one list of guests from another: who saw an older one overwrites nothing unseen.
pub fn fingerprint(guests: &[Guests]) -> String {
    let line =
        |one: &Guests| format!("{}\u{1f}{}\u{1f}{}\u{1e}", one.category.as_str(), one.name, one.people);
    hex::encode(Sha256::digest(guests.iter().map(line).collect::<String>()))
}

/// What the sheet says of the room, beside how many heads were counted in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadCount {
    /// Heads in the room, without the trainer.
    pub people: i32,
    /// People marked in the room.
    pub marked: i32,
    /// Guests.
    pub guests: i32,
}

impl HeadCount {
    /// How many more heads there are than the sheet says; fewer when it is negative.
    pub fn difference(self) -> i32 {
        self.people - self.marked - self.guests
    }
}

/// Whether a mark says that the person is in the room.
pub fn in_room(mark: &Mark) -> bool {
    mark.is_there() && mark.presence == Presence::InPerson
}

/// The key of a status on a paper sheet, in the order of the statuses.
pub fn keys(language: Language) -> [&'static str; 5] {
    match language {
        Language::Ru => ["п", "о", "р", "н", "у"],
        Language::Kk => ["қ", "к", "е", "ж", "с"],
        Language::En => ["p", "l", "e", "a", "x"],
    }
}

/// The key of a status.
pub fn key(status: Status, language: Language) -> &'static str {
    let place = Status::ALL.iter().position(|one| *one == status).unwrap_or_default();
    keys(language).get(place).copied().unwrap_or_default()
}

/// The status of a key: the letter of the reader's language, in any case; the digits 1–5 and the signs «+» and «-» mean
/// the same in every language.
pub fn status_of(typed: &str, language: Language) -> Option<Status> {
    let typed = typed.trim().to_lowercase();
    let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let place = keys(language).iter().position(|key| *key == typed).or(number);
    match typed.as_str() {
        "+" => Some(Status::Present),
        "-" | "–" | "—" => Some(Status::Absent),
        _ => place.and_then(|place| Status::ALL.get(place)).copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_key_of_its_own_for_every_status() {
        for language in [Language::Ru, Language::Kk, Language::En] {
            for status in Status::ALL {
                let key = key(*status, language);
                assert_eq!(status_of(key, language), Some(*status), "{key}");
                assert_eq!(status_of(&format!(" {} ", key.to_uppercase()), language), Some(*status));
            }
            for (number, status) in (1..).zip(Status::ALL) {
                assert_eq!(status_of(&number.to_string(), language), Some(*status));
            }
            assert_eq!(status_of("+", language), Some(Status::Present));
            assert_eq!(status_of("-", language), Some(Status::Absent));
            for wrong in ["", "0", "6", "ъ", "пп", "-1"] {
                assert_eq!(status_of(wrong, language), None, "{wrong}");
            }
        }
        assert_eq!(status_of("к", Language::Ru), None, "a key of another language is not guessed at");
    }

    #[test]
    fn guests_are_counted_once_and_others_have_a_name() {
        let good = [Guests::of(GuestCategory::Parents, 12), Guests::called("Пресса", 2)];
        assert_eq!(guest_faults(&good), []);
        let wrong = [
            Guests::of(GuestCategory::Parents, 0),
            Guests::called("", 3),
            Guests::called("Пресса", 1),
            Guests::called("Пресса", 2),
            Guests { name: "Мамы".into(), ..Guests::of(GuestCategory::Parents, 1) },
        ];
        let found: Vec<(String, String)> =
            guest_faults(&wrong).into_iter().map(|fault| (fault.field, fault.code)).collect();
        let expected = [
            ("people-1", "out-of-range"),
            ("name-2", "guests-name"),
            ("name-4", "guests-twice"),
            ("name-5", "guests-name"),
        ];
        let expected = expected.map(|(field, code)| (field.to_owned(), code.to_owned()));
        assert_eq!(found, expected);
        let long = [Guests::called(&"я".repeat(LONGEST + 1), 1)];
        assert_eq!(guest_faults(&long), [Fault::new("name-1", "too-long").with("limit", LONGEST)]);
        let many: Vec<Guests> =
            (0..=MOST_LINES).map(|number| Guests::called(&number.to_string(), 1)).collect();
        assert_eq!(guest_faults(&many), [Fault::new("guests", "guests-lines").with("most", MOST_LINES)]);
        assert!(guest_faults(many.split_last().unwrap().1).is_empty());
    }

    #[test]
    fn a_list_of_guests_is_told_from_any_other() {
        let one = [Guests::of(GuestCategory::Parents, 12)];
        assert_eq!(fingerprint(&one), fingerprint(&one.clone()));
        assert_ne!(fingerprint(&one), fingerprint(&[]));
        assert_ne!(fingerprint(&one), fingerprint(&[Guests::of(GuestCategory::Parents, 1)]));
        assert_ne!(fingerprint(&one), fingerprint(&[Guests::of(GuestCategory::Teachers, 12)]));
    }

    #[test]
    fn heads_are_compared_with_who_is_marked_in_the_room() {
        let count = HeadCount { people: 21, marked: 23, guests: 0 };
        assert_eq!(count.difference(), -2);
        assert_eq!(HeadCount { people: 25, guests: 2, ..count }.difference(), 0);
        let online = Mark::of(Status::Present, Presence::Online);
        assert!(!in_room(&online));
        assert!(in_room(&Mark::of(Status::Late, Presence::InPerson)));
        assert!(!in_room(&Mark::of(Status::Excused, Presence::InPerson)));
    }
}
