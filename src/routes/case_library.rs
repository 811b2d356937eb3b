//! The routes of what becomes of answers when a case is over.

use crate::case_library::pages::{boards, prepared, talks};
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of talks and examples.
pub(super) fn table(table: &mut Table) {
    table
        .route("/editions/{edition}/cases/{activity}/discussion", get().to(boards::show))
        .route("/editions/{edition}/cases/{activity}/discussion", post().to(boards::create))
        .route("/editions/{edition}/cases/{activity}/discussion/closing", post().to(boards::close))
        .route("/editions/{edition}/cases/{activity}/discussion/remarks", post().to(boards::say))
        .route("/discussion-remarks/{remark}/hiding", post().to(boards::hide))
        .route("/submissions/{submission}/shown-answer", get().to(prepared::show))
        .route("/submissions/{submission}/shown-answer", post().to(prepared::create))
        .route("/submissions/{submission}/shown-answer/removal", post().to(prepared::destroy))
        .route("/submissions/{submission}/example", post().to(prepared::ask))
        .route("/submissions/{submission}/example/removal", post().to(prepared::stop_asking))
        .route("/learn/{enrolment}/cases/{activity}/discussion", get().to(talks::show))
        .route("/learn/{enrolment}/cases/{activity}/discussion/remarks", post().to(talks::say))
        .route("/learn/{enrolment}/cases/{activity}/examples", get().to(talks::examples))
        .route("/learn/{enrolment}/cases/{activity}/consent", get().to(talks::consent))
        .route("/learn/{enrolment}/cases/{activity}/consent", post().to(talks::answer));
    api(table);
}

/// The same for programs.
fn api(table: &mut Table) {
    use crate::case_library::api::{boards, talks};
    table
        .route("/api/v1/editions/{edition}/cases/{activity}/discussion", get().to(boards::show))
        .route("/api/v1/editions/{edition}/cases/{activity}/discussion", put().to(boards::update))
        .route("/api/v1/editions/{edition}/cases/{activity}/discussion/remarks", post().to(boards::say))
        .route("/api/v1/discussion-remarks/{remark}/hiding", post().to(boards::hide))
        .route("/api/v1/submissions/{submission}/shown-answer", get().to(boards::shown))
        .route("/api/v1/submissions/{submission}/shown-answer", put().to(boards::show_answer))
        .route("/api/v1/submissions/{submission}/shown-answer", delete().to(boards::take_out))
        .route("/api/v1/submissions/{submission}/example", post().to(boards::ask))
        .route("/api/v1/submissions/{submission}/example", delete().to(boards::stop_asking))
        .route("/api/v1/learn/{enrolment}/cases/{activity}/discussion", get().to(talks::show))
        .route("/api/v1/learn/{enrolment}/cases/{activity}/discussion/remarks", post().to(talks::say))
        .route("/api/v1/learn/{enrolment}/cases/{activity}/examples", get().to(talks::examples))
        .route("/api/v1/learn/{enrolment}/cases/{activity}/consent", get().to(talks::consent))
        .route("/api/v1/learn/{enrolment}/cases/{activity}/consent", put().to(talks::answer));
}
