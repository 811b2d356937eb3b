//! What would happen with each row of a file.

use super::super::entry::{self, Entry};
use super::{Sheet, SheetRow};
use crate::kernel::name::{email_key, fold, fold_loose};
use crate::kernel::{Fault, Language, OrganisationId, PersonId, PersonName};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What is known about the people and organisations a sheet names.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// People by the key of their address.
    pub people: HashMap<String, KnownPerson>,
    /// Organisations by folded name and short name.
    pub organisations: HashMap<String, OrganisationId>,
    /// How many places are free.
    pub free_places: i64,
    /// The language of a person whose row names none.
    pub usual_language: Language,
    /// Who may not enter yet, and the programme they lack; newcomers always do. Nothing where the edition is open.
    pub kept_out: Option<(HashSet<PersonId>, String)>,
}

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// The person.
    pub id: PersonId,
    /// The name of the account.
    pub name: PersonName,
    /// Whether the account was closed.
    pub closed: bool,
    /// Whether the person is in the edition.
    pub place: Place,
}

/// Somebody's place in the edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Never enrolled.
    None,
    /// Enrolled.
    Taken,
    /// Withdrawn.
    Withdrawn,
}

/// What would happen with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// An account is made and enrolled.
    Create,
    /// Somebody with an account is enrolled, or again after a withdrawal.
    Enrol(PersonId),
    /// In the edition already: nothing happens (B14).
    Keep,
    /// The row has a fault.
    Refuse,
}

/// A checked row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedRow {
    /// Where it begins in the file.
    pub line: u32,
    /// What it says.
    pub entry: Entry,
    /// The language its person would get.
    pub language: Language,
    /// At most one fault a cell; the field names the cell.
    pub faults: Vec<Fault>,
    /// What is good to know and stops nothing.
    pub notes: Vec<Fault>,
    /// What would happen.
    pub fate: Fate,
}

/// A dry run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The rows in the order of the file.
    pub rows: Vec<CheckedRow>,
}

impl Checked {
    /// How many cells are at fault.
    pub fn fault_count(&self) -> usize {
        self.rows.iter().map(|row| row.faults.len()).sum()
    }

    /// How many rows have a fate.
    pub fn count(&self, wanted: fn(&Fate) -> bool) -> usize {
        self.rows.iter().filter(|row| wanted(&row.fate)).count()
    }
}

/// Checks every row. Rows beyond the free places are at fault themselves, so that the reader sees which.
pub fn check(sheet: &Sheet, known: &Known) -> Checked {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut new_names = BTreeSet::new();
    let mut free = known.free_places;
    let mut rows = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let mut checked = check_row(row, known, &mut new_names);
        let key = email_key(&row.entry.email);
        match seen.get(&key) {
            Some(first) if !key.is_empty() => {
                checked.fault(Fault::new("email", "import-email-twice").with("line", first));
            }
            _ => {
                seen.insert(key, row.line);
            }
        }
        if matches!(checked.fate, Fate::Create | Fate::Enrol(_)) {
            free -= 1;
            if free < 0 {
                let free_places = known.free_places.max(0);
                checked.fault(Fault::new("surname", "import-over-capacity").with("free", free_places));
            }
        }
        rows.push(checked);
    }
    Checked { rows }
}

impl CheckedRow {
    fn fault(&mut self, fault: Fault) {
        self.fate = Fate::Refuse;
        if self.faults.iter().all(|other| other.field != fault.field) {
            self.faults.push(fault);
        }
    }
}

fn check_row(row: &SheetRow, known: &Known, new_names: &mut BTreeSet<String>) -> CheckedRow {
    let entry = &row.entry;
    let mut checked = CheckedRow {
        line: row.line,
        entry: entry.clone(),
        language: entry::language(&entry.language, known.usual_language).unwrap_or_default(),
        faults: Vec::new(),
        notes: Vec::new(),
        fate: Fate::Create,
    };
    for fault in entry.faults() {
        checked.fault(fault);
    }
    check_organisation(&mut checked, known, new_names);
    if checked.faults.is_empty()
        && let Some(person) = known.people.get(&email_key(&entry.email))
    {
        check_known(&mut checked, person);
    }
    check_entry(&mut checked, known);
    checked
}

fn check_entry(checked: &mut CheckedRow, known: &Known) {
    let Some((kept_out, programme)) = &known.kept_out else { return };
    let lacks = match checked.fate {
        Fate::Create => true,
        Fate::Enrol(person) => kept_out.contains(&person),
        Fate::Keep | Fate::Refuse => false,
    };
    if lacks {
        let name = format!("{} {}", checked.entry.surname, checked.entry.given_name);
        let fault = Fault::new("email", "entry-condition").with("name", name.trim());
        checked.fault(fault.with("programme", programme));
    }
}

fn check_organisation(checked: &mut CheckedRow, known: &Known, new_names: &mut BTreeSet<String>) {
    let limit = crate::organisations::rules::NAME_LIMIT;
    let name = fold(&checked.entry.organisation);
    if checked.entry.organisation.chars().count() > limit {
        checked.fault(Fault::new("organisation", "too-long").with("limit", limit));
    } else if !name.is_empty() && !known.organisations.contains_key(&name) && new_names.insert(name) {
        checked.notes.push(Fault::new("organisation", "import-organisation-new"));
    }
}

fn check_known(checked: &mut CheckedRow, person: &KnownPerson) {
    let same = |typed: &str, kept: &str| fold_loose(typed) == fold_loose(kept);
    let surname = same(&checked.entry.surname, &person.name.surname);
    let given_name = same(&checked.entry.given_name, &person.name.given_name);
    let named = |code| Fault::new("email", code).with("name", person.name.full());
    if person.closed {
        checked.fault(named("import-account-closed"));
    } else if !surname && !given_name {
        checked.fault(named("import-other-person"));
    } else {
        let note = match person.place {
            Place::Taken => "import-already-enrolled",
            Place::Withdrawn => "import-enrolled-again",
            Place::None if surname && given_name => "import-has-account",
            Place::None => "import-name-differs",
        };
        checked.notes.push(named(note));
        checked.fate = if person.place == Place::Taken { Fate::Keep } else { Fate::Enrol(person.id) };
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{codes, table};
    use super::*;

    fn known(free_places: i64) -> Known {
        let person = |id, surname: &str, place| KnownPerson {
            id: PersonId(id),
            name: PersonName::new(surname, "Анна", None),
            closed: false,
            place,
        };
        let people = [
            ("in@example.org", person(1, "Ли", Place::Taken)),
            ("known@example.org", person(2, "Семёнова", Place::None)),
            ("out@example.org", person(3, "Ким", Place::Withdrawn)),
        ];
        Known {
            people: people.into_iter().map(|(key, person)| (key.to_owned(), person)).collect(),
            organisations: HashMap::from([(fold("Фонд «Рядом»"), OrganisationId(5))]),
            free_places,
            usual_language: Language::Kk,
            kept_out: None,
        }
    }

    #[test]
    fn each_cell_has_its_own_fault() {
        let header = ["Фамилия", "Имя", "Почта", "Язык", "Организация"];
        let sheet = table(
            &header,
            &[
                &["", "Анна", "нет", "клингонский", ""],
                &["Ли", "Анна", "a@example.org", "", "Фонд «РЯДОМ»"],
                &["Ли", "Анна", "A@example.org", "", "Новый центр"],
                &["Петров", "Борис", "in@example.org", "", "Новый центр"],
            ],
        )
        .unwrap();
        let checked = check(&sheet, &known(10));
        let expected =
            [("surname", "required"), ("email", "email-malformed"), ("language", "language-unknown")];
        assert_eq!(codes(&checked.rows[0].faults), expected);
        assert_eq!(checked.rows[1].fate, Fate::Create);
        assert!(checked.rows[1].notes.is_empty() && checked.rows[1].language == Language::Kk);
        assert_eq!(codes(&checked.rows[2].faults), [("email", "import-email-twice")]);
        assert_eq!(codes(&checked.rows[2].notes), [("organisation", "import-organisation-new")]);
        assert_eq!(codes(&checked.rows[3].faults), [("email", "import-other-person")]);
        assert_eq!(checked.fault_count(), 5);
    }

    #[test]
    fn m11_rows_of_people_who_lack_the_course_before_are_refused() {
        let header = ["Фамилия", "Имя", "Почта"];
        let rows: [&[&str]; 4] = [
            &["Ли", "Анна", "in@example.org"],
            &["Семёнова", "Анна", "known@example.org"],
            &["Ким", "Анна", "out@example.org"],
            &["Новикова", "Анна", "new@example.org"],
        ];
        let sheet = table(&header, &rows).unwrap();
        let kept_out = Some((HashSet::from([PersonId(2)]), "Дистанционный курс".to_owned()));
        let checked = check(&sheet, &Known { kept_out, ..known(10) });
        let fates: Vec<Fate> = checked.rows.iter().map(|row| row.fate.clone()).collect();
        assert_eq!(fates, [Fate::Keep, Fate::Refuse, Fate::Enrol(PersonId(3)), Fate::Refuse]);
        assert_eq!(codes(&checked.rows[1].faults), [("email", "entry-condition")]);
        assert_eq!(codes(&checked.rows[3].faults), [("email", "entry-condition")]);
    }

    #[test]
    fn people_who_are_known_are_not_made_again() {
        let header = ["Фамилия", "Имя", "Почта"];
        let sheet = table(
            &header,
            &[
                &["Ли", "Анна", "IN@example.org"],
                &["Семенова", "Анна", "known@example.org"],
                &["Ким", "Анна", "out@example.org"],
                &["Иванова", "Анна", "out2@example.org"],
            ],
        )
        .unwrap();
        let checked = check(&sheet, &known(2));
        let fates: Vec<&Fate> = checked.rows.iter().map(|row| &row.fate).collect();
        let expected = [&Fate::Keep, &Fate::Enrol(PersonId(2)), &Fate::Enrol(PersonId(3)), &Fate::Refuse];
        assert_eq!(fates, expected, "the third new place does not fit");
        assert_eq!(codes(&checked.rows[3].faults), [("surname", "import-over-capacity")]);
        assert_eq!(codes(&checked.rows[0].notes), [("email", "import-already-enrolled")]);
    }
}
