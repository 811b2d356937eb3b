//! `birge print-template`: the process in which templates of organisations are printed. Nobody calls it by hand.

use super::complain;
use crate::printing::custom::Clerk;
use std::process::ExitCode;

/// Prints what comes on standard input until it is closed, with no more memory for each paper than that. The bound is set
/// before the first template is read: what the program itself takes lies beneath it.
///
/// # Errors
/// The program's own templates are broken, the bound cannot be set, or what comes is no paper.
pub fn print(megabytes: u32) -> anyhow::Result<ExitCode> {
    let clerk = Clerk::new().map_err(|error| anyhow::anyhow!("{error}"))?;
    if let Err(error) = bounded(u64::from(megabytes) * 1024 * 1024) {
        complain(&format!("birge: memory cannot be bounded: {error}"));
        return Ok(ExitCode::FAILURE);
    }
    let served = clerk.serve(&mut std::io::stdin().lock(), std::io::stdout());
    served.map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(ExitCode::SUCCESS)
}

/// Lets this process take so many bytes more than it has, and leave no image of its memory when it falls: it would hold
/// names.
#[cfg(unix)]
fn bounded(bytes: u64) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let most = |bytes: u64| Rlimit { current: Some(bytes), maximum: Some(bytes) };
    setrlimit(Resource::Core, most(0))?;
    // A bound that somebody else has set already is never raised.
    let set = getrlimit(Resource::As).maximum.unwrap_or(u64::MAX);
    setrlimit(Resource::As, most(taken().saturating_add(bytes).min(set)))?;
    Ok(())
}

#[cfg(not(unix))]
fn bounded(_: u64) -> std::io::Result<()> {
    Err(std::io::Error::from(std::io::ErrorKind::Unsupported))
}

/// The address space that this process has, in bytes, as the system counts it; where the system does not say, what the
/// program takes at most.
#[cfg(unix)]
fn taken() -> u64 {
    const AT_MOST: u64 = 1024 * 1024 * 1024;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let size = status.lines().find_map(|line| line.strip_prefix("VmSize:"));
    let kilobytes = size.and_then(|size| size.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kilobytes.map_or(AT_MOST, |kilobytes| kilobytes * 1024)
}
