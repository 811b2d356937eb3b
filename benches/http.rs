//! The load generator: HTTP/1.1 over kept-alive connections, one request under way on each.

use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// One kept-alive connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Connection {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Connection { stream, buffer: Vec::with_capacity(128 * 1024) }
    }

    /// Sends a whole request and reads a whole answer.
    pub async fn send(&mut self, request: &[u8]) -> Answer {
        self.stream.write_all(request).await.unwrap();
        self.buffer.clear();
        loop {
            assert!(
                self.stream.read_buf(&mut self.buffer).await.unwrap() > 0,
                "the server closed the connection"
            );
            let Some(head) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let text = String::from_utf8_lossy(&self.buffer[..head]).to_ascii_lowercase();
            let length: usize =
                text.split("content-length: ").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
            while self.buffer.len() < head + 4 + length {
                assert!(self.stream.read_buf(&mut self.buffer).await.unwrap() > 0, "the answer was cut off");
            }
            let status = text.split(' ').nth(1).unwrap().parse().unwrap();
            return Answer { status, body: self.buffer[head + 4..head + 4 + length].to_vec() };
        }
    }
}

/// What one run of some load has measured.
pub struct Run {
    /// How long each answer took, sorted.
    took: Vec<Duration>,
    length: Duration,
}

impl Run {
    /// A run out of the times of its answers.
    pub fn of(mut took: Vec<Duration>, length: Duration) -> Run {
        took.sort_unstable();
        Run { took, length }
    }

    /// Answers a second.
    pub fn rate(&self) -> f64 {
        self.took.len() as f64 / self.length.as_secs_f64()
    }

    /// The time within which such a share of the answers came.
    pub fn quantile(&self, share: f64) -> Duration {
        self.took[((self.took.len() - 1) as f64 * share) as usize]
    }
}

/// Times one future.
pub async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let started = Instant::now();
    let value = work.await;
    (value, started.elapsed())
}

/// Runs so many pieces of work side by side on the load generator's thread.
pub async fn together(work: Vec<impl Future<Output = Vec<Duration>> + Send + 'static>) -> Vec<Vec<Duration>> {
    let tasks: Vec<_> = work.into_iter().map(tokio::spawn).collect();
    let mut times = Vec::new();
    for task in tasks {
        times.push(task.await.unwrap());
    }
    times
}

/// Says what a run has measured.
pub fn print_run(name: &str, number: usize, run: &Run) {
    let (half, most) = (run.quantile(0.5), run.quantile(0.99));
    println!("{name} · run {number} · {:.0}/s · p50 {half:.1?} · p99 {most:.1?}", run.rate());
}
