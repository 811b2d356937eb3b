//! Who is acting, and which doors are open to them.

use super::{EditionId, Language, OrganisationId, PersonId, PersonName, Problem, ProblemCode, ZoneName};

/// What a person may do, and where. Five scoped roles; a stranger has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles {
    /// Administrator of the whole installation.
    pub site_administrator: bool,
    /// Administrator of these organisations.
    pub administrator_of: Vec<OrganisationId>,
    /// Coordinator of these sending organisations.
    pub coordinator_of: Vec<OrganisationId>,
    /// Belongs to the staff that may be made a trainer of an edition.
    pub staff_trainer: bool,
    /// Trainer of these editions.
    pub trainer_of: Vec<EditionId>,
    /// Trainee of these editions.
    pub trainee_of: Vec<EditionId>,
}

/// A signed-in person (or the program itself) with the roles that hold at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// `None` when the program itself acts: the command line or a background job.
    pub person: Option<PersonId>,
    /// The name as the pages show it.
    pub name: PersonName,
    /// The e-mail the person signs in with.
    pub email: String,
    /// The language of this person's pages and mail.
    pub language: Language,
    /// The zone this person lives in.
    pub zone: ZoneName,
    /// What the person may do.
    pub roles: Roles,
}

/// The first lock of a route: which kind of person may come in at all. Rooms check the object again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Whoever has an account.
    SignedIn,
    /// Trainees of at least one edition.
    Trainee,
    /// Trainers, and administrators who stand in for them.
    Trainer,
    /// Coordinators and administrators.
    Coordinator,
    /// Administrators of the site or an organisation.
    Administrator,
}

impl Actor {
    /// The program itself, which may do everything; its acts are audited without a person.
    pub fn program() -> Actor {
        Actor {
            person: None,
            name: PersonName::default(),
            email: String::new(),
            language: Language::Ru,
            zone: ZoneName::MOSCOW,
            roles: Roles { site_administrator: true, ..Roles::default() },
        }
    }

    /// Whether this actor may pass a gate.
    pub fn passes(&self, gate: Gate) -> bool {
        match gate {
            Gate::SignedIn => true,
            Gate::Trainee => !self.roles.trainee_of.is_empty(),
            Gate::Trainer => self.is_trainer() || self.is_administrator(),
            Gate::Coordinator => !self.roles.coordinator_of.is_empty() || self.is_administrator(),
            Gate::Administrator => self.is_administrator(),
        }
    }

    /// Administrator of anything.
    pub fn is_administrator(&self) -> bool {
        self.roles.site_administrator || !self.roles.administrator_of.is_empty()
    }

    /// Trainer of anything, or of the staff that may become one.
    pub fn is_trainer(&self) -> bool {
        self.roles.staff_trainer || !self.roles.trainer_of.is_empty()
    }

    /// The person, where only a person can act.
    ///
    /// # Errors
    /// [`ProblemCode::Forbidden`] when the program itself acts.
    pub fn person_id(&self) -> Result<PersonId, Problem> {
        self.person.ok_or_else(|| Problem::new(ProblemCode::Forbidden))
    }

    /// Lets an administrator of the organisation that runs something pass.
    ///
    /// # Errors
    /// [`ProblemCode::Forbidden`] for anybody else.
    pub fn require_administrator_of(&self, organisation: OrganisationId) -> Result<(), Problem> {
        let may = self.roles.site_administrator || self.roles.administrator_of.contains(&organisation);
        if may { Ok(()) } else { Err(Problem::new(ProblemCode::Forbidden)) }
    }

    /// Lets a site administrator pass.
    ///
    /// # Errors
    /// [`ProblemCode::Forbidden`] for anybody else.
    pub fn require_site_administrator(&self) -> Result<(), Problem> {
        if self.roles.site_administrator { Ok(()) } else { Err(Problem::new(ProblemCode::Forbidden)) }
    }

    /// Whether the actor teaches this edition, or administers the organisation that runs it.
    pub fn teaches(&self, edition: EditionId, organisation: OrganisationId) -> bool {
        self.roles.trainer_of.contains(&edition) || self.require_administrator_of(organisation).is_ok()
    }
}
