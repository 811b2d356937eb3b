//! The decisions about people: what a name, a password and a role must be, who may grant what, where
//! everybody starts.

pub mod devices;
pub mod passwords;
pub mod sorting;

use super::{Purpose, Role};
use crate::kernel::name::{email_key, fold_loose, looks_like_email, tidy};
use crate::kernel::{
    Fault, Language, Moment, OrganisationId, PersonId, PersonName, Problem, Roles, ZoneName,
};

/// The longest part of a name, in characters.
pub const NAME_LIMIT: usize = 100;
/// The longest e-mail address (RFC 5321), in characters.
pub const EMAIL_LIMIT: usize = 254;
/// How long an API token holds, in days.
pub const TOKEN_DAYS: i64 = 30;

/// The most time that can be added, in per cent.
pub const EXTRA_TIME_LIMIT: i32 = 300;
const REASON_LIMIT: usize = 500;

/// Whether more time can be given so.
///
/// # Errors
/// `Invalid` for a share out of bounds, and without a reason.
pub fn extra_time(percent: i32, reason: &str) -> Result<(), Problem> {
    let mut faults = Vec::new();
    if !(0..=EXTRA_TIME_LIMIT).contains(&percent) {
        let fault = Fault::new("extra_percent", "out-of-range");
        faults.push(fault.with("low", 0).with("high", EXTRA_TIME_LIMIT));
    }
    required(&mut faults, "extra_reason", reason.trim(), REASON_LIMIT);
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid(faults)) }
}

/// Somebody who is to get an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// The address they sign in with.
    pub email: String,
    /// The name as papers will print it.
    pub name: PersonName,
    /// The language of their pages and letters.
    pub language: Language,
    /// The zone they live in.
    pub zone: ZoneName,
    /// The organisation they come from.
    pub organisation: Option<OrganisationId>,
    /// What they do there.
    pub position: Option<String>,
}

/// The longest position, in characters.
pub const POSITION_LIMIT: usize = 150;

/// A position as it is kept, in one line; nothing where none was said.
pub fn position(typed: &str) -> Option<String> {
    Some(tidy(typed)).filter(|text| !text.is_empty())
}

/// What is wrong with a position.
pub fn position_fault(typed: &str) -> Option<Fault> {
    let long = tidy(typed).chars().count() > POSITION_LIMIT;
    long.then(|| Fault::new("position", "too-long").with("limit", POSITION_LIMIT))
}

impl NewPerson {
    /// Everything that is wrong, under the names of the form's and the API's fields.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        required(&mut faults, "surname", &self.name.surname, NAME_LIMIT);
        required(&mut faults, "given_name", &self.name.given_name, NAME_LIMIT);
        if self.name.patronymic.as_deref().is_some_and(|text| text.chars().count() > NAME_LIMIT) {
            faults.push(Fault::new("patronymic", "too-long").with("limit", NAME_LIMIT));
        }
        required(&mut faults, "email", &self.email, EMAIL_LIMIT);
        if !self.email.is_empty() && !looks_like_email(&self.email) {
            faults.push(Fault::new("email", "email-malformed"));
        }
        faults.extend(self.position.as_deref().and_then(position_fault));
        faults
    }
}

fn required(faults: &mut Vec<Fault>, field: &str, text: &str, limit: usize) {
    if text.is_empty() {
        faults.push(Fault::new(field, "required"));
    } else if text.chars().count() > limit {
        faults.push(Fault::new(field, "too-long").with("limit", limit));
    } else if text.chars().any(char::is_control) {
        faults.push(Fault::new(field, "unknown"));
    }
}

/// The words of a search, folded so that a Russian keyboard finds Kazakh names (V3). At most eight count.
pub fn search_words(typed: &str) -> Vec<String> {
    fold_loose(typed).split(' ').filter(|word| !word.is_empty()).take(8).map(str::to_owned).collect()
}

/// What the words of a search are looked for in.
pub fn search_text(name: &PersonName, email: &str) -> String {
    format!("{} {}", fold_loose(&name.full()), email_key(email))
}

/// Whose accounts an administrator sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everybody's.
    All,
    /// Of the people of these organisations.
    Of(Vec<OrganisationId>),
}

impl Scope {
    /// The scope that somebody's roles give.
    ///
    /// # Errors
    /// `Forbidden` for whoever is no administrator.
    pub fn of(roles: &Roles) -> Result<Scope, Problem> {
        match (roles.site_administrator, roles.administrator_of.as_slice()) {
            (true, _) => Ok(Scope::All),
            (false, []) => Err(Problem::forbidden()),
            (false, organisations) => Ok(Scope::Of(organisations.to_vec())),
        }
    }

    /// Whether a person of this organisation is inside.
    pub fn holds(&self, organisation: Option<OrganisationId>) -> bool {
        match self {
            Scope::All => true,
            Scope::Of(mine) => organisation.is_some_and(|organisation| mine.contains(&organisation)),
        }
    }
}

/// A role about to be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewGrant {
    /// The role.
    pub role: Role,
    /// Where it holds; nothing means the whole site.
    pub organisation: Option<OrganisationId>,
}

impl NewGrant {
    /// Checks that the role fits its place, and that the granter may grant it.
    ///
    /// # Errors
    /// `Invalid` for a coordinator of nothing, `Forbidden` for a grant beyond the granter's own reach.
    pub fn check(&self, granter: &Scope) -> Result<(), Problem> {
        if self.role == Role::Coordinator && self.organisation.is_none() {
            return Err(Problem::invalid(vec![Fault::new("organisation", "required")]));
        }
        if granter.holds(self.organisation) { Ok(()) } else { Err(Problem::forbidden()) }
    }
}

/// Where somebody starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// The next step of a trainee.
    Next,
    /// The day of a trainer.
    Today,
    /// The editions of an administrator or coordinator.
    Editions,
    /// Nothing is open for this person yet.
    Nothing,
}

/// Where the roles of a person lead first. Learning comes first: it is what waits for the person alone.
pub fn home(roles: &Roles) -> Home {
    if !roles.trainee_of.is_empty() {
        Home::Next
    } else if roles.staff_trainer || !roles.trainer_of.is_empty() {
        Home::Today
    } else if roles.site_administrator
        || !roles.administrator_of.is_empty()
        || !roles.coordinator_of.is_empty()
    {
        Home::Editions
    } else {
        Home::Nothing
    }
}

/// Lets an administrator act on an account that is not their own: nobody locks themselves out.
///
/// # Errors
/// `Forbidden` for the own account.
pub fn not_oneself(actor: Option<PersonId>, person: PersonId) -> Result<(), Problem> {
    if actor == Some(person) { Err(Problem::forbidden()) } else { Ok(()) }
}

impl Purpose {
    /// How long a link of this purpose holds, in minutes: two weeks, or two hours.
    pub fn minutes(self) -> i64 {
        match self {
            Purpose::Invitation => 14 * 24 * 60,
            Purpose::PasswordReset => 2 * 60,
        }
    }

    /// When a link written now ends.
    pub fn ends_at(self, now: Moment) -> Moment {
        now.plus_minutes(self.minutes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::EditionId;

    fn person(surname: &str, email: &str) -> NewPerson {
        NewPerson {
            email: email.into(),
            name: PersonName::new(surname, "Анна", None),
            language: Language::Ru,
            zone: ZoneName::MOSCOW,
            organisation: None,
            position: None,
        }
    }

    #[test]
    fn every_fault_of_a_new_person_is_named() {
        assert_eq!(person("Ли", "a@b.example").faults(), vec![]);
        let codes = |person: NewPerson| -> Vec<String> {
            person.faults().into_iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect()
        };
        assert_eq!(codes(person("", "b.example")), ["surname required", "email email-malformed"]);
        assert_eq!(codes(person(&"я".repeat(101), "")), ["surname too-long", "email required"]);
    }

    #[test]
    fn a_search_typed_on_a_russian_keyboard_finds_kazakh_names() {
        let text = search_text(&PersonName::new("Құрманғазы", "Әлия", None), "Aliya@Mail.example");
        for typed in ["курмангазы", "Құрманғазы", "алия  КУРМАН", "aliya@mail"]
        {
            assert!(search_words(typed).iter().all(|word| text.contains(word)), "{typed}");
        }
        assert!(!search_words("алина").iter().all(|word| text.contains(word)));
    }

    #[test]
    fn an_administrator_of_an_organisation_grants_only_there() {
        let (own, other) = (OrganisationId(1), OrganisationId(2));
        let scope = Scope::Of(vec![own]);
        let grant = |role, organisation| NewGrant { role, organisation };
        assert!(grant(Role::Coordinator, Some(own)).check(&scope).is_ok());
        assert!(grant(Role::Coordinator, Some(other)).check(&scope).is_err());
        assert!(grant(Role::Administrator, None).check(&scope).is_err());
        assert!(grant(Role::Administrator, None).check(&Scope::All).is_ok());
        assert!(grant(Role::Coordinator, None).check(&Scope::All).is_err());
    }

    #[test]
    fn everybody_starts_where_something_waits_for_them() {
        let nobody = Roles::default();
        let trainee = Roles { trainee_of: vec![EditionId(1)], site_administrator: true, ..Roles::default() };
        let trainer = Roles { staff_trainer: true, site_administrator: true, ..Roles::default() };
        let coordinator = Roles { coordinator_of: vec![OrganisationId(1)], ..Roles::default() };
        assert_eq!(
            [&nobody, &trainee, &trainer, &coordinator].map(home),
            [Home::Nothing, Home::Next, Home::Today, Home::Editions]
        );
    }
}
