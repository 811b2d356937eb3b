//! Addresses of cases that trainees bring from their institutions.

use super::asking;
use crate::kernel::{EditionId, EnrolmentId, SiteCaseEntryId, SiteCaseId};

/// The queue of cases.
pub const SITE_CASES: &str = "/site-cases";

/// The queue of cases, narrowed: its fields with their values.
pub fn site_cases(fields: &[(&str, &str)]) -> String {
    asking(SITE_CASES, fields)
}

/// The cases of an edition.
pub fn edition_site_cases(edition: EditionId) -> String {
    site_cases(&[("edition", &edition.to_string())])
}

with_ids! {
    /// A trainee's own cases, and those that the edition reads; POST begins one.
    own_site_cases(enrolment: EnrolmentId) = "/learn/{enrolment}/site-cases";
    /// What the edition reads of a case.
    shared_site_case(enrolment: EnrolmentId, case: SiteCaseId) = "/learn/{enrolment}/shared-site-cases/{case}";
    /// A case with what was said about it.
    site_case(case: SiteCaseId) = "/site-cases/{case}";
    /// Writing it.
    edit_site_case(case: SiteCaseId) = "/site-cases/{case}/edit";
    /// Keeping what is written (POST).
    site_case_draft(case: SiteCaseId) = "/site-cases/{case}/draft";
    /// Raising it (POST).
    site_case_texts(case: SiteCaseId) = "/site-cases/{case}/texts";
    /// Throwing its draft away (POST).
    site_case_removal(case: SiteCaseId) = "/site-cases/{case}/removal";
    /// Writing a message (POST).
    site_case_messages(case: SiteCaseId) = "/site-cases/{case}/messages";
    /// Taking it on (POST).
    site_case_taking(case: SiteCaseId) = "/site-cases/{case}/taking";
    /// Closing it (POST).
    site_case_closure(case: SiteCaseId) = "/site-cases/{case}/closure";
    /// Opening it again (POST).
    site_case_reopening(case: SiteCaseId) = "/site-cases/{case}/reopening";
    /// Hiding its text (POST).
    site_case_hiding(case: SiteCaseId) = "/site-cases/{case}/hiding";
    /// Hiding something that was said about it (POST).
    site_case_entry_hiding(entry: SiteCaseEntryId) = "/site-case-entries/{entry}/hiding";
    /// Looking at what was hidden (POST).
    site_case_hidden(case: SiteCaseId) = "/site-cases/{case}/hidden";
    /// What others may read of it; POST writes that.
    site_case_copy(case: SiteCaseId) = "/site-cases/{case}/copy";
    /// Asking its author (POST).
    site_case_question(case: SiteCaseId) = "/site-cases/{case}/consent-request";
    /// What its author says (POST).
    site_case_consent(case: SiteCaseId) = "/site-cases/{case}/consent";
    /// Letting the edition read it (POST).
    site_case_opening(case: SiteCaseId) = "/site-cases/{case}/opening";
    /// Letting the edition read it no more (POST).
    site_case_shutting(case: SiteCaseId) = "/site-cases/{case}/opening/removal";
    /// Giving the same text a place in a programme (POST begins a working copy), with headings in a language.
    site_case_course(case: SiteCaseId, slug: &str, language: &str) = "/site-cases/{case}/course-cases/{slug}/{language}";
    /// The same text as the file of a course case, in a language.
    site_case_file(case: SiteCaseId, language: &str) = "/site-cases/{case}/course-case/{language}";
}
