//! Everything a handler may reach. There are no globals.

use super::assets::Assets;
use super::limits::Limits;
use crate::db::Db;
use crate::files::FileStore;
use crate::kernel::Clock;
use crate::printing::Typesetter;
use crate::render::{Templates, Words};
use crate::secrets::Secrets;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What an operator has set.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address under which people reach the product, without a slash at the end.
    pub public_url: String,
    /// Where uploads, letters and keys lie.
    pub data_dir: PathBuf,
    /// Where programmes are imported from.
    pub content_dir: PathBuf,
    /// Demonstration mode: shows the style guide and the letters, warns on every page.
    pub demo: bool,
    /// The largest request body in bytes.
    pub max_upload: usize,
    /// The mail server, as `smtp://…`; without one, letters become files in the data folder.
    pub smtp_url: Option<String>,
    /// A PEM file of authorities that the mail server's certificate may come from, besides the public ones.
    pub smtp_ca_file: Option<PathBuf>,
    /// The sender of letters.
    pub mail_from: String,
    /// The proxies in front that are believed about whom they speak for.
    pub trusted_proxies: Vec<IpAddr>,
}

/// The parts of the program, put together once at start.
pub struct Kit {
    /// The database.
    pub db: Db,
    /// Messages in three languages.
    pub words: Arc<Words>,
    /// Templates.
    pub templates: Arc<Templates>,
    /// The time.
    pub clock: Clock,
    /// Keys and randomness.
    pub secrets: Secrets,
    /// Uploads and media.
    pub files: FileStore,
    /// Papers.
    pub typesetter: Arc<Typesetter>,
    /// What an operator has set.
    pub settings: Settings,
    /// Styles, scripts and images.
    pub assets: Arc<Assets>,
    /// Who may try how often.
    pub limits: Limits,
    /// How many passwords are hashed at once.
    pub hashing: Arc<Semaphore>,
    /// How many papers that can be long are printed at once: each takes a processor and some memory.
    pub printing: Arc<Semaphore>,
}

impl Kit {
    /// An absolute address for letters and papers.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.settings.public_url, path)
    }

    /// Whether cookies go over TLS only.
    pub fn secure(&self) -> bool {
        self.settings.public_url.starts_with("https://")
    }
}
