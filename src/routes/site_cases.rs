//! The routes of cases that trainees bring from their institutions.

use crate::site_cases::pages::{cases, copies, drafts, own, queue};
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of site cases.
pub(super) fn table(table: &mut Table) {
    table
        .route("/site-cases", get().to(queue::index))
        .route("/learn/{enrolment}/site-cases", get().to(own::index))
        .route("/learn/{enrolment}/site-cases", post().to(own::create))
        .route("/learn/{enrolment}/shared-site-cases/{site_case}", get().to(own::shared))
        .route("/site-cases/{site_case}", get().to(cases::show))
        .route("/site-cases/{site_case}/edit", get().to(drafts::edit))
        .route("/site-cases/{site_case}/draft", post().to(drafts::update))
        .route("/site-cases/{site_case}/texts", post().to(drafts::raise))
        .route("/site-cases/{site_case}/removal", post().to(drafts::destroy))
        .route("/site-cases/{site_case}/messages", post().to(cases::say))
        .route("/site-cases/{site_case}/taking", post().to(cases::take))
        .route("/site-cases/{site_case}/closure", post().to(cases::close))
        .route("/site-cases/{site_case}/reopening", post().to(cases::reopen))
        .route("/site-cases/{site_case}/hiding", post().to(cases::hide))
        .route("/site-case-entries/{entry}/hiding", post().to(cases::hide_entry))
        .route("/site-cases/{site_case}/hidden", post().to(cases::look))
        .route("/site-cases/{site_case}/consent", post().to(cases::answer))
        .route("/site-cases/{site_case}/copy", get().to(copies::edit))
        .route("/site-cases/{site_case}/copy", post().to(copies::update))
        .route("/site-cases/{site_case}/consent-request", post().to(copies::ask))
        .route("/site-cases/{site_case}/opening", post().to(copies::open))
        .route("/site-cases/{site_case}/opening/removal", post().to(copies::shut))
        .route("/site-cases/{site_case}/course-case/{language}", get().to(copies::course_case))
        .route("/site-cases/{site_case}/course-cases/{slug}/{language}", get().to(copies::place))
        .route("/site-cases/{site_case}/course-cases/{slug}/{language}", post().to(copies::begin));
    api(table);
}

/// The same for programs.
fn api(table: &mut Table) {
    use crate::site_cases::api::{cases, copies, own, queue};
    table
        .route("/api/v1/site-cases", get().to(queue::index))
        .route("/api/v1/learn/{enrolment}/site-cases", get().to(own::index))
        .route("/api/v1/learn/{enrolment}/site-cases", post().to(own::create))
        .route("/api/v1/learn/{enrolment}/shared-site-cases/{site_case}", get().to(own::shared))
        .route("/api/v1/site-cases/{site_case}", get().to(cases::show))
        .route("/api/v1/site-cases/{site_case}", delete().to(own::destroy))
        .route("/api/v1/site-cases/{site_case}/draft", get().to(own::draft))
        .route("/api/v1/site-cases/{site_case}/draft", put().to(own::update))
        .route("/api/v1/site-cases/{site_case}/texts", post().to(own::raise))
        .route("/api/v1/site-cases/{site_case}/messages", post().to(cases::say))
        .route("/api/v1/site-cases/{site_case}/taking", post().to(cases::take))
        .route("/api/v1/site-cases/{site_case}/closure", post().to(cases::close))
        .route("/api/v1/site-cases/{site_case}/reopening", post().to(cases::reopen))
        .route("/api/v1/site-cases/{site_case}/hiding", post().to(cases::hide))
        .route("/api/v1/site-case-entries/{entry}/hiding", post().to(cases::hide_entry))
        .route("/api/v1/site-cases/{site_case}/hidden", post().to(cases::look))
        .route("/api/v1/site-cases/{site_case}/consent", put().to(cases::answer))
        .route("/api/v1/site-cases/{site_case}/copy", get().to(copies::show))
        .route("/api/v1/site-cases/{site_case}/copy", put().to(copies::update))
        .route("/api/v1/site-cases/{site_case}/consent-request", post().to(copies::ask))
        .route("/api/v1/site-cases/{site_case}/opening", put().to(copies::open))
        .route("/api/v1/site-cases/{site_case}/opening", delete().to(copies::shut))
        .route("/api/v1/site-cases/{site_case}/course-cases", post().to(copies::begin))
        .route("/api/v1/site-cases/{site_case}/course-case/{language}", get().to(copies::course_case));
}
