//! Who of the edition somebody in a list is. An address or a whole name decides; what only looks alike is a suggestion; two
//! people of one name are never guessed between.

use super::names::{Spelling, readings};
use super::reading::Attendee;
use crate::kernel::name::{email_key, fold_loose};
use crate::kernel::{EnrolmentId, PersonName};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The most people suggested for one attendee.
const SUGGESTIONS: usize = 3;

/// How many letters a word has that is looked for without one of them. Nobody has a longer name, and a cell may have thousands.
const VARIED: std::ops::RangeInclusive<usize> = 3..=40;

/// Somebody of the edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The name.
    pub name: PersonName,
    /// The address; empty where none is known.
    pub email: String,
}

/// By what somebody was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The address.
    Email,
    /// The name.
    Name,
}

/// Who an attendee is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// Somebody of the edition.
    Person(EnrolmentId, By),
    /// Who holds the session.
    Host,
    /// Several people of the edition have that name.
    Ambiguous(Vec<EnrolmentId>),
    /// Nobody of that name; these look alike, the nearest first.
    Unknown(Vec<EnrolmentId>),
}

/// The people of an edition, to be found by address and by name.
#[derive(Debug, Default)]
pub struct Roster {
    by_email: HashMap<String, EnrolmentId>,
    /// By the letters of the name, as they are typed.
    by_letters: HashMap<String, Vec<usize>>,
    /// By the sounds of the name.
    by_sounds: HashMap<String, Vec<usize>>,
    /// By the sounds of each word and by what is left of them without any one letter.
    by_word: HashMap<String, BTreeSet<usize>>,
    people: Vec<Known>,
    /// The spellings of those who hold the session.
    hosts: BTreeSet<String>,
}

/// Somebody of the edition, ready to be compared.
#[derive(Debug)]
struct Known {
    enrolment: EnrolmentId,
    spelling: Spelling,
    key: String,
}

impl Roster {
    /// The people of an edition, and those who hold the session.
    pub fn new(members: &[Member], hosts: &[PersonName]) -> Roster {
        let mut roster = Roster::default();
        for member in members {
            let place = roster.people.len();
            let spelling = Spelling::of(&member.name);
            if !member.email.is_empty() {
                roster.by_email.insert(email_key(&member.email), member.enrolment);
            }
            let letters = letters(&format!("{} {}", member.name.surname, member.name.given_name));
            roster.by_letters.entry(letters).or_default().push(place);
            roster.by_letters.entry(self::letters(&member.name.full())).or_default().push(place);
            roster.by_sounds.entry(spelling.key()).or_default().push(place);
            for word in &spelling.words {
                for near in near(word) {
                    roster.by_word.entry(near).or_default().insert(place);
                }
            }
            let (enrolment, key) = (member.enrolment, spelling.key());
            roster.people.push(Known { enrolment, spelling, key });
        }
        roster.hosts = hosts.iter().map(|name| Spelling::of(name).key()).collect();
        roster
    }

    /// Who an attendee is.
    pub fn find(&self, attendee: &Attendee) -> Match {
        if let Some(who) =
            self.by_email.get(&email_key(&attendee.email)).filter(|_| !attendee.email.is_empty())
        {
            return Match::Person(*who, By::Email);
        }
        let readings = readings(&attendee.name);
        let named = self.named(&readings);
        match named.as_slice() {
            [who] => Match::Person(*who, By::Name),
            [] if attendee.host || self.holds(&readings) => Match::Host,
            [] => Match::Unknown(self.alike(&readings)),
            several => Match::Ambiguous(several.to_vec()),
        }
    }

    /// Those who have one of the names: by its letters, or else by its sounds.
    fn named(&self, readings: &[String]) -> Vec<EnrolmentId> {
        let by_letters = readings.iter().filter_map(|text| self.by_letters.get(&letters(text)));
        let exact: BTreeSet<usize> = by_letters.flatten().copied().collect();
        let found = if exact.is_empty() { self.sounding(readings) } else { exact };
        found.into_iter().filter_map(|place| self.people.get(place)).map(|known| known.enrolment).collect()
    }

    fn sounding(&self, readings: &[String]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for text in readings {
            let spelling = Spelling::typed(text);
            // One word is no name.
            if spelling.words.len() < 2 {
                continue;
            }
            let same = self.by_sounds.get(&spelling.key()).into_iter().flatten();
            let allowed = |place: &&usize| {
                self.people.get(**place).is_some_and(|known| known.spelling.allows(&spelling))
            };
            found.extend(same.filter(allowed).copied());
        }
        found
    }

    fn holds(&self, readings: &[String]) -> bool {
        readings.iter().any(|text| self.hosts.contains(&Spelling::typed(text).key()))
    }

    /// Those whose names are near: a letter or two of difference, one word of two with the initial of the other, or the only
    /// one of that given name or surname. Only who shares a word, but for a letter, is looked at.
    fn alike(&self, readings: &[String]) -> Vec<EnrolmentId> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for text in readings {
            let typed = Spelling::typed(text);
            let key = typed.key();
            let shared: BTreeSet<usize> = typed
                .words
                .iter()
                .flat_map(|word| near(word))
                .filter_map(|near| self.by_word.get(&near))
                .flatten()
                .copied()
                .collect();
            for place in shared {
                let Some(known) = self.people.get(place) else { continue };
                let far = distance_between((&typed, &key), known);
                if let Some(far) = far.filter(|_| known.spelling.allows(&typed)) {
                    let nearest = found.entry(place).or_insert(far);
                    *nearest = far.min(*nearest);
                }
            }
        }
        let mut sorted: Vec<(usize, usize)> = found.into_iter().map(|(place, far)| (far, place)).collect();
        sorted.sort_unstable();
        let people = sorted.into_iter().filter_map(|(_, place)| self.people.get(place));
        people.map(|known| known.enrolment).take(SUGGESTIONS).collect()
    }
}

/// The letters of a name, in whatever order its words stand.
fn letters(text: &str) -> String {
    let folded = fold_loose(text);
    let split = |letter: char| !letter.is_alphanumeric();
    let mut words: Vec<&str> = folded.split(split).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// A word, and what is left of it without any one letter: two words a letter apart have one of these in common.
fn near(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let without = |gone: usize| {
        let kept = letters.iter().enumerate().filter(|(place, _)| *place != gone);
        kept.map(|(_, letter)| *letter).collect::<String>()
    };
    let mut all: Vec<String> =
        if VARIED.contains(&letters.len()) { (0..letters.len()).map(without).collect() } else { Vec::new() };
    all.push(word.to_owned());
    all
}

/// How far two names are from one another; nothing when they are not alike.
fn distance_between((typed, key): (&Spelling, &str), known: &Known) -> Option<usize> {
    let least = key.len().min(known.key.len());
    let allowed = if least >= 8 { 2 } else { usize::from(least >= 5) };
    if let Some(far) = distance(key, &known.key, allowed) {
        return Some(far);
    }
    // «Иванова М.», «Мария»: a part of the name. Further than any slip of the keys.
    let covered = |word: &String| {
        let mut words = known.spelling.words.iter();
        words.any(|whole| whole == word || (word.len() == 1 && whole.starts_with(word.as_str())))
    };
    let whole = typed.words.iter().any(|word| word.len() > 2 && known.spelling.words.contains(word));
    (whole && typed.words.iter().all(covered)).then_some(3)
}

/// The edit distance of two texts of ASCII letters, as far as it is allowed.
fn distance(one: &str, other: &str, allowed: usize) -> Option<usize> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > allowed {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let mut next = Vec::with_capacity(row.len());
    for (place, letter) in one.iter().enumerate() {
        let (mut diagonal, mut left) = (place, place + 1);
        next.clear();
        next.push(left);
        for (letter_of_other, above) in other.iter().zip(row.iter().skip(1)) {
            let changed = diagonal + usize::from(letter != letter_of_other);
            left = changed.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        if next.iter().all(|far| *far > allowed) {
            return None;
        }
        std::mem::swap(&mut row, &mut next);
    }
    row.last().copied().filter(|far| *far <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn member(id: i64, name: (&str, &str, Option<&str>), email: &str) -> Member {
        let name = PersonName::new(name.0, name.1, name.2);
        Member { enrolment: EnrolmentId(id), name, email: email.to_owned() }
    }

    fn roster() -> Roster {
        let members = [
            member(1, ("Семёнова", "Алёна", None), "alena@example.org"),
            member(2, ("Құрманғазы", "Әлия", Some("Серікқызы")), "aliya@example.org"),
            member(3, ("Иванова", "Мария", Some("Петровна")), "m1@example.org"),
            member(4, ("Иванова", "Мария", Some("Ивановна")), "m2@example.org"),
            member(5, ("Ли", "Анна", None), ""),
            member(6, ("Петров", "Семён", None), "petrov@example.org"),
        ];
        Roster::new(&members, &[PersonName::new("Ким", "Ольга", Some("Викторовна"))])
    }

    fn find(name: &str, email: &str) -> Match {
        let attendee = Attendee {
            line: 1,
            name: name.to_owned(),
            email: email.to_owned(),
            host: false,
            stays: Vec::new(),
        };
        roster().find(&attendee)
    }

    fn person(id: i64, by: By) -> Match {
        Match::Person(EnrolmentId(id), by)
    }

    #[test]
    fn the_address_decides_and_then_the_name_in_any_spelling() {
        assert_eq!(find("Кто-то другой", "ALENA@example.org"), person(1, By::Email));
        for name in ["Алёна Семёнова", "СЕМЕНОВА Алена", "Alyona Semyonova", "Алёнка (Семенова Алена)"]
        {
            assert_eq!(find(name, ""), person(1, By::Name), "{name}");
            assert_eq!(find(name, "home@example.org"), person(1, By::Name), "an address that nobody knows");
        }
        for name in ["Курмангазы Алия", "Aliya Kurmangazy", "Құрманғазы Ә. (Әлия Құрманғазы)"]
        {
            assert_eq!(find(name, ""), person(2, By::Name), "{name}");
        }
        assert_eq!(find("Ли Анна", ""), person(5, By::Name));
    }

    #[test]
    fn two_of_one_name_are_never_guessed_between() {
        let both = Match::Ambiguous(vec![EnrolmentId(3), EnrolmentId(4)]);
        assert_eq!(find("Иванова Мария", ""), both);
        assert_eq!(find("Maria Ivanova", ""), both);
        assert_eq!(
            find("Мария Петровна Иванова", ""),
            person(3, By::Name),
            "the patronymic tells them apart"
        );
        assert_eq!(find("Ivanova Maria Ivanovna", ""), person(4, By::Name));
        assert_eq!(find("Иванова Мария", "M2@example.org"), person(4, By::Email));
        assert_eq!(find("Мария Олеговна Иванова", ""), Match::Unknown(Vec::new()), "another patronymic");
    }

    #[test]
    fn what_only_looks_alike_is_a_suggestion() {
        let unknown = |ids: &[i64]| Match::Unknown(ids.iter().map(|id| EnrolmentId(*id)).collect());
        assert_eq!(find("Семёнова Алена", ""), person(1, By::Name));
        assert_eq!(find("Семнова Алёна", ""), unknown(&[1]), "a letter is missing");
        assert_eq!(find("Алёна С.", ""), unknown(&[1]), "an initial");
        assert_eq!(find("Анна", ""), unknown(&[5]), "one name only");
        assert_eq!(find("Мария", ""), unknown(&[3, 4]));
        assert_eq!(find("Петрова Семён", ""), unknown(&[6]));
        assert_eq!(find("iPhone", ""), unknown(&[]));
        assert_eq!(find("=1+1", ""), unknown(&[]));
        assert_eq!(find("", "nobody@example.org"), unknown(&[]));
    }

    #[test]
    fn who_holds_the_session_is_left_out_unless_enrolled() {
        assert_eq!(find("Ольга Ким", ""), Match::Host);
        assert_eq!(find("Kim Olga", ""), Match::Host);
        let moderator = |name: &str| Attendee {
            line: 1,
            name: name.to_owned(),
            email: String::new(),
            host: true,
            stays: Vec::new(),
        };
        assert_eq!(roster().find(&moderator("Техник")), Match::Host);
        assert_eq!(roster().find(&moderator("Ли Анна")), person(5, By::Name), "a trainee who moderates");
    }

    #[test]
    fn a_thousand_unknown_names_of_a_thousand_people_are_looked_up_one_by_one() {
        let member_of = |id: i64| member(id, (&format!("Фамилия{}", letters_of(id)), "Мария", None), "");
        let members: Vec<Member> = (0..1000).map(member_of).collect();
        let roster = Roster::new(&members, &[]);
        // Each word is looked up by its own near spellings; nobody is compared with everybody.
        let word = super::super::names::skeleton("фамилияагб");
        let looked_at = roster.by_word.get(&word).map_or(0, BTreeSet::len);
        assert!(looked_at < 100, "{looked_at}");
    }

    #[test]
    fn a_cell_that_is_no_name_costs_no_more_than_one() {
        assert_eq!(near(&"a".repeat(40)).len(), 41);
        assert_eq!(near(&"a".repeat(41)), ["a".repeat(41)]);
    }

    fn letters_of(number: i64) -> String {
        let digit = |place: u32| {
            ['а', 'б', 'в', 'г', 'д', 'к', 'л', 'м', 'н', 'о']
                [usize::try_from(number / 10_i64.pow(place) % 10).unwrap()]
        };
        [2, 1, 0].map(digit).iter().collect()
    }

    proptest! {
        #[test]
        fn distance_is_that_of_the_whole_table(one in "[a-d]{0,7}", other in "[a-d]{0,7}") {
            let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            let mut table = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
            for i in 0..=a.len() {
                for j in 0..=b.len() {
                    table[i][j] = if i == 0 || j == 0 { i + j } else {
                        let changed = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                        changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1)
                    };
                }
            }
            let far = table[a.len()][b.len()];
            prop_assert_eq!(distance(&one, &other, 9), Some(far));
            prop_assert_eq!(distance(&one, &other, 2), Some(far).filter(|far| *far <= 2));
        }
    }
}
