//! Files that are saved, never shown in the page; a few kinds of them may be looked at by themselves.

use crate::kernel::Problem;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Bytes;
use futures_util::{Stream, StreamExt as _};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 8187 lets stand in an extended value as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

/// Bytes under a name (RFC 6266): the name as it is for programs of today, in ASCII for older ones.
pub fn attachment(name: &str, media_type: &str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_DISPOSITION, disposition(name)))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(bytes)
}

/// The same piece by piece, for what is too large to stand in memory. It is sent as it is: archives are compressed.
pub fn streamed<S>(name: &str, media_type: &str, pieces: S) -> HttpResponse
where
    S: Stream<Item = Result<Vec<u8>, Problem>> + 'static,
{
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_DISPOSITION, disposition(name)))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .streaming(pieces.map(|piece| piece.map(Bytes::from)))
}

/// What a browser may do with a preview: show it, and nothing else.
const PREVIEW_POLICY: &str = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/// Whether files of a media type can be looked at without being saved: pictures that every browser knows, and plain
/// text. Everything else is only saved: what opens it could run what is in it.
pub fn has_preview(media_type: &str) -> bool {
    matches!(media_type, "image/jpeg" | "image/png" | "image/webp") || media_type.starts_with("text/plain")
}

/// Bytes to be looked at by themselves, where [`has_preview`] allows it, without any right of our pages.
pub fn preview(name: &str, media_type: &str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_DISPOSITION, disposition(name).replacen("attachment", "inline", 1)))
        .insert_header((header::CONTENT_SECURITY_POLICY, PREVIEW_POLICY))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(bytes)
}

fn disposition(name: &str) -> String {
    let plain =
        |letter: char| if letter.is_ascii_alphanumeric() || "-._ ".contains(letter) { letter } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{}", utf8_percent_encode(name, PLAIN))
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_in_any_letters_is_safe_in_a_header() {
        let said = disposition("План \"Б\"\r\n.pdf");
        let (ascii, extended) = said.split_once("; filename*=").unwrap();
        assert_eq!(ascii, "attachment; filename=\"____ _____.pdf\"");
        assert_eq!(extended, "UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD%20%22%D0%91%22%0D%0A.pdf");
    }
}
