//! The whole route table: the map of the product. One function a room; every page and every verb is here.

mod absences;
mod agendas;
mod appointments;
mod attendance;
mod attendance_papers;
mod calendars;
mod case_authoring;
mod case_library;
mod cases;
mod check_in;
mod continuing_training;
mod countries;
mod credentials;
mod docs;
mod document_batches;
mod federal_register;
mod grading;
mod group_files;
mod holidays;
mod identities;
mod letters;
mod levels;
mod make_ups;
mod mentoring;
mod messages;
mod orders;
mod outside_proofs;
mod paper_templates;
mod peer_reviews;
mod personal_records;
mod questions;
mod quizzes;
mod registers;
mod reminders;
mod roll_calls;
mod rubrics;
mod sign_ups;
mod signatures;
mod site_cases;
mod staged_cases;
mod teams;
mod timetables;
mod views;
mod webinars;

pub use docs::api_docs;

use crate::jobs::Runner;
use crate::web::table::Table;
use crate::web::{Kit, assets, health, paths, styleguide};
use crate::{lessons, mail, people, programmes, progress, today};
use actix_web::HttpResponse;
use actix_web::web::{Data, ServiceConfig, delete, get, post, put};

/// Every route.
pub fn table(cfg: &mut ServiceConfig) {
    countries::settings(cfg);
    let mut table = Table::default();
    shell(&mut table);
    programmes(&mut table);
    formats(&mut table);
    questions::table(&mut table);
    progress(&mut table);
    attendance::table(&mut table);
    check_in::table(&mut table);
    today(&mut table);
    quizzes::table(&mut table);
    lessons(&mut table);
    documents(&mut table);
    messages::table(&mut table);
    doors(&mut table);
    people(&mut table);
    organisations(&mut table);
    editions(&mut table);
    cases::table(&mut table);
    grading::table(&mut table);
    rubrics::table(&mut table);
    staged_cases::table(&mut table);
    teams::table(&mut table);
    peer_reviews::table(&mut table);
    case_library::table(&mut table);
    case_authoring::table(&mut table);
    site_cases::table(&mut table);
    holidays::table(&mut table);
    agendas::table(&mut table);
    sign_ups::table(&mut table);
    absences::table(&mut table);
    appointments::table(&mut table);
    roll_calls::table(&mut table);
    make_ups::table(&mut table);
    timetables::table(&mut table);
    webinars::table(&mut table);
    countries::table(&mut table);
    identities::table(&mut table);
    registers::table(&mut table);
    paper_templates::table(&mut table);
    orders::table(&mut table);
    credentials::table(&mut table);
    letters::table(&mut table);
    levels::table(&mut table);
    outside_proofs::table(&mut table);
    federal_register::table(&mut table);
    signatures::table(&mut table);
    document_batches::table(&mut table);
    group_files::table(&mut table);
    personal_records::table(&mut table);
    calendars::table(&mut table);
    continuing_training::table(&mut table);
    mentoring::table(&mut table);
    attendance_papers::table(&mut table);
    reminders::table(&mut table);
    table.register(cfg);
}

/// What stands around the rooms.
fn shell(table: &mut Table) {
    table
        .route("/assets/{version}/{name:.*}", get().to(assets::show))
        .route(paths::HEALTH_LIVE, get().to(health::live))
        .route(paths::HEALTH_READY, get().to(health::ready))
        .route(paths::STYLEGUIDE, get().to(styleguide::show))
        .route("/api/v1/openapi.json", get().to(openapi));
}

/// What is taught.
fn programmes(table: &mut Table) {
    use programmes::{api, pages};
    table
        .route(paths::PROGRAMMES, get().to(pages::index))
        .route(paths::PROGRAMME_IMPORTS, get().to(pages::folders))
        .route(paths::PROGRAMME_IMPORTS, post().to(pages::import))
        .route("/programmes/{slug}", get().to(pages::show))
        .route("/api/v1/programmes", get().to(api::index))
        .route("/api/v1/programmes/imports", get().to(api::folders))
        .route("/api/v1/programmes/imports", post().to(api::import))
        .route("/api/v1/programmes/{slug}", get().to(api::show));
}

/// The formats of activities.
fn formats(table: &mut Table) {
    use crate::formats::{api, pages};
    table
        .route(paths::FORMATS, get().to(pages::index))
        .route(paths::FORMATS, post().to(pages::create))
        .route("/formats/{key}", get().to(pages::show))
        .route("/formats/{key}", post().to(pages::update))
        .route("/api/v1/formats", get().to(api::index))
        .route("/api/v1/formats/{key}", put().to(api::name));
}

/// How far a trainee has come.
fn progress(table: &mut Table) {
    use progress::api::declarations as api;
    use progress::pages::declarations;
    table
        .route("/learn/{enrolment}/declarations/{declaration}/answers", post().to(declarations::answer))
        .route("/learn/{enrolment}/extra-modules", get().to(declarations::index))
        .route("/learn/{enrolment}/extra-modules/{module}/decisions", post().to(declarations::decide))
        .route(paths::MY_HOURS, get().to(progress::pages::hours::hours))
        .route("/editions/{edition}/hours", get().to(progress::pages::hours::edition))
        .route("/learn/{enrolment}/hours", get().to(progress::pages::hours::person))
        .route("/learn/{enrolment}/hours/entries", get().to(progress::pages::hours::entries))
        .route("/api/v1/editions/{edition}/hours", get().to(progress::api::hours::edition))
        .route("/api/v1/learn/{enrolment}/hours", get().to(progress::api::hours::person))
        .route("/api/v1/learn/{enrolment}/hours/entries", get().to(progress::api::hours::entries))
        .route("/api/v1/learn", get().to(progress::api::course::index))
        .route("/api/v1/learn/{enrolment}", get().to(progress::api::course::show))
        .route("/api/v1/hours", get().to(progress::api::course::hours))
        .route("/api/v1/learn/{enrolment}/declarations", get().to(api::index))
        .route("/api/v1/learn/{enrolment}/declarations/{declaration}/answers", post().to(api::answer))
        .route("/api/v1/learn/{enrolment}/extra-modules/{module}/decisions", post().to(api::decide));
}

/// A trainer's day, and what a trainee does next.
fn today(table: &mut Table) {
    table
        .route(paths::TODAY, get().to(today::pages::show))
        .route("/learn/{enrolment}", get().to(today::pages::course::show))
        .route(paths::NEXT, get().to(today::pages::next::show))
        .route("/api/v1/today", get().to(today::api::show))
        .route("/api/v1/next", get().to(today::api::next::show));
}

/// Texts to read.
fn lessons(table: &mut Table) {
    use lessons::{api, pages};
    table
        .route("/learn/{enrolment}/lessons/{activity}", get().to(pages::show))
        .route("/learn/{enrolment}/lessons/{activity}/reading", post().to(pages::create_reading))
        .route("/learn/{enrolment}/lessons/{activity}/place", post().to(pages::keep_place))
        .route("/learn/{enrolment}/media/{path:.*}", get().to(pages::media))
        .route("/lessons/{activity}", get().to(pages::preview))
        .route("/lessons/{activity}/media/{path:.*}", get().to(pages::preview_media))
        .route("/api/v1/learn/{enrolment}/lessons/{activity}", get().to(api::show))
        .route("/api/v1/learn/{enrolment}/lessons/{activity}/reading", post().to(api::create_reading))
        .route("/api/v1/learn/{enrolment}/lessons/{activity}/place", post().to(api::keep_place))
        .route("/api/v1/learn/{enrolment}/media/{path:.*}", get().to(api::media));
}

/// What trainees carry away, and the verification anybody may ask for.
fn documents(table: &mut Table) {
    use crate::documents::{api, pages};
    table
        .route("/editions/{edition}/documents", get().to(pages::desk))
        .route("/editions/{edition}/documents", post().to(crate::document_batches::pages::create))
        .route("/editions/{edition}/documents/preview", get().to(pages::preview))
        .route("/editions/{edition}/documents/samples", get().to(pages::samples))
        .route(paths::MY_DOCUMENTS, get().to(pages::own))
        .route("/documents/{document}", get().to(pages::show))
        .route("/documents/{document}/pdf", get().to(pages::pdf))
        .route("/documents/{document}/revocation", post().to(pages::revoke))
        .route("/documents/{document}/print-choice", post().to(pages::choose_print))
        .route("/documents/{document}/replacements/new", get().to(pages::replacing::new))
        .route("/documents/{document}/replacements", post().to(pages::replacing::create))
        .route(paths::REGISTER, get().to(pages::register))
        .route("/register/{paper}", get().to(pages::book))
        .route("/documents/{document}/entry", get().to(pages::entry))
        .route("/documents/{document}/handovers", post().to(pages::hand_over))
        .route("/documents/{document}/losses", post().to(pages::lose))
        .route("/editions/{edition}/handovers", get().to(pages::group))
        .route("/editions/{edition}/handovers", post().to(pages::hand_over_group))
        .route(paths::VERIFY, get().to(pages::ask))
        .route(paths::VERIFY, post().to(pages::check))
        .route("/v/{public_id}", get().to(pages::verify))
        .route("/api/v1/editions/{edition}/documents", get().to(api::desk))
        .route("/api/v1/editions/{edition}/documents", post().to(api::create))
        .route("/api/v1/documents", get().to(api::register::index))
        .route("/api/v1/documents/{document}/entry", get().to(api::register::entry))
        .route("/api/v1/documents/{document}/losses", post().to(api::register::lose))
        .route("/api/v1/handovers", post().to(api::register::hand_over))
        .route("/api/v1/verification-checks", post().to(api::register::check))
        .route("/api/v1/editions/{edition}/documents/preview", get().to(api::preview))
        .route("/api/v1/documents/{document}", get().to(api::show))
        .route("/api/v1/documents/{document}/pdf", get().to(api::pdf))
        .route("/api/v1/documents/{document}/revocation", post().to(api::revoke))
        .route("/api/v1/documents/{document}/print-choice", post().to(api::choose_print))
        .route("/api/v1/documents/{document}/replacements", post().to(api::replace))
        .route("/api/v1/my/documents", get().to(api::own))
        .route("/api/v1/verifications/{public_id}", get().to(api::register::verify));
}

/// The ways in, and what a person sets for themselves.
fn doors(table: &mut Table) {
    use people::pages::{self, doors, own};
    table
        .route(paths::HOME, get().to(pages::home))
        .route("/language/{tag}", get().to(pages::language))
        .route(paths::SIGHT, post().to(pages::sight))
        .route(paths::SIGN_IN, get().to(doors::new))
        .route(paths::SIGN_IN, post().to(doors::create))
        .route(paths::SIGN_OUT, post().to(doors::destroy))
        .route(paths::PASSWORD_RESET, get().to(doors::ask_reset))
        .route(paths::PASSWORD_RESET, post().to(doors::request_reset))
        .route("/links/{token}", get().to(doors::edit_password))
        .route("/links/{token}", post().to(doors::update_password))
        .route(paths::PROFILE, get().to(own::profile))
        .route(paths::PROFILE, post().to(own::update_profile))
        .route(paths::PASSWORD, get().to(own::edit_password))
        .route(paths::PASSWORD, post().to(own::update_password))
        .route("/profile/sessions/{session}/revocation", post().to(own::revoke_session));
}

/// People, for administrators, and the API's tokens.
fn people(table: &mut Table) {
    use people::{api, pages::directory as pages};
    table
        .route(paths::PEOPLE, get().to(pages::index))
        .route(paths::PEOPLE, post().to(pages::create))
        .route(paths::NEW_PERSON, get().to(pages::new))
        .route("/people/{person}", get().to(pages::show))
        .route("/people/{person}", post().to(people::pages::corrections::update))
        .route("/people/{person}/edit", get().to(people::pages::corrections::edit))
        .route("/people/{person}/invitation", post().to(pages::invite))
        .route("/people/{person}/roles", post().to(pages::grant_role))
        .route("/people/{person}/roles/{grant}/revocation", post().to(pages::revoke_role))
        .route("/people/{person}/accommodations", post().to(pages::accommodate))
        .route("/people/{person}/deactivation", post().to(pages::deactivate))
        .route("/people/{person}/reactivation", post().to(pages::reactivate))
        .route("/api/v1/tokens", post().to(api::create_token))
        .route("/api/v1/tokens/current", delete().to(api::destroy_token))
        .route("/api/v1/me", get().to(api::me))
        .route("/api/v1/people", get().to(api::index))
        .route("/api/v1/people", post().to(api::create))
        .route("/api/v1/people/{person}", get().to(api::show))
        .route("/api/v1/people/{person}/accommodation", put().to(api::accounts::accommodate))
        .route("/api/v1/people/{person}/invitation", post().to(api::accounts::invite))
        .route("/api/v1/people/{person}/roles", post().to(api::accounts::grant_role))
        .route("/api/v1/people/{person}", put().to(api::accounts::update))
        .route("/api/v1/people/{person}/roles", get().to(api::accounts::roles))
        .route("/api/v1/people/{person}/roles/{grant}", delete().to(api::accounts::revoke_role))
        .route("/api/v1/people/{person}/deactivation", post().to(api::accounts::deactivate))
        .route("/api/v1/people/{person}/reactivation", post().to(api::accounts::reactivate))
        .route("/api/v1/me", put().to(api::own::update))
        .route("/api/v1/me/password", put().to(api::own::update_password))
        .route("/api/v1/me/sessions", get().to(api::own::sessions))
        .route("/api/v1/me/sessions/{session}", delete().to(api::own::destroy_session));
}

/// Organisations.
fn organisations(table: &mut Table) {
    use crate::organisations::{api, pages};
    table
        .route(paths::ORGANISATIONS, get().to(pages::index))
        .route(paths::ORGANISATIONS, post().to(pages::create))
        .route(paths::NEW_ORGANISATION, get().to(pages::new))
        .route("/organisations/{organisation}", get().to(pages::show))
        .route("/organisations/{organisation}", post().to(pages::update))
        .route("/api/v1/organisations", get().to(api::index))
        .route("/api/v1/organisations", post().to(api::create))
        .route("/api/v1/organisations/{organisation}", get().to(api::show))
        .route("/api/v1/organisations/{organisation}", put().to(api::update));
}

/// Editions and enrolment.
fn editions(table: &mut Table) {
    use crate::editions::{api, pages, pages::enrolments, pages::imports};
    table
        .route(paths::EDITIONS, get().to(pages::index))
        .route(paths::EDITIONS, post().to(pages::create))
        .route(paths::NEW_EDITION, get().to(pages::new))
        .route("/editions/{edition}", get().to(crate::progress::pages::edition::show))
        .route("/editions/{edition}", post().to(pages::update))
        .route("/editions/{edition}/edit", get().to(pages::edit))
        .route("/editions/{edition}/enrolments", get().to(enrolments::index))
        .route("/editions/{edition}/enrolments", post().to(enrolments::create))
        .route("/editions/{edition}/enrolments/new", get().to(enrolments::new))
        .route("/editions/{edition}/enrolments/{enrolment}/withdrawal", get().to(enrolments::edit_withdrawal))
        .route(
            "/editions/{edition}/enrolments/{enrolment}/withdrawal",
            post().to(enrolments::create_withdrawal),
        )
        .route("/editions/{edition}/enrolment-imports", post().to(imports::create))
        .route("/editions/{edition}/enrolment-imports/new", get().to(imports::new))
        .route("/editions/{edition}/enrolment-imports/template", get().to(imports::template))
        .route("/editions/{edition}/enrolment-imports/{import}", get().to(imports::show))
        .route("/editions/{edition}/enrolment-imports/{import}/confirmation", post().to(imports::confirm));
    table
        .route("/api/v1/editions", get().to(api::index))
        .route("/api/v1/editions", post().to(api::create))
        .route("/api/v1/editions/{edition}", get().to(api::show))
        .route("/api/v1/editions/{edition}", put().to(api::update))
        .route("/api/v1/editions/{edition}/enrolments", get().to(api::enrolments::index))
        .route("/api/v1/editions/{edition}/enrolments", post().to(api::enrolments::create))
        .route("/api/v1/editions/{edition}/enrolments/{enrolment}", delete().to(api::enrolments::destroy))
        .route("/api/v1/editions/{edition}/enrolment-imports", post().to(api::imports::create))
        .route("/api/v1/editions/{edition}/enrolment-imports/{import}", get().to(api::imports::show))
        .route(
            "/api/v1/editions/{edition}/enrolment-imports/{import}/confirmation",
            post().to(api::imports::confirm),
        )
        .route("/api/v1/editions/{edition}/progress", get().to(crate::progress::api::edition::show));
}

/// Every handler of background work, by kind.
pub fn jobs(runner: Runner, kit: Data<Kit>) -> Runner {
    let runner = crate::questions::jobs::register(runner, &kit.db);
    let runner = crate::quizzes::jobs::register(runner, &kit.db);
    let runner = crate::cases::jobs::register(runner, &kit.db);
    let runner = crate::quiz_marking::jobs::register(runner, &kit.db);
    let runner = crate::grading::jobs::register(runner, &kit.db);
    let runner = crate::attendance::jobs::register(runner, &kit.db);
    let runner = crate::staged_cases::jobs::register(runner, &kit.db);
    let runner = crate::peer_reviews::jobs::register(runner, &kit.db);
    let runner = crate::continuing_training::jobs::register(runner, &kit.db);
    let runner = crate::mentoring::jobs::register(runner, &kit.db);
    let runner = crate::reminders::jobs::register(runner, &kit.db);
    let runner = crate::webinars::jobs::register(runner, &kit.db, &kit.files);
    let runner = crate::federal_register::jobs::register(runner, &kit.db);
    let kit = kit.into_inner();
    let runner = crate::orders::jobs::register(runner, kit.clone());
    let runner = crate::documents::jobs::register(runner, kit.clone());
    let runner = crate::document_batches::jobs::register(runner, kit.clone());
    let runner = crate::group_files::jobs::register(runner, kit.clone());
    mail::jobs::register(runner, kit)
}

/// `GET /api/v1/openapi.json`.
async fn openapi() -> HttpResponse {
    HttpResponse::Ok().json(api_docs())
}
