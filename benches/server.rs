//! The server under load.

use super::world::World;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// `birge serve`, a process of its own as in production, its log sent nowhere.
pub struct Server {
    process: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Starts it on a data folder and waits until it takes connections.
    pub fn start(world: &World) -> Server {
        Server::start_with(world, &[])
    }

    /// The same with further arguments.
    pub fn start_with(world: &World, arguments: &[&str]) -> Server {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let process = Command::new(env!("CARGO_BIN_EXE_birge"))
            .args(["serve", "--listen", &address.to_string(), "--data-dir"])
            .arg(&world.data_dir)
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while TcpStream::connect(address).is_err() {
            std::thread::sleep(Duration::from_millis(1));
        }
        Server { process, address }
    }

    /// Says how much memory it holds now, and held at most.
    pub fn print_memory(&self, when: &str) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let line = |name| line(name).unwrap_or("?");
        let (now, most, own, mapped) = (line("VmRSS:"), line("VmHWM:"), line("RssAnon:"), line("RssFile:"));
        println!(
            "resident memory of the server {when}: {now} ({own} its own, {mapped} of files), at most {most}"
        );
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
