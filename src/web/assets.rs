//! Styles, scripts and images, compiled in, served under a name that changes with their content, so that
//! browsers keep them for good. Compressed once, on first use.

use super::context::{Reply, Web};
use crate::kernel::Problem;
use crate::secrets::sha256_hex;
use actix_web::http::header;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::OnceLock;

#[derive(rust_embed::RustEmbed)]
#[folder = "static/"]
#[include = "css/*.css"]
#[include = "js/*.js"]
#[include = "img/*.svg"]
struct StaticFiles;

/// The order in which the style files are joined.
const STYLES: [&str; 7] = [
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/components.css",
    "css/work.css",
    "css/vision.css",
    "css/print.css",
];

struct Asset {
    media_type: &'static str,
    plain: Vec<u8>,
    brotli: OnceLock<Vec<u8>>,
    gzip: OnceLock<Vec<u8>>,
}

/// All assets, under one version.
pub struct Assets {
    version: String,
    files: BTreeMap<String, Asset>,
}

impl Assets {
    /// Gathers what is compiled in.
    pub fn load() -> Assets {
        let mut files = BTreeMap::new();
        let mut styles = Vec::new();
        let mut names: Vec<_> = StaticFiles::iter().filter(|name| name.ends_with(".css")).collect();
        names.sort_by_key(|name| STYLES.iter().position(|style| style == name).unwrap_or(STYLES.len()));
        for name in names {
            if let Some(file) = StaticFiles::get(&name) {
                styles.extend_from_slice(&file.data);
                styles.push(b'\n');
            }
        }
        files.insert("css/app.css".to_owned(), Asset::new("text/css; charset=utf-8", squeeze(&styles)));
        for name in StaticFiles::iter().filter(|name| !name.ends_with(".css")) {
            if let Some(file) = StaticFiles::get(&name) {
                files.insert(name.to_string(), Asset::new(media_type(&name), file.data.to_vec()));
            }
        }
        let everything: Vec<u8> = files.values().flat_map(|asset| asset.plain.iter().copied()).collect();
        let version = sha256_hex(&everything).chars().take(12).collect();
        Assets { version, files }
    }

    /// The address of an asset.
    pub fn url(&self, name: &str) -> String {
        format!("/assets/{}/{name}", self.version)
    }
}

impl Assets {
    /// The text of a script that is served under a name of its own, with something said before it.
    pub fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(&self.files.get(name)?.plain).ok()
    }
}

impl Asset {
    fn new(media_type: &'static str, plain: Vec<u8>) -> Asset {
        Asset { media_type, plain, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }

    fn encoded(&self, accepted: &str) -> (Option<&'static str>, &[u8]) {
        if accepted.contains("br") {
            (Some("br"), self.brotli.get_or_init(|| brotli(&self.plain)))
        } else if accepted.contains("gzip") {
            (Some("gzip"), self.gzip.get_or_init(|| gzip(&self.plain)))
        } else {
            (None, &self.plain)
        }
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// Style text without comments and indentation.
fn squeeze(css: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(css);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n").into_bytes()
}

fn brotli(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 9, 22);
    let written = writer.write_all(plain).and_then(|()| writer.flush());
    drop(writer);
    if written.is_ok() { out } else { Vec::new() }
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(plain).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// `GET /assets/{version}/{name}`.
pub async fn show(web: Web, request: HttpRequest, path: Path<(String, String)>) -> Reply {
    let (_, name) = path.into_inner();
    let asset = web.kit.assets.files.get(&name).ok_or_else(Problem::not_found)?;
    let accepted = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let (encoding, bytes) = asset.encoded(accepted);
    let mut response = HttpResponse::Ok();
    response.content_type(asset.media_type);
    response.insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    response.insert_header((header::VARY, "accept-encoding"));
    if let Some(encoding) = encoding {
        response.insert_header((header::CONTENT_ENCODING, encoding));
    }
    Ok(response.body(bytes.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn styles_lose_their_comments_and_nothing_else() {
        assert_eq!(squeeze(b"/* a */\n  a { b: c; }\n\n"), b"a { b: c; }");
    }
}
