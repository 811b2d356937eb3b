//! Bodies of requests, read with a limit that holds whatever the sender announces.

use super::errors::Failure;
use super::forms::{Form, Upload, UploadForm, too_large};
use crate::kernel::{Problem, ProblemCode};
use actix_multipart::{Field, Multipart};
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::web::{Bytes, BytesMut};
use futures_util::StreamExt;

/// The most parts a form may have.
const MOST_PARTS: usize = 2_000;

/// How much more than the limit is read and dropped, as a multiple of it: a browser that is cut off in the middle
/// of sending shows its own error page instead of ours.
pub(super) const PATIENCE: usize = 2;

/// A whole body of at most so many bytes.
///
/// # Errors
/// `TooLarge`, or `BadRequest` when the sender stops in the middle.
pub async fn collect(mut payload: Payload, limit: usize) -> Result<Bytes, Failure> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::new(ProblemCode::BadRequest))?;
        if body.len() + chunk.len() > limit {
            return Err(too_large(limit).into());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

pub(super) async fn read(
    request: &HttpRequest,
    payload: Payload,
    limit: usize,
) -> Result<UploadForm, Failure> {
    let mut parts = Multipart::new(request.headers(), payload);
    let (mut sent, mut left, mut count) = (UploadForm::default(), limit, 0);
    let mut patience = limit.saturating_mul(PATIENCE);
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| Problem::new(ProblemCode::BadRequest))?;
        count += 1;
        if count > MOST_PARTS {
            return Err(Problem::new(ProblemCode::BadRequest).into());
        }
        match take(part, &mut sent.form, left, patience).await? {
            Taken::Whole(length) => left -= length,
            Taken::Dropped(length) => {
                sent.too_large = true;
                patience = patience.saturating_sub(length);
            }
            Taken::Text => return Err(too_large(limit).into()),
            Taken::Endless => {
                sent.too_large = true;
                break;
            }
        }
    }
    Ok(sent)
}

/// What became of one part.
enum Taken {
    /// It is in the form; so many bytes.
    Whole(usize),
    /// A file beyond the limit was read to its end and left out; so many bytes.
    Dropped(usize),
    /// A text beyond the limit.
    Text,
    /// A file far beyond the limit; nothing more is read.
    Endless,
}

async fn take(mut part: Field, form: &mut Form, left: usize, patience: usize) -> Result<Taken, Failure> {
    let disposition = part.content_disposition().cloned();
    let name = disposition.as_ref().and_then(|said| said.get_name()).unwrap_or_default().to_owned();
    let file_name = disposition.as_ref().and_then(|said| said.get_filename()).map(base_name);
    let (mut bytes, mut dropped) = (BytesMut::new(), 0);
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|_| Problem::new(ProblemCode::BadRequest))?;
        if dropped > patience {
            return Ok(Taken::Endless);
        }
        if dropped > 0 || bytes.len() + chunk.len() > left {
            if file_name.is_none() {
                return Ok(Taken::Text);
            }
            dropped += chunk.len() + bytes.split().len();
            continue;
        }
        bytes.extend_from_slice(&chunk);
    }
    if dropped > 0 {
        return Ok(Taken::Dropped(dropped));
    }
    let length = bytes.len();
    match file_name {
        Some(file_name) if !file_name.is_empty() || length > 0 => {
            form.add_file(&name, Upload { name: file_name, bytes: bytes.freeze() });
        }
        Some(_) => {}
        None => {
            let text =
                String::from_utf8(bytes.to_vec()).map_err(|_| Problem::new(ProblemCode::BadRequest))?;
            form.add(&name, text);
        }
    }
    Ok(Taken::Whole(length))
}

/// The file's own name: no folders, no control characters, at most 120 characters.
pub fn base_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|letter| !letter.is_control() && *letter != '"').collect();
    let skip = clean.chars().count().saturating_sub(120);
    clean.chars().skip(skip).collect()
}

#[cfg(test)]
mod tests {
    use super::base_name;

    #[test]
    fn a_file_name_has_no_folders() {
        assert_eq!(base_name("../../etc/Отчёт.pdf"), "Отчёт.pdf");
        assert_eq!(base_name("C:\\work\\a\"b.txt"), "ab.txt");
    }
}
