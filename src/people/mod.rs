//! People: accounts, passwords, invitations, sessions, roles, and what a person sets for themselves.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;

pub use rules::passwords;

crate::db::text_enum! {
    /// A role that is granted by hand. Trainees and the trainers of an edition follow from the edition.
    Role {
        /// Administrator of the site, or of one organisation.
        Administrator = "administrator",
        /// Coordinator of one sending organisation.
        Coordinator = "coordinator",
        /// Staff that may be made trainer of an edition.
        Trainer = "trainer",
    }
}

crate::db::text_enum! {
    /// What a one-time link is for.
    Purpose {
        /// To set the first password.
        Invitation = "invitation",
        /// To set another one.
        PasswordReset = "password_reset",
    }
}
