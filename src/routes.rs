//! The whole route table: the map of the product. One function a room; every page and every verb is here.

use crate::jobs::Runner;
use crate::web::{Kit, assets, health, paths};
use crate::{attendance, lessons, programmes, progress, today};
use actix_web::web::{Data, ServiceConfig, get, post, put};

/// Every route.
pub fn table(cfg: &mut ServiceConfig) {
    shell(cfg);
    programmes(cfg);
    progress(cfg);
    attendance(cfg);
    today(cfg);
    quizzes(cfg);
    lessons(cfg);
}

/// What stands around the rooms.
fn shell(cfg: &mut ServiceConfig) {
    cfg.route("/assets/{version}/{name:.*}", get().to(assets::show))
        .route(paths::HEALTH_LIVE, get().to(health::live))
        .route(paths::HEALTH_READY, get().to(health::ready));
}

/// What is taught.
fn programmes(cfg: &mut ServiceConfig) {
    use programmes::{api, pages};
    cfg.route(paths::PROGRAMMES, get().to(pages::index))
        .route(paths::PROGRAMME_IMPORTS, get().to(pages::folders))
        .route(paths::PROGRAMME_IMPORTS, post().to(pages::import))
        .route("/programmes/{slug}", get().to(pages::show))
        .route("/api/v1/programmes", get().to(api::index))
        .route("/api/v1/programmes/imports", post().to(api::import))
        .route("/api/v1/programmes/{slug}", get().to(api::show));
}

/// How far a trainee has come.
fn progress(cfg: &mut ServiceConfig) {
    cfg.route("/learn/{enrolment}", get().to(progress::pages::course::show))
        .route(paths::MY_HOURS, get().to(progress::pages::course::hours));
}

/// Sessions, roll calls and schedules.
fn attendance(cfg: &mut ServiceConfig) {
    use attendance::pages::{plans, roll_calls, schedules, sessions};
    cfg.route("/editions/{edition}/sessions", get().to(sessions::index))
        .route("/editions/{edition}/sessions", post().to(sessions::create))
        .route("/editions/{edition}/sessions/new", get().to(sessions::new))
        .route("/editions/{edition}/session-plans", post().to(plans::create))
        .route("/editions/{edition}/session-plans/new", get().to(plans::new))
        .route("/sessions/{session}", get().to(roll_calls::show))
        .route("/sessions/{session}/marks", post().to(roll_calls::create))
        .route("/sessions/{session}/edit", get().to(sessions::edit))
        .route("/sessions/{session}/edit", post().to(sessions::update))
        .route("/sessions/{session}/cancellation", post().to(sessions::cancel))
        .route(paths::SCHEDULE, get().to(schedules::index))
        .route("/learn/{enrolment}/meetings/{activity}", get().to(schedules::show));
    cfg.route("/api/v1/editions/{id}/sessions", get().to(attendance::api::index))
        .route("/api/v1/editions/{id}/sessions", post().to(attendance::api::create))
        .route("/api/v1/sessions/{id}", get().to(attendance::api::show))
        .route("/api/v1/sessions/{id}/marks", put().to(attendance::api::update_marks))
        .route("/api/v1/sessions/{id}/cancellation", post().to(attendance::api::cancel))
        .route("/api/v1/schedule", get().to(attendance::api::schedule));
}

/// A trainer's day.
fn today(cfg: &mut ServiceConfig) {
    cfg.route(paths::TODAY, get().to(today::pages::show));
}

/// Quizzes and their attempts.
fn quizzes(cfg: &mut ServiceConfig) {
    use crate::quizzes::{api, pages};
    cfg.route("/learn/{enrolment}/quizzes/{activity}", get().to(pages::quiz::show))
        .route("/learn/{enrolment}/quizzes/{activity}/attempts", post().to(pages::attempts::create))
        .route("/attempts/{attempt}", get().to(pages::attempts::show))
        .route("/attempts/{attempt}/answers", post().to(pages::answers::create))
        .route("/attempts/{attempt}/submission", get().to(pages::submissions::show))
        .route("/attempts/{attempt}/submission", post().to(pages::submissions::create))
        .route("/api/v1/learn/{enrolment}/quizzes/{activity}", get().to(api::show_quiz))
        .route("/api/v1/learn/{enrolment}/quizzes/{activity}/attempts", post().to(api::create_attempt))
        .route("/api/v1/attempts/{attempt}", get().to(api::show_attempt))
        .route("/api/v1/attempts/{attempt}/answers", post().to(api::create_answer))
        .route("/api/v1/attempts/{attempt}/submission", post().to(api::create_submission));
}

/// Texts to read.
fn lessons(cfg: &mut ServiceConfig) {
    use lessons::{api, pages};
    cfg.route("/learn/{enrolment}/lessons/{activity}", get().to(pages::show))
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

/// Every handler of background work, by kind.
pub fn jobs(runner: Runner, kit: Data<Kit>) -> Runner {
    crate::quizzes::jobs::register(runner, &kit.db)
}

/// Every view, for the test that renders each sample in each language.
#[macro_export]
macro_rules! every_view {
    ($then:ident) => {
        $then! {
            attendance::views::Sessions,
            attendance::views::SessionForm,
            attendance::views::PlanForm,
            attendance::views::Roll,
            attendance::views::Schedule,
            attendance::views::MeetingPage,
            today::views::TodayPage,
            quizzes::views::Before,
            quizzes::views::During,
            quizzes::views::Check,
            quizzes::views::After,
            programmes::views::Index,
            programmes::views::Folders,
            programmes::views::Programme,
            progress::views::course::Course,
            progress::views::hours::Hours,
            lessons::views::Lesson,
            lessons::views::Print,
            lessons::views::Closed,
        }
    };
}
