//! Ports for programs that are started, stopped and started again by a test.

use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicU16, Ordering};

/// Below the ports that Linux (from 32768) and macOS (from 49152) hand out to whoever asks for any.
const FIRST: u16 = 20_000;
const COUNT: u16 = 12_000;

/// An address on loopback on which nobody listens, and which nobody gets who asks the system for any port: while
/// a test has its server down, no server of another test can take the place. Each is given once.
pub fn address_of_its_own() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Two runs of the tests on one machine begin at different places.
    let own = u16::try_from(std::process::id() % u32::from(COUNT)).unwrap();
    (0..COUNT)
        .map(|_| (own + NEXT.fetch_add(1, Ordering::Relaxed) % COUNT) % COUNT)
        .map(|place| SocketAddr::from(([127, 0, 0, 1], FIRST + place)))
        .find(|address| TcpListener::bind(address).is_ok())
        .expect("no port is free")
}
