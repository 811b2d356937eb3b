//! The routes of everything about quizzes: taking them, marking them, their statistics, and running one live.

use crate::web::paths;
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of the rooms of quizzes.
pub(super) fn table(table: &mut Table) {
    attempts(table);
    quiz_marking(table);
    quiz_statistics(table);
    live_quizzes(table);
}

/// Quizzes and their attempts.
fn attempts(table: &mut Table) {
    use crate::quizzes::{api, pages};
    table
        .route("/learn/{enrolment}/quizzes/{activity}", get().to(pages::quiz::show))
        .route("/learn/{enrolment}/quizzes/{activity}/attempts", post().to(pages::attempts::create))
        .route("/attempts/{attempt}", get().to(pages::attempts::show))
        .route("/attempts/{attempt}/questions/{question}", get().to(pages::attempts::question))
        .route("/attempts/{attempt}/questions/{question}/flag", post().to(pages::flags::create))
        .route("/attempts/{attempt}/answers", post().to(pages::answers::create))
        .route("/attempts/{attempt}/submission", get().to(pages::submissions::show))
        .route("/attempts/{attempt}/submission", post().to(pages::submissions::create))
        .route("/attempts/{attempt}/holder", post().to(pages::holders::create))
        .route("/editions/{edition}/quiz-setups", get().to(pages::setups::index))
        .route("/editions/{edition}/quizzes/{activity}/setup", get().to(pages::setups::show))
        .route("/editions/{edition}/quizzes/{activity}/setup", post().to(pages::setups::create))
        .route("/editions/{edition}/quizzes/{activity}/exceptions", get().to(pages::exceptions::index))
        .route("/editions/{edition}/quizzes/{activity}/exceptions", post().to(pages::exceptions::create))
        .route(
            "/editions/{edition}/quizzes/{activity}/exceptions/{exception}/revocation",
            post().to(pages::exceptions::revoke),
        )
        .route("/api/v1/editions/{edition}/quizzes/{activity}/setup", get().to(api::setups::show))
        .route("/api/v1/editions/{edition}/quizzes/{activity}/setup", put().to(api::setups::update))
        .route("/api/v1/editions/{edition}/quizzes/{activity}/exceptions", get().to(api::setups::exceptions))
        .route("/api/v1/editions/{edition}/quizzes/{activity}/exceptions", post().to(api::setups::except))
        .route(
            "/api/v1/editions/{edition}/quizzes/{activity}/exceptions/{exception}",
            delete().to(api::setups::take_back),
        )
        .route("/api/v1/attempts/{attempt}/holder", put().to(api::hold))
        .route("/api/v1/learn/{enrolment}/quizzes/{activity}", get().to(api::show_quiz))
        .route("/api/v1/learn/{enrolment}/quizzes/{activity}/attempts", post().to(api::create_attempt))
        .route("/api/v1/attempts/{attempt}", get().to(api::show_attempt))
        .route("/api/v1/attempts/{attempt}/answers", post().to(api::create_answer))
        .route("/api/v1/attempts/{attempt}/questions/{question}/flag", put().to(api::flags::put))
        .route("/api/v1/attempts/{attempt}/questions/{question}/flag", delete().to(api::flags::remove))
        .route("/api/v1/attempts/{attempt}/submission", post().to(api::create_submission));
}

/// Marking by people, appeals, and marking again.
fn quiz_marking(table: &mut Table) {
    use crate::phrases::pages as phrases;
    use crate::quiz_marking::pages::{self, appeals, desk, overrides, regrades};
    table
        .route(paths::MARKING, get().to(pages::index))
        .route(paths::MARKING_PHRASES, get().to(phrases::index))
        .route(paths::MARKING_PHRASES, post().to(phrases::create))
        .route("/marking/phrases/{phrase}/removal", post().to(phrases::destroy))
        .route("/editions/{edition}/quizzes/{activity}/questions/{question}/answers", get().to(desk::index))
        .route(
            "/editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}",
            get().to(desk::show),
        )
        .route(
            "/editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}/mark",
            post().to(desk::create),
        )
        .route("/editions/{edition}/quizzes/{activity}/blind-marking", post().to(desk::set_blind))
        .route("/editions/{edition}/quizzes/{activity}/regrades/new", get().to(regrades::new))
        .route("/editions/{edition}/quizzes/{activity}/regrades", post().to(regrades::create))
        .route("/regrades/{regrade}", get().to(regrades::show))
        .route("/attempts/{attempt}/questions/{question}/override", get().to(overrides::new))
        .route("/attempts/{attempt}/questions/{question}/override", post().to(overrides::create))
        .route("/attempts/{attempt}/questions/{question}/appeal", get().to(appeals::new))
        .route("/attempts/{attempt}/questions/{question}/appeal", post().to(appeals::create))
        .route("/appeals/{appeal}", get().to(appeals::show))
        .route("/appeals/{appeal}/decision", post().to(appeals::decide));
    marking_api(table);
}

/// The same for programs.
fn marking_api(table: &mut Table) {
    use crate::phrases::api as phrases;
    use crate::quiz_marking::api::{answers, appeals, regrades};
    table
        .route("/api/v1/marking", get().to(answers::index))
        .route("/api/v1/marking/phrases", get().to(phrases::phrases))
        .route("/api/v1/marking/phrases", post().to(phrases::add_phrase))
        .route("/api/v1/marking/phrases/{phrase}", delete().to(phrases::remove_phrase))
        .route(
            "/api/v1/editions/{edition}/quizzes/{activity}/questions/{question}/answers",
            get().to(answers::next),
        )
        .route(
            "/api/v1/editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}",
            get().to(answers::show),
        )
        .route(
            "/api/v1/editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}/mark",
            post().to(answers::mark),
        )
        .route("/api/v1/editions/{edition}/quizzes/{activity}/blind-marking", put().to(answers::set_blind))
        .route("/api/v1/editions/{edition}/quizzes/{activity}/regrade-preview", get().to(regrades::preview))
        .route("/api/v1/editions/{edition}/quizzes/{activity}/regrades", post().to(regrades::create))
        .route("/api/v1/regrades/{regrade}", get().to(regrades::show))
        .route("/api/v1/attempts/{attempt}/questions/{question}/override", post().to(answers::override_mark))
        .route("/api/v1/attempts/{attempt}/questions/{question}/appeal", post().to(appeals::create))
        .route("/api/v1/appeals/{appeal}", get().to(appeals::show))
        .route("/api/v1/appeals/{appeal}/decision", post().to(appeals::decide));
}

/// What quizzes tell about themselves.
fn quiz_statistics(table: &mut Table) {
    use crate::quiz_statistics::{api, pages};
    table
        .route("/editions/{edition}/quizzes", get().to(pages::index))
        .route("/editions/{edition}/quizzes/{activity}/results", get().to(pages::results))
        .route("/editions/{edition}/quizzes/{activity}/statistics", get().to(pages::statistics))
        .route("/editions/{edition}/quizzes/{activity}/statistics/{format}", get().to(pages::table))
        .route("/api/v1/editions/{edition}/quizzes/{activity}/results", get().to(api::results))
        .route("/api/v1/editions/{edition}/quizzes/{activity}/statistics", get().to(api::statistics));
}

/// Quizzes that a trainer runs in the room.
fn live_quizzes(table: &mut Table) {
    use crate::live_quizzes::{api, pages};
    use pages::{events, joining, playing, running, stage};
    table
        .route("/editions/{edition}/live-quizzes", get().to(running::index))
        .route("/editions/{edition}/live-quizzes", post().to(running::create))
        .route("/editions/{edition}/live-quizzes/new", get().to(running::new))
        .route("/live-quizzes/{live_quiz}", get().to(stage::show))
        .route("/live-quizzes/{live_quiz}/screen", get().to(stage::screen))
        .route("/live-quizzes/{live_quiz}/events", get().to(events::stage))
        .route("/live-quizzes/{live_quiz}/steps", post().to(stage::create_step))
        .route("/live-quizzes/{live_quiz}/credit", post().to(stage::create_credit))
        .route("/live-quizzes/{live_quiz}/debriefing", get().to(stage::debriefing))
        .route(paths::JOIN, get().to(joining::new))
        .route(paths::JOIN, post().to(joining::create))
        .route("/live/{code}", get().to(playing::show))
        .route("/live/{code}/events", get().to(events::phone))
        .route("/live/{code}/images/{name:.*}", get().to(playing::image))
        .route("/live/{code}/answers", post().to(playing::create));
    table
        .route("/api/v1/editions/{edition}/live-quizzes", get().to(api::index))
        .route("/api/v1/editions/{edition}/live-quizzes", post().to(api::create))
        .route("/api/v1/live-quizzes/{live_quiz}", get().to(api::show))
        .route("/api/v1/live-quizzes/{live_quiz}/steps", post().to(api::create_step))
        .route("/api/v1/live-quizzes/{live_quiz}/credit", post().to(api::create_credit))
        .route("/api/v1/live-quizzes/{live_quiz}/debriefing", get().to(api::debriefing::show))
        .route("/api/v1/live/{code}", get().to(api::playing::show))
        .route("/api/v1/live/{code}/players", post().to(api::playing::create_player))
        .route("/api/v1/live/{code}/answers", post().to(api::playing::create_answer))
        .route("/api/v1/live/{code}/events", get().to(api::events::index))
        .route("/api/v1/live/{code}/images/{name:.*}", get().to(api::playing::show_image));
}
