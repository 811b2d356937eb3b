//! The separate consent to be named in public, on the page by which anybody checks a document (152-ФЗ, ст. 10.1). It is
//! given by an act of its own, never bundled with another one, and withdrawn at any time.

use crate::kernel::words;

/// Which text it is now. A changed text is another version: whoever agreed to the former one agreed to that.
pub const VERSION: &str = "2026-11";
/// The message that is the text of [`VERSION`].
pub const TEXT_KEY: &str = "identities-public-text";

words! {
    /// What somebody consents to.
    Purpose {
        /// To be named on the page by which a document is checked.
        DocumentVerification = "document_verification",
    }
}

words! {
    /// How it was said.
    Method {
        /// On the page of the consent.
        Page = "page",
        /// By a program of the person's own.
        Api = "api",
    }
}
