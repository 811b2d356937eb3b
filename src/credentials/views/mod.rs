//! The pages of digital credentials.

mod keys;
mod verification;

pub use keys::KeysPage;
pub use verification::VerificationPage;
