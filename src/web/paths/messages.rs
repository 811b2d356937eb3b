//! Addresses of one's messages, and of the choice of what comes by mail.

use crate::kernel::MailId;

/// One's own messages.
pub const MESSAGES: &str = "/messages";
/// Having seen one's messages (POST).
pub const MESSAGE_READINGS: &str = "/messages/readings";
/// What comes by mail, and when.
pub const LETTER_WISHES: &str = "/profile/letters";

with_ids! {
    /// One of one's own messages.
    message(message: MailId) = "/messages/{message}";
    /// The messages before one.
    messages_before(message: MailId) = "/messages?before={message}";
}
