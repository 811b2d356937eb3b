//! Bodies of requests, read with a limit that holds whatever the sender announces.

use super::errors::Failure;
use super::forms::{Form, Upload, too_large};
use crate::kernel::{Problem, ProblemCode};
use actix_multipart::{Field, Multipart};
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::web::{Bytes, BytesMut};
use futures_util::StreamExt;

/// The most parts a form may have.
const MOST_PARTS: usize = 2_000;

pub(super) async fn collect(mut payload: Payload, limit: usize) -> Result<Bytes, Failure> {
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

pub(super) async fn read(request: &HttpRequest, payload: Payload, limit: usize) -> Result<Form, Failure> {
    let mut parts = Multipart::new(request.headers(), payload);
    let (mut form, mut left, mut count) = (Form::default(), limit, 0);
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| Problem::new(ProblemCode::BadRequest))?;
        count += 1;
        if count > MOST_PARTS {
            return Err(Problem::new(ProblemCode::BadRequest).into());
        }
        left -= take(part, &mut form, left, limit).await?;
    }
    Ok(form)
}

async fn take(mut part: Field, form: &mut Form, left: usize, limit: usize) -> Result<usize, Failure> {
    let disposition = part.content_disposition().cloned();
    let name = disposition.as_ref().and_then(|said| said.get_name()).unwrap_or_default().to_owned();
    let file_name = disposition.as_ref().and_then(|said| said.get_filename()).map(base_name);
    let mut bytes = BytesMut::new();
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|_| Problem::new(ProblemCode::BadRequest))?;
        if bytes.len() + chunk.len() > left {
            return Err(too_large(limit).into());
        }
        bytes.extend_from_slice(&chunk);
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
    Ok(length)
}

/// The file's own name: no folders, no control characters, at most 120 characters.
fn base_name(sent: &str) -> String {
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
