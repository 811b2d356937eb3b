//! The description of the API, put together from those of the rooms.

use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;

/// The description of the JSON API, gathered from the rooms.
pub fn api_docs() -> OpenApi {
    let mut whole = ApiDoc::openapi();
    for room in learning().into_iter().chain(papers()).chain(meeting()) {
        whole.merge(room);
    }
    whole
}

/// What people learn and hand in, and who they are.
fn learning() -> Vec<OpenApi> {
    vec![
        crate::people::api::Doc::openapi(),
        crate::people::api::accounts::Doc::openapi(),
        crate::people::api::own::Doc::openapi(),
        crate::questions::api::Doc::openapi(),
        crate::questions::api::categories::Doc::openapi(),
        crate::questions::api::exchange::Doc::openapi(),
        crate::programmes::api::Doc::openapi(),
        crate::formats::api::Doc::openapi(),
        crate::progress::api::course::Doc::openapi(),
        crate::progress::api::declarations::Doc::openapi(),
        crate::progress::api::hours::Doc::openapi(),
        crate::lessons::api::Doc::openapi(),
        crate::quizzes::api::Doc::openapi(),
        crate::quizzes::api::flags::Doc::openapi(),
        crate::quizzes::api::setups::Doc::openapi(),
        crate::quiz_marking::api::Doc::openapi(),
        crate::phrases::api::Doc::openapi(),
        crate::paper_templates::api::Doc::openapi(),
        crate::quiz_statistics::api::Doc::openapi(),
        crate::cases::api::Doc::openapi(),
        crate::grading::api::Doc::openapi(),
        crate::staged_cases::api::Doc::openapi(),
        crate::teams::api::Doc::openapi(),
        crate::peer_reviews::api::Doc::openapi(),
        crate::case_library::api::Doc::openapi(),
        crate::case_authoring::api::Doc::openapi(),
        crate::site_cases::api::Doc::openapi(),
        crate::live_quizzes::api::Doc::openapi(),
        crate::editions::api::enrolments::Doc::openapi(),
        crate::editions::api::imports::Doc::openapi(),
        crate::progress::api::edition::Doc::openapi(),
        crate::organisations::api::Doc::openapi(),
        crate::countries::api::Doc::openapi(),
        crate::countries::api::licences::Doc::openapi(),
        crate::registers::api::years::Doc::openapi(),
        crate::identities::api::Doc::openapi(),
        crate::identities::api::consents::Doc::openapi(),
        crate::outside_proofs::api::Doc::openapi(),
        crate::editions::api::Doc::openapi(),
        crate::today::api::Doc::openapi(),
        crate::mail::api::Doc::openapi(),
        crate::mail::api::messages::Doc::openapi(),
        crate::mail::api::wishes::Doc::openapi(),
    ]
}

/// Where people meet, and what is written down about it.
fn meeting() -> Vec<OpenApi> {
    vec![
        crate::holidays::api::Doc::openapi(),
        crate::attendance::api::Doc::openapi(),
        crate::timetables::api::Doc::openapi(),
        crate::check_in::api::Doc::openapi(),
        crate::agendas::api::Doc::openapi(),
        crate::sign_ups::api::Doc::openapi(),
        crate::appointments::api::Doc::openapi(),
        crate::absences::api::Doc::openapi(),
        crate::continuing_training::api::Doc::openapi(),
        crate::mentoring::api::Doc::openapi(),
        crate::reminders::api::Doc::openapi(),
        crate::attendance_papers::api::Doc::openapi(),
        crate::calendars::api::Doc::openapi(),
        crate::roll_calls::api::Doc::openapi(),
        crate::make_ups::api::Doc::openapi(),
        crate::webinars::api::Doc::openapi(),
    ]
}

/// What people are given for it.
fn papers() -> Vec<OpenApi> {
    vec![
        crate::documents::api::Doc::openapi(),
        crate::documents::api::register::Doc::openapi(),
        crate::registers::api::Doc::openapi(),
        crate::registers::api::blanks::Doc::openapi(),
        crate::signatures::api::Doc::openapi(),
        crate::documents::api::credential::Doc::openapi(),
        crate::credentials::api::Doc::openapi(),
        crate::orders::api::Doc::openapi(),
        crate::orders::api::settings::Doc::openapi(),
        crate::federal_register::api::Doc::openapi(),
        crate::federal_register::api::exports::Doc::openapi(),
        crate::federal_register::api::settings::Doc::openapi(),
        crate::federal_register::api::templates::Doc::openapi(),
        crate::letters::api::Doc::openapi(),
        crate::levels::api::Doc::openapi(),
        crate::letters::api::service::Doc::openapi(),
        crate::document_batches::api::Doc::openapi(),
        crate::group_files::api::Doc::openapi(),
        crate::personal_records::api::Doc::openapi(),
    ]
}

/// What stands on top of the description.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(title = "Birge", description = "Learning management for volunteer and civil-servant training."),
    components(schemas(crate::api::ApiErrors)),
    security(("bearer" = [])),
    modifiers(&Bearer)
)]
struct ApiDoc;

struct Bearer;

impl utoipa::Modify for Bearer {
    fn modify(&self, openapi: &mut OpenApi) {
        use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        openapi
            .components
            .get_or_insert_default()
            .add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}
