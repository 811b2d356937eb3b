//! The service worker that keeps opened sheets on the device.

use crate::kernel::Problem;
use crate::web::{Reply, Web};
use actix_web::HttpResponse;
use actix_web::http::header;
use serde_json::json;

/// What a sheet needs beside its page. What else its page asks for is kept when it is asked for.
const NEEDED: &[&str] = &[
    "css/app.css",
    "img/favicon.svg",
    "js/app.js",
    "js/roll-call.js",
    "js/roll-conflict.js",
    "js/roll-keep.js",
    "js/roll-late.js",
    "js/submit-once.js",
    "js/filter.js",
    "js/print.js",
    "js/disclosure.js",
    "js/errors.js",
    "js/device.js",
];

/// `GET /sheet-worker.js`
pub async fn show(web: Web) -> Reply {
    let assets = &web.kit.assets;
    let needed: Vec<String> = NEEDED.iter().map(|name| assets.url(name)).collect();
    let told = json!({ "needed": needed });
    let script = assets.text("js/sheet-worker.js").ok_or_else(Problem::not_found)?;
    let mut response = HttpResponse::Ok();
    response.content_type("text/javascript; charset=utf-8");
    // Browsers look for a newer worker with every visit; the names of the assets make it one.
    response.insert_header((header::CACHE_CONTROL, "no-cache"));
    Ok(response.body(format!("const SHEETS = {told};\n{script}")))
}
