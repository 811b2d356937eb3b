//! A mail server on loopback that takes every letter, and can be told to refuse or to ask for a password.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A letter as the server got it.
#[derive(Debug, Clone, Default)]
pub struct Received {
    /// The sender of the envelope.
    pub from: String,
    /// The recipients of the envelope.
    pub to: Vec<String>,
    /// Who signed in, as `user password`, where somebody did.
    pub login: String,
    /// Everything after DATA.
    pub data: String,
}

/// The server; it runs until the test process ends.
pub struct SmtpSink {
    /// `127.0.0.1:port`.
    pub address: String,
    letters: Arc<Mutex<Vec<Received>>>,
    refuse: Arc<Mutex<u32>>,
    conversations: Arc<Mutex<usize>>,
}

impl SmtpSink {
    /// Starts it on a free port.
    pub fn start() -> SmtpSink {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let sink = SmtpSink {
            address,
            letters: Arc::default(),
            refuse: Arc::default(),
            conversations: Arc::default(),
        };
        let (letters, refuse) = (sink.letters.clone(), sink.refuse.clone());
        let conversations = sink.conversations.clone();
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                *conversations.lock().unwrap() += 1;
                let (letters, refuse) = (letters.clone(), refuse.clone());
                // A client that breaks off ends its own conversation only.
                std::thread::spawn(move || converse(client, &letters, &refuse).ok());
            }
        });
        sink
    }

    /// Refuses so many of the next letters, for now.
    pub fn refuse_next(&self, letters: u32) {
        *self.refuse.lock().unwrap() = letters;
    }

    /// How often somebody connected.
    pub fn conversations(&self) -> usize {
        *self.conversations.lock().unwrap()
    }

    /// What came so far.
    pub fn letters(&self) -> Vec<Received> {
        self.letters.lock().unwrap().clone()
    }
}

fn converse(client: TcpStream, letters: &Mutex<Vec<Received>>, refuse: &Mutex<u32>) -> std::io::Result<()> {
    let mut lines = BufReader::new(client.try_clone()?).lines();
    let mut out = client;
    let mut letter = Received::default();
    out.write_all(b"220 sink ESMTP\r\n")?;
    while let Some(line) = lines.next().transpose()? {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match word.as_str() {
            "EHLO" => "250-sink\r\n250-8BITMIME\r\n250 AUTH PLAIN".to_owned(),
            "AUTH" => {
                letter.login = login(&line);
                "235 welcome".to_owned()
            }
            "MAIL" if take_one(refuse) => "451 come again later".to_owned(),
            "MAIL" => {
                letter.from = between_angles(&line);
                letter.to.clear();
                "250 ok".to_owned()
            }
            "RCPT" => {
                letter.to.push(between_angles(&line));
                "250 ok".to_owned()
            }
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                letter.data = read_data(&mut lines)?;
                // Whoever signed in stays so for the rest of the conversation.
                let next = Received { login: letter.login.clone(), ..Received::default() };
                letters.lock().unwrap().push(std::mem::replace(&mut letter, next));
                "250 kept".to_owned()
            }
            "QUIT" => {
                out.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            _ => "250 ok".to_owned(),
        };
        out.write_all(format!("{answer}\r\n").as_bytes())?;
    }
    Ok(())
}

fn take_one(refuse: &Mutex<u32>) -> bool {
    let mut left = refuse.lock().unwrap();
    let refused = *left > 0;
    *left = left.saturating_sub(1);
    refused
}

fn read_data(lines: &mut impl Iterator<Item = std::io::Result<String>>) -> std::io::Result<String> {
    let mut data = String::new();
    for line in lines {
        let line = line?;
        if line == "." {
            break;
        }
        data.push_str(line.strip_prefix('.').unwrap_or(&line));
        data.push('\n');
    }
    Ok(data)
}

fn between_angles(line: &str) -> String {
    line.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}

fn login(line: &str) -> String {
    use base64::Engine;
    let coded = line.rsplit(' ').next().unwrap_or_default();
    let plain = base64::engine::general_purpose::STANDARD.decode(coded).unwrap_or_default();
    String::from_utf8_lossy(&plain).split('\0').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
