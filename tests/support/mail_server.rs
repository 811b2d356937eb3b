//! A mail server as a process of its own on loopback: aiosmtpd of the system, which speaks TLS, with certificates
//! made by the openssl of the system. It keeps what it takes in a Maildir and is killed when it is dropped.

use super::ports::address_of_its_own;
use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// When the server speaks TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// Never.
    Plain,
    /// Once the sender asks, and it takes no letter before.
    StartTls,
    /// From the first byte.
    Tls,
}

/// A certificate for 127.0.0.1 and the authority that signed it, as files.
pub struct Certificates {
    folder: TempDir,
}

impl Certificates {
    /// Makes both.
    pub fn make() -> Certificates {
        let made = Certificates { folder: tempfile::tempdir().unwrap() };
        made.openssl(&[
            "-keyout",
            "ca.key",
            "-out",
            "ca.pem",
            "-subj",
            "/CN=Birge test authority",
            "-addext",
            "basicConstraints=critical,CA:TRUE",
            "-addext",
            "keyUsage=critical,keyCertSign",
        ]);
        made.openssl(&[
            "-CA",
            "ca.pem",
            "-CAkey",
            "ca.key",
            "-keyout",
            "server.key",
            "-out",
            "server.pem",
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "basicConstraints=critical,CA:FALSE",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
        ]);
        made
    }

    fn openssl(&self, arguments: &[&str]) {
        let mut command = Command::new("openssl");
        command.current_dir(self.folder.path()).args(["req", "-x509", "-nodes", "-days", "2"]);
        command.args(["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]).args(arguments);
        let done = command.output().expect("openssl is not installed");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// The authority.
    pub fn authority(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    fn file(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }
}

/// The server.
pub struct MailServer {
    /// `127.0.0.1:port`.
    pub address: String,
    process: Child,
    folder: PathBuf,
}

/// A letter as the server took it.
#[derive(Debug)]
pub struct Taken {
    /// Its bytes, as text.
    pub source: String,
}

impl MailServer {
    /// Starts it on a free port, with a Maildir in a folder.
    pub fn start(folder: &Path, speaks: Speaks, certificates: &Certificates) -> MailServer {
        MailServer::start_on(&address_of_its_own().to_string(), folder, speaks, certificates)
    }

    /// Starts it on a given address.
    pub fn start_on(address: &str, folder: &Path, speaks: Speaks, certificates: &Certificates) -> MailServer {
        let folder = folder.join("maildir");
        let mut command = Command::new("aiosmtpd");
        command.args(["-n", "-c", "aiosmtpd.handlers.Mailbox", "-l", address]);
        let (certificate, key) = match speaks {
            Speaks::Plain => ("", ""),
            Speaks::StartTls => ("--tlscert", "--tlskey"),
            Speaks::Tls => ("--smtpscert", "--smtpskey"),
        };
        if speaks != Speaks::Plain {
            command.args([certificate, &certificates.file("server.pem")]);
            command.args([key, &certificates.file("server.key")]);
        }
        command.arg(&folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let process = command.spawn().expect("aiosmtpd is not installed: it is in python3-aiosmtpd");
        let mut server = MailServer { address: address.to_owned(), process, folder };
        server.wait();
        server
    }

    fn wait(&mut self) {
        let begun = Instant::now();
        while TcpStream::connect(&self.address).is_err() {
            if let Some(ended) = self.process.try_wait().unwrap() {
                let said: Vec<String> = self
                    .process
                    .stderr
                    .take()
                    .map(|out| BufReader::new(out).lines().map_while(Result::ok).collect())
                    .unwrap_or_default();
                panic!("the mail server ended with {ended}:\n{}", said.join("\n"));
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "the mail server does not listen");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The letters taken so far, in no order.
    pub fn letters(&self) -> Vec<Taken> {
        let Ok(entries) = std::fs::read_dir(self.folder.join("new")) else { return Vec::new() };
        let read = |entry: std::io::Result<std::fs::DirEntry>| {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            Taken { source: String::from_utf8_lossy(&bytes).into_owned() }
        };
        entries.map(read).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Taken {
    /// A header, its lines put together and its words decoded.
    pub fn header(&self, name: &str) -> String {
        let head = self.source.replace("\r\n", "\n");
        let head = head.split("\n\n").next().unwrap_or_default().replace("\n ", " ").replace("\n\t", " ");
        let line = head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        });
        decode_words(&line.unwrap_or_default())
    }

    /// The bodies of its parts with their types, decoded.
    pub fn parts(&self) -> Vec<(String, String)> {
        let source = self.source.replace("\r\n", "\n");
        let (_, boundary) = source.split_once("boundary=\"").unwrap();
        let boundary = format!("--{}", boundary.split('"').next().unwrap());
        let parts = source.split(&boundary).skip(1).filter(|part| !part.starts_with("--"));
        parts
            .map(|part| {
                let (head, body) = part.split_once("\n\n").unwrap();
                let kind = head.split("Content-Type:").nth(1).unwrap().trim().split(';').next().unwrap();
                let coded = head.split("Content-Transfer-Encoding:").nth(1).unwrap_or_default().trim();
                let text = match coded.lines().next().unwrap_or_default().trim() {
                    "base64" => base64_text(&body.split_whitespace().collect::<String>()),
                    "quoted-printable" => quoted(&body.replace("=\n", ""), false),
                    _ => body.to_owned(),
                };
                (kind.to_owned(), text)
            })
            .collect()
    }
}

fn base64_text(coded: &str) -> String {
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(coded).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Encoded words of a header (RFC 2047); the space between two of them belongs to neither.
fn decode_words(value: &str) -> String {
    let (mut out, joined) = (String::new(), value.replace("?= =?", "?==?"));
    let mut rest = joined.as_str();
    while let Some((before, word)) = rest.split_once("=?utf-8?") {
        out.push_str(before);
        let (coding, word) = word.split_once('?').unwrap();
        let (coded, after) = word.split_once("?=").unwrap();
        let in_base64 = coding.eq_ignore_ascii_case("b");
        out.push_str(&if in_base64 { base64_text(coded) } else { quoted(coded, true) });
        rest = after;
    }
    out + rest
}

fn quoted(coded: &str, in_header: bool) -> String {
    let (mut bytes, mut rest) = (Vec::new(), coded.bytes());
    while let Some(byte) = rest.next() {
        match byte {
            b'=' => {
                let hex = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
            }
            b'_' if in_header => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).unwrap()
}
