//! Every setting of the program, in one place: flags, `BIRGE_*` variables, defaults, help.

use crate::printing::custom::USUAL_MEGABYTES;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

pub mod mistyped;

/// Where programmes lie unless it is said otherwise.
pub const CONTENT_DIR: &str = "course-content";

/// Birge: a learning management system for volunteer and civil-servant training.
#[derive(Debug, Parser)]
#[command(name = "birge", version, about, max_term_width = 100)]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the product.
    Serve(ServeOptions),
    /// Make a fresh demonstration data folder and serve it on loopback.
    Demo(ServeOptions),
    /// Bring the database to the version of this program.
    Migrate(StoreOptions),
    /// Check settings, database and files, and say what is wrong.
    Check(ServeOptions),
    /// Course content: check files, import a programme version, list what is imported.
    Content {
        /// What to do.
        #[command(subcommand)]
        command: ContentCommand,
    },
    /// Questions for the bank, from files of other systems.
    Questions {
        /// What to do.
        #[command(subcommand)]
        command: QuestionsCommand,
    },
    /// Accounts: create, invite, grant a role.
    User {
        /// What to do.
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Digital credentials: verify one, change the keys.
    Credential {
        /// What to do.
        #[command(subcommand)]
        command: CredentialCommand,
    },
    /// Copy database and files, while the program runs, into one checksummed archive. A PostgreSQL database is not
    /// in it: copy it with pg_dump at the same time.
    Backup {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// The archive to write.
        archive: PathBuf,
    },
    /// Verify an archive and restore it into an empty data folder.
    Restore {
        /// Where the data will lie.
        #[command(flatten)]
        store: StoreOptions,
        /// The archive to read.
        archive: PathBuf,
    },
    /// The log of acts.
    Audit {
        /// What to do.
        #[command(subcommand)]
        command: AuditCommand,
    },
    /// Print the description of the JSON API.
    Openapi,
    /// Print templates of organisations for the program that started this one.
    #[command(hide = true)]
    PrintTemplate {
        /// The memory of one paper, in megabytes.
        #[arg(long)]
        megabytes: u32,
    },
}

/// What to do with course content.
#[derive(Debug, Subcommand)]
pub enum ContentCommand {
    /// Find every fault of a programme's files, with file, line and remedy.
    Check {
        /// Programme folders; without any, every folder under the content folder.
        folders: Vec<PathBuf>,
        /// Where programmes lie.
        #[arg(long, env = "BIRGE_CONTENT_DIR", default_value = CONTENT_DIR)]
        content_dir: PathBuf,
        /// The country by whose rules hours are checked: ru or kz.
        #[arg(long, default_value = "ru", value_parser = ["ru", "kz"])]
        country: String,
    },
    /// Import programme folders as new immutable versions.
    Import {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// The folders.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
    /// List the imported programmes and their versions.
    List {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
    },
}

/// What to do with the log of acts.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Follow the chain of seals over the log: exits with 1 when an entry was changed, taken out or put in, and prints
    /// the last seal, to be noted elsewhere.
    Verify {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
    },
}

/// What to do with digital credentials.
#[derive(Debug, Subcommand)]
pub enum CredentialCommand {
    /// Verify a credential without a network, anybody's: JSON with an eddsa-jcs-2022 proof, a JWT (RS256, EdDSA), or a
    /// PNG or SVG badge. Exits with 0 when everything holds, with 1 when something does not or cannot be told, with 2 when
    /// a file cannot be read.
    Verify {
        /// The credential.
        file: PathBuf,
        /// Public keys of its issuer, and of who signed the status list: a DID or controller document or several, a JWK, a
        /// JWK set, or a multikey. May be given several times.
        #[arg(long = "key")]
        keys: Vec<PathBuf>,
        /// The status list it points to, JSON or JWT. May be given several times.
        #[arg(long = "status-list")]
        status_lists: Vec<PathBuf>,
        /// Print the verdict with its reasons as JSON.
        #[arg(long)]
        json: bool,
        /// The language of the reasons: ru, kk or en.
        #[arg(long, default_value = "en", value_parser = ["ru", "kk", "en"])]
        language: String,
    },
    /// Give an issuer new keys. The former ones stay published, and what they signed stays verifiable.
    RotateKeys {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// The organisation's exact name; without it, the keys of the installation itself.
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Withdraw a key that is in other hands, once and for all: nothing that it signed is believed from then on. The one
    /// that signs now is replaced in the same moment.
    WithdrawKey {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// Its name: what stands after # in the key of a credential or in keys.json, or the whole of it. A name that is
        /// none is answered with those that there are.
        key: String,
        /// Why, for the log and for whoever looks at the keys: 3 to 1000 characters.
        #[arg(long)]
        reason: String,
    },
}

/// What to do with files of questions.
#[derive(Debug, Subcommand)]
pub enum QuestionsCommand {
    /// Print as JSON what an import of a file would bring, and every fault with line and remedy. Exits with 1
    /// when there are faults, with 2 when the file cannot be read.
    Check {
        /// The file: GIFT, Moodle XML, Aiken, CSV or XLSX.
        file: PathBuf,
        /// The format; without it, the content and the file's name tell.
        #[arg(long)]
        format: Option<FormatWord>,
        /// The language of the messages: ru, kk or en.
        #[arg(long, default_value = "en", value_parser = ["ru", "kk", "en"])]
        language: String,
    },
    /// Take the questions of a file into a category. The same file again adds nothing. Exits with 1 when there
    /// are faults; then nothing is taken, or with --good-only what has none.
    Import {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// The category, by the number in its address.
        #[arg(long)]
        category: i64,
        /// The format; without it, the content and the file's name tell.
        #[arg(long)]
        format: Option<FormatWord>,
        /// The language of the questions: ru, kk or en.
        #[arg(long, default_value = "ru", value_parser = ["ru", "kk", "en"])]
        language: String,
        /// Take the questions without faults although others have some.
        #[arg(long)]
        good_only: bool,
        /// The file: GIFT, Moodle XML, Aiken, CSV or XLSX.
        file: PathBuf,
    },
    /// Print the questions of the bank, or of one category and those under it, as a file for other systems.
    Export {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// The category, by the number in its address; everything without it.
        #[arg(long)]
        category: Option<i64>,
        /// GIFT or Moodle XML.
        #[arg(long, default_value = "moodle-xml", value_parser = ["gift", "moodle-xml"])]
        format: String,
        /// The language of the texts: ru, kk or en.
        #[arg(long, default_value = "ru", value_parser = ["ru", "kk", "en"])]
        language: String,
    },
}

/// Formats of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatWord {
    /// GIFT, the text format of Moodle.
    Gift,
    /// Moodle XML.
    MoodleXml,
    /// Aiken.
    Aiken,
    /// A table: CSV or XLSX.
    Table,
}

/// What to do with accounts.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make an account; the password is read from the terminal or standard input.
    Create {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// Who.
        #[command(flatten)]
        person: PersonOptions,
    },
    /// Make an account and send an invitation.
    Invite {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// Who.
        #[command(flatten)]
        person: PersonOptions,
    },
    /// Grant a role.
    Role {
        /// Where the data lie.
        #[command(flatten)]
        store: StoreOptions,
        /// The account.
        #[arg(long)]
        email: String,
        /// The role.
        #[arg(long)]
        role: RoleWord,
        /// The organisation's exact name, for a role that belongs to one.
        #[arg(long)]
        organisation: Option<String>,
    },
}

/// Roles that the command line grants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RoleWord {
    /// Administrator of the site, or of the named organisation.
    Administrator,
    /// Coordinator of the named organisation.
    Coordinator,
    /// Staff that may be made trainer of an edition.
    Trainer,
}

/// Who an account is for.
#[derive(Debug, Args)]
pub struct PersonOptions {
    /// E-mail address.
    #[arg(long)]
    pub email: String,
    /// Surname.
    #[arg(long)]
    pub surname: String,
    /// First name.
    #[arg(long)]
    pub given_name: String,
    /// Patronymic.
    #[arg(long)]
    pub patronymic: Option<String>,
    /// ru, kk or en.
    #[arg(long, default_value = "ru")]
    pub language: String,
    /// A role to grant at once.
    #[arg(long)]
    pub role: Option<RoleWord>,
    /// The organisation's exact name, for a role that belongs to one.
    #[arg(long, requires = "role")]
    pub organisation: Option<String>,
}

/// Where the data lie.
#[derive(Debug, Clone, Args)]
pub struct StoreOptions {
    /// Folder for the database, uploads, letters and the secret key.
    #[arg(long, env = "BIRGE_DATA_DIR", default_value = "./birge-data")]
    pub data_dir: PathBuf,
    /// `postgres://…`, or `sqlite://…`; without it, SQLite in the data folder.
    #[arg(long, env = "BIRGE_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// The address people reach the product under, used in letters and papers.
    #[arg(long, env = "BIRGE_PUBLIC_URL", default_value = "http://127.0.0.1:8080")]
    pub public_url: String,
    /// Secret for signatures, at least 32 characters; without it, one is made and kept in the data folder.
    #[arg(long, env = "BIRGE_SECRET_KEY", hide_env_values = true)]
    pub secret_key: Option<String>,
}

/// How the product is served.
#[derive(Debug, Clone, Args)]
pub struct ServeOptions {
    /// Where the data lie.
    #[command(flatten)]
    pub store: StoreOptions,
    /// Address and port to listen on.
    #[arg(long, env = "BIRGE_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Address and port for Prometheus metrics; without it, there are none.
    #[arg(long, env = "BIRGE_METRICS_LISTEN")]
    pub metrics_listen: Option<SocketAddr>,
    /// `smtp://user:password@host:port` or `smtps://…`; without it, letters become .eml files.
    #[arg(long, env = "BIRGE_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// A PEM file with the centre's own authority, where the mail server's certificate comes from one.
    #[arg(long, env = "BIRGE_SMTP_CA_FILE")]
    pub smtp_ca_file: Option<PathBuf>,
    /// The sender of letters.
    #[arg(long, env = "BIRGE_MAIL_FROM", default_value = "Birge <no-reply@birge.example>")]
    pub mail_from: String,
    /// Where programmes are imported from.
    #[arg(long, env = "BIRGE_CONTENT_DIR", default_value = CONTENT_DIR)]
    pub content_dir: PathBuf,
    /// The largest upload in megabytes.
    #[arg(long, env = "BIRGE_MAX_UPLOAD_MB", default_value_t = 25, value_parser = clap::value_parser!(u16).range(1..=512))]
    pub max_upload_mb: u16,
    /// The memory that one paper of a template of an organisation may take while it is printed, in megabytes.
    #[arg(long, env = "BIRGE_TEMPLATE_MEMORY_MB", default_value_t = USUAL_MEGABYTES, value_parser = clap::value_parser!(u32).range(128..=65_536))]
    pub template_memory_mb: u32,
    /// The seconds that one paper of a template of an organisation may take while it is printed.
    #[arg(long, env = "BIRGE_TEMPLATE_SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=600))]
    pub template_seconds: u16,
    /// Worker threads; without it, one for each core.
    #[arg(long, env = "BIRGE_WORKERS", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub workers: Option<u16>,
    /// Addresses of the proxies in front, separated by commas; only they are believed about whom they speak for.
    #[arg(long = "trusted-proxy", env = "BIRGE_TRUSTED_PROXY", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Log lines as `text` or `json`.
    #[arg(long, env = "BIRGE_LOG_FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub log_format: String,
    /// What is logged, as `tracing` filters say it.
    #[arg(long, env = "BIRGE_LOG", default_value = "warn,birge=info")]
    pub log: String,
}
