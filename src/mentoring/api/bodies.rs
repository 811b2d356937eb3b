//! What programs send about mentors.

use serde::Deserialize;
use utoipa::ToSchema;

/// What is to be asked for; what is left out is the usual.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorSettingIn {
    /// Academic hours of training before the match, 6 by default, 2 at the least.
    pub training_hours: Option<i32>,
    /// How many of them in person, 2 at the least.
    pub in_person_hours: Option<i32>,
    /// Contacts in the first month.
    pub first_contacts: Option<i32>,
    /// Months between the contacts after it.
    pub contact_months: Option<i32>,
    /// Whether people may apply by themselves.
    pub takes_applications: bool,
    /// `medical`, `home_inspection`, `references`, `legal_capacity`; the certificate of no criminal record is always asked for.
    pub checks: Vec<String>,
    /// The programmes whose hours count.
    pub programme_ids: Vec<i64>,
}

/// An application on paper.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorIn {
    /// The address of the person.
    pub email: String,
    /// What they wrote.
    pub application: String,
}

/// An application of one's own.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorApplicationIn {
    /// To whom.
    pub organisation_id: i64,
    /// Why.
    pub application: String,
}

/// A paper that was seen.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorCheckIn {
    /// `criminal_record`, `medical`, `home_inspection`, `references` or `legal_capacity`.
    pub kind: String,
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated: String,
    /// The last day on which it holds.
    pub valid_until: String,
}

/// A step: `documents_checked`, `trained`, `admitted` or `refused`, which needs a reason.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorStepIn {
    /// Which.
    pub step: String,
    /// Why somebody is refused; they read it.
    pub reason: String,
}

/// A conversation.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorInterviewIn {
    /// On which day.
    pub held_on: String,
    /// Face to face.
    pub in_person: bool,
    /// Whether whoever held it speaks for an admission.
    pub recommended: bool,
    /// For those who decide.
    pub notes: String,
}

/// A pair.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorPairIn {
    /// A code or initials, no name.
    pub mentee_code: String,
    /// The year of birth.
    pub mentee_born_in: i32,
    /// The first day.
    pub starts_on: String,
    /// The last day as planned.
    pub planned_end: String,
    /// `guardian` or `institution`.
    pub consent_by: String,
    /// The paper with the consent.
    pub consent_paper: String,
    /// Its date.
    pub consent_on: String,
}

/// A contact.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorContactIn {
    /// On which day.
    pub held_on: String,
    /// `meeting`, `visit`, `call`, `video` or `message`.
    pub way: String,
    /// What was said.
    pub note: String,
}

/// A later end of a pair.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorExtensionIn {
    /// The last day as planned from now on.
    pub planned_end: String,
    /// Why.
    pub reason: String,
}

/// A closure.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorClosureIn {
    /// The last day.
    pub closed_on: String,
    /// `term`, `mentor`, `mentee`, `moved`, `no_bond`, `safety` or `other`.
    pub reason: String,
    /// What was said at the end.
    pub exit_interview: String,
}

/// Giving one's own candidacy up.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MentorWithdrawalIn {
    /// Why; may stay empty.
    pub reason: String,
}
