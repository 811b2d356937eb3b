//! Pages before sign-in.

use super::super::Purpose;
use super::super::store::PersonRow;
use super::wrong;
use crate::kernel::{Fault, Problem};
use crate::web::{Field, Form, Title, View, paths};
use serde::Serialize;

/// Sign-in.
#[derive(Debug, Serialize)]
pub struct SignIn {
    email: Field,
    secret: Field,
    refused: bool,
    back: String,
    action_url: &'static str,
    forgotten_url: &'static str,
}

impl SignIn {
    /// The empty form, which leads back to a page.
    pub fn new(back: &str) -> SignIn {
        SignIn {
            email: Field::empty("email"),
            secret: Field::empty("password"),
            refused: false,
            back: back.to_owned(),
            action_url: paths::SIGN_IN,
            forgotten_url: paths::PASSWORD_RESET,
        }
    }

    /// The form after a refusal, with the address as it was typed.
    pub fn refused(form: &Form) -> SignIn {
        let email = Field::filled("email", form.raw("email"));
        SignIn { email, refused: true, ..SignIn::new(form.raw("back")) }
    }
}

impl View for SignIn {
    const TEMPLATE: &'static str = "pages/people/sign_in";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("people-sign-in-title")
    }

    fn samples() -> Vec<SignIn> {
        let typed = Form::of(&[("email", "dinara@birge.example"), ("back", "/next")]);
        vec![SignIn::new(""), SignIn::refused(&typed)]
    }
}

/// Asking for a link to set a new password.
#[derive(Debug, Serialize)]
pub struct AskReset {
    email: Field,
    wrong: Vec<Field>,
    action_url: &'static str,
    sign_in_url: &'static str,
}

impl AskReset {
    /// The empty form.
    pub fn empty() -> AskReset {
        AskReset::of(Field::empty("email"))
    }

    /// The form as it was typed.
    pub fn again(form: &Form, problem: &Problem) -> AskReset {
        AskReset::of(Field::typed("email", form, problem))
    }

    fn of(email: Field) -> AskReset {
        let wrong = wrong(&[&email]);
        AskReset { email, wrong, action_url: paths::PASSWORD_RESET, sign_in_url: paths::SIGN_IN }
    }
}

impl View for AskReset {
    const TEMPLATE: &'static str = "pages/people/ask_reset";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key("people-reset-title")
    }

    fn samples() -> Vec<AskReset> {
        let problem = Problem::invalid(vec![Fault::new("email", "email-malformed")]);
        vec![AskReset::empty(), AskReset::again(&Form::of(&[("email", "dinara@")]), &problem)]
    }
}

/// Setting a password behind a one-time link.
#[derive(Debug, Serialize)]
pub struct SetPassword {
    invited: bool,
    address: String,
    email: String,
    secret: Field,
    wrong: Vec<Field>,
    action_url: String,
}

impl SetPassword {
    /// The form for the person a link belongs to, with the fault of what was typed before.
    pub fn new(person: &PersonRow, purpose: Purpose, token: &str, fault: Option<Fault>) -> SetPassword {
        let secret = Field { faults: fault.into_iter().collect(), ..Field::empty("password") };
        SetPassword {
            invited: purpose == Purpose::Invitation,
            address: person.name().address(),
            email: person.email.clone(),
            wrong: wrong(&[&secret]),
            secret,
            action_url: paths::link(token),
        }
    }
}

impl View for SetPassword {
    const TEMPLATE: &'static str = "pages/people/set_password";
    const LAYOUT: &'static str = "layouts/plain";

    fn title(&self) -> Title {
        Title::key(if self.invited { "people-invited-title" } else { "people-new-password-title" })
    }

    fn samples() -> Vec<SetPassword> {
        let sample = |invited, faults: Vec<Fault>| {
            let secret = Field { faults, ..Field::empty("password") };
            SetPassword {
                invited,
                address: "Динара Серікқызы".into(),
                email: "dinara@birge.example".into(),
                wrong: wrong(&[&secret]),
                secret,
                action_url: paths::link("abc"),
            }
        };
        let short = Fault::new("password", "password-too-short").with("limit", 10);
        let like = Fault::new("password", "password-like-email");
        vec![sample(true, vec![]), sample(true, vec![short]), sample(false, vec![like])]
    }
}
