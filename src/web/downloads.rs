//! Files that are saved, never shown in the page.

use actix_web::HttpResponse;
use actix_web::http::header;
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
