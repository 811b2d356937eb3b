//! The two ways out: a mail server, or a folder of `.eml` files.

use super::envelope::Envelope;
use crate::files::{private_file, private_folder};
use crate::kernel::Problem;
use anyhow::Context as _;
use lettre::message::Mailbox;
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{SmtpTransport, Transport as _};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;

/// A server that does not answer for so long has failed; the job tries again later.
const PATIENCE: Duration = Duration::from_secs(30);

/// So many conversations with the server are kept open at most: jobs run side by side, and servers count connections.
const CONVERSATIONS: u32 = 4;

/// A conversation in which nothing was said for so long is ended: servers do the same, later.
const SILENCE: Duration = Duration::from_secs(30);

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
    /// The certificates that are to be trusted cannot be read.
    #[error(
        "BIRGE_SMTP_CA_FILE {path:?} cannot be used ({said}): name a PEM file with the certificate of the \
         authority that signed the mail server's"
    )]
    Authority {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        said: String,
    },
}

/// A mail server as an operator names it.
#[derive(Debug, Clone, Copy)]
pub struct Server<'a> {
    /// `smtp://…` or `smtps://…`.
    pub url: &'a str,
    /// A PEM file of authorities that are trusted besides the public ones: a centre's own.
    pub ca_file: Option<&'a Path>,
}

/// How letters leave. Kept for a run of letters: they share connections to the server, which are greeted, encrypted and
/// signed in to once.
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
    /// server offers it, or always with `?tls=required`. Without a server, files in `mail` in the data folder.
    ///
    /// # Errors
    /// A malformed URL or sender, certificates that cannot be read.
    pub fn new(server: Option<Server<'_>>, from: &str, data_dir: &Path) -> Result<Transport, TransportError> {
        let from = from.parse().map_err(|_| TransportError::Sender(from.to_owned()))?;
        let way = match server {
            Some(server) => Way::Smtp(Box::new(connect(&server)?)),
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
                sending.await.map_err(Problem::internal)?.map_err(refused)?;
            }
            Way::Folder(folder) => {
                // Letters hold the keys to accounts.
                private_folder(folder)?;
                let (file, half) = (folder.join(&letter.file_name), folder.join(".half-written"));
                // A reader of the folder never meets half a letter.
                let half = half.with_extension(&letter.file_name);
                let mut file_of_ours = tokio::fs::File::from_std(private_file(&half)?);
                file_of_ours.write_all(&letter.for_file(&self.from)?.formatted()).await?;
                file_of_ours.flush().await?;
                tokio::fs::rename(&half, &file).await?;
            }
        }
        Ok(())
    }
}

/// What a server or the way to it said, with the remedy where there is one that every operator should know.
fn refused(error: lettre::transport::smtp::Error) -> Problem {
    let said = format!("{:#}", anyhow::Error::new(error));
    if said.contains("invalid peer certificate") {
        let remedy = "the mail server's certificate is not trusted: let it show one for the host in \
            BIRGE_SMTP_URL, and name the centre's own authority in BIRGE_SMTP_CA_FILE";
        return Problem::internal(anyhow::anyhow!("{remedy} ({said})"));
    }
    Problem::internal(anyhow::anyhow!("the mail server did not take the letter ({said})"))
}

fn connect(server: &Server<'_>) -> Result<SmtpTransport, TransportError> {
    let wrong = |error: &dyn std::fmt::Display| TransportError::Url(error.to_string());
    let mut parsed = url::Url::parse(server.url).map_err(|error| wrong(&error))?;
    let says_tls = parsed.query_pairs().any(|(name, _)| name == "tls");
    if parsed.scheme() == "smtp" && !says_tls {
        // Without this word the library would send in the clear even where the server offers TLS. The port
        // stays the one of plain SMTP, as the URL scheme promises.
        let port = parsed.port().unwrap_or(25);
        parsed.set_port(Some(port)).map_err(|()| wrong(&"no host"))?;
        parsed.query_pairs_mut().append_pair("tls", "opportunistic");
    }
    let mut builder = SmtpTransport::from_url(parsed.as_str()).map_err(|error| wrong(&error))?;
    if let Some(path) = server.ca_file {
        builder = builder.tls(tls(&parsed, path)?);
    }
    let kept = PoolConfig::new().max_size(CONVERSATIONS).idle_timeout(SILENCE);
    Ok(builder.timeout(Some(PATIENCE)).pool_config(kept).build())
}

/// How TLS is spoken with a server whose authority is named: when, the URL says as it does without one.
fn tls(url: &url::Url, ca_file: &Path) -> Result<Tls, TransportError> {
    let parameters = trusting(url.host_str().unwrap_or_default(), ca_file).map_err(|error| {
        TransportError::Authority { path: ca_file.to_owned(), said: format!("{error:#}") }
    })?;
    let required = url.query_pairs().any(|(name, value)| name == "tls" && value == "required");
    Ok(match (url.scheme(), required) {
        ("smtps", _) => Tls::Wrapper(parameters),
        (_, true) => Tls::Required(parameters),
        (_, false) => Tls::Opportunistic(parameters),
    })
}

fn trusting(host: &str, ca_file: &Path) -> anyhow::Result<TlsParameters> {
    let pem = std::fs::read(ca_file)?;
    anyhow::ensure!(pem.windows(5).any(|word| word == b"BEGIN"), "there is no certificate in it");
    let authority = Certificate::from_pem(&pem).context("its certificates cannot be read")?;
    Ok(TlsParameters::builder(host.to_owned()).add_root_certificate(authority).build()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(url: Option<&str>, from: &str) -> String {
        let server = url.map(|url| Server { url, ca_file: None });
        Transport::new(server, from, Path::new("/tmp"))
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn a_mistyped_setting_names_its_remedy() {
        assert!(fault(Some("http://mail.example"), "Birge <a@b.example>").contains("BIRGE_SMTP_URL"));
        assert!(fault(Some("mail.example"), "Birge <a@b.example>").contains("smtp://"));
        assert!(fault(None, "Birge").contains("BIRGE_MAIL_FROM"));
        assert_eq!(fault(Some("smtp://mail.example"), "Birge <a@b.example>"), "");
        assert_eq!(fault(Some("smtps://u:p%40@mail.example:465"), "a@b.example"), "");
        assert!(fault(Some("smtp://mail.example?tls=maybe"), "a@b.example").contains("BIRGE_SMTP_URL"));
    }

    #[test]
    fn an_authority_that_cannot_be_read_names_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let empty = folder.path().join("empty.pem");
        std::fs::write(&empty, "").unwrap();
        for path in [empty, folder.path().join("missing.pem")] {
            let server = Server { url: "smtps://mail.example", ca_file: Some(&path) };
            let said = Transport::new(Some(server), "a@b.example", folder.path()).err().unwrap().to_string();
            assert!(said.contains("BIRGE_SMTP_CA_FILE") && said.contains("pem"), "{said}");
        }
    }
}
