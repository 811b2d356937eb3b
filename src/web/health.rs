//! Whether the process lives and can serve.

use super::context::{Reply, Web};
use actix_web::HttpResponse;

/// `GET /health/live`: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("live\n")
}

/// `GET /health/ready`: the database answers too; 503 when it does not.
pub async fn ready(web: Web) -> Reply {
    web.kit.db.check().await?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"))
}
