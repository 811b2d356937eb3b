//! The two ways out: a mail server, or a folder of `.eml` files.

use super::envelope::Envelope;
use crate::kernel::Problem;
use lettre::message::Mailbox;
use lettre::{SmtpTransport, Transport as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A server that does not answer for so long has failed; the job tries again later.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why mail cannot be set up, with the remedy.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// The sender is not an address.
    #[error("BIRGE_MAIL_FROM {0:?} is not a sender: write Name <address@host> or an address")]
    Sender(String),
    /// The URL is not one of a mail server.
    #[error(
        "BIRGE_SMTP_URL is not understood ({0}): write smtp://user:password@host:587, or smtps://… for a port \
         that speaks TLS from the start; letters of a password have to be percent-encoded"
    )]
    Url(String),
}

/// How letters leave.
pub struct Transport {
    from: Mailbox,
    way: Way,
}

enum Way {
    Smtp(Box<SmtpTransport>),
    Folder(PathBuf),
}

impl Transport {
    /// SMTP when a URL is given: `smtps://` with TLS from the start, `smtp://` with STARTTLS as soon as the
    /// server offers it, or always with `?tls=required`. Without a URL, files in `mail` in the data folder.
    ///
    /// # Errors
    /// A malformed URL or sender.
    pub fn new(smtp_url: Option<&str>, from: &str, data_dir: &Path) -> Result<Transport, TransportError> {
        let from = from.parse().map_err(|_| TransportError::Sender(from.to_owned()))?;
        let way = match smtp_url {
            Some(url) => Way::Smtp(Box::new(server(url)?)),
            None => Way::Folder(data_dir.join("mail")),
        };
        Ok(Transport { from, way })
    }

    /// Hands a letter over, off the threads that serve requests.
    ///
    /// # Errors
    /// What the server or the file system said.
    pub(super) async fn deliver(&self, letter: &Envelope) -> Result<(), Problem> {
        match &self.way {
            Way::Smtp(server) => {
                let (server, message) = (server.clone(), letter.for_smtp(&self.from)?);
                let sending = tokio::task::spawn_blocking(move || server.send(&message));
                sending.await.map_err(Problem::internal)?.map_err(Problem::internal)?;
            }
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                let (file, half) = (folder.join(&letter.file_name), folder.join(".half-written"));
                // A reader of the folder never meets half a letter.
                let half = half.with_extension(&letter.file_name);
                tokio::fs::write(&half, letter.for_file(&self.from)?.formatted()).await?;
                tokio::fs::rename(&half, &file).await?;
            }
        }
        Ok(())
    }
}

fn server(url: &str) -> Result<SmtpTransport, TransportError> {
    let wrong = |error: &dyn std::fmt::Display| TransportError::Url(error.to_string());
    let mut parsed = url::Url::parse(url).map_err(|error| wrong(&error))?;
    let says_tls = parsed.query_pairs().any(|(name, _)| name == "tls");
    if parsed.scheme() == "smtp" && !says_tls {
        // Without this word the library would send in the clear even where the server offers TLS. The port
        // stays the one of plain SMTP, as the URL scheme promises.
        let port = parsed.port().unwrap_or(25);
        parsed.set_port(Some(port)).map_err(|()| wrong(&"no host"))?;
        parsed.query_pairs_mut().append_pair("tls", "opportunistic");
    }
    let builder = SmtpTransport::from_url(parsed.as_str()).map_err(|error| wrong(&error))?;
    Ok(builder.timeout(Some(PATIENCE)).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(url: Option<&str>, from: &str) -> String {
        Transport::new(url, from, Path::new("/tmp")).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_mistyped_setting_names_its_remedy() {
        assert!(fault(Some("http://mail.example"), "Birge <a@b.example>").contains("BIRGE_SMTP_URL"));
        assert!(fault(Some("mail.example"), "Birge <a@b.example>").contains("smtp://"));
        assert!(fault(None, "Birge").contains("BIRGE_MAIL_FROM"));
        assert_eq!(fault(Some("smtp://mail.example"), "Birge <a@b.example>"), "");
        assert_eq!(fault(Some("smtps://u:p%40@mail.example:465"), "a@b.example"), "");
    }
}
