//! Pages and published files of digital credentials.

mod keys;
mod published;
mod verification;

pub use keys::{index, rotate, withdraw};
pub(super) use keys::{pair_of, pairs, there, turn};
pub use published::{all_keys, organisation_keys, site_keys, status_list};
pub use verification::{create, new};
