//! Pages of documents: issuing, the register, one document, its replacement, one's own, and the verification anybody may ask for.

pub mod credential;
mod handing;
mod issuing;
mod one;
mod printing;
mod register;
pub mod replacing;
mod sampling;
mod verification;

use actix_web::HttpResponse;
use actix_web::http::header;

pub use handing::{entry, group, hand_over, hand_over_group, lose};
pub(super) use handing::{lost, typed};
pub use issuing::{Asked, again, create, desk};
pub use one::{own, pdf, revoke, show};
pub(super) use one::{paper, taken};
pub use printing::choose as choose_print;
pub(super) use printing::tried;
pub use register::{Question, book, register};
pub(super) use sampling::sample;
pub use sampling::{Whose, preview, samples};
pub(super) use verification::look;
pub use verification::{ask, check, verify};

fn pdf_answer(pdf: Vec<u8>, disposition: &str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(pdf)
}
