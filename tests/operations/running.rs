//! The real program as an operator runs it: logs, metrics, a backup in the middle of work, and the end.

use super::*;
use crate::support::ports::address_of_its_own;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

#[tokio::test(flavor = "multi_thread")]
async fn a_running_program_logs_counts_is_copied_and_ends_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let inside = |name: &str| folder.path().join(name).display().to_string();
    let (data, copy, tar) = (inside("data"), inside("copy"), inside("birge.tar"));
    let (address, metrics) = (address_of_its_own().to_string(), address_of_its_own().to_string());
    let program = Command::new(env!("CARGO_BIN_EXE_birge"))
        .args(["serve", "--data-dir", &data, "--listen", &address, "--metrics-listen", &metrics])
        .args(["--log-format", "json", "--log", "info,birge::web::guard=debug"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let url = |place: &str| format!("http://{address}{place}");
    let since = Instant::now();
    while !reqwest::get(url("/health/ready")).await.is_ok_and(|answer| answer.status().is_success()) {
        assert!(since.elapsed() < Duration::from_secs(180), "it does not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    let answer = reqwest::get(url("/sign-in")).await.unwrap();
    let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
    let counted = reqwest::get(format!("http://{metrics}/metrics")).await.unwrap().text().await.unwrap();
    assert!(counted.contains("birge_jobs_waiting"), "{counted}");
    assert_eq!(reqwest::get(url("/metrics")).await.unwrap().status(), 404, "only on its own listener");

    // Monitors often ask with HEAD: the same answer without its body, and no series for verbs that nobody knows.
    let asking = reqwest::Client::new();
    let head = asking.head(url("/health/live")).send().await.unwrap();
    assert_eq!((head.status().as_u16(), head.text().await.unwrap().as_str()), (200, ""));
    let head = asking.head(url("/sign-in")).send().await.unwrap();
    assert!(head.status() == 200 && head.headers()["content-type"] == "text/html; charset=utf-8");
    let strange = reqwest::Method::from_bytes(b"BREW").unwrap();
    assert_eq!(asking.request(strange, url("/sign-in")).send().await.unwrap().status(), 404);
    let counted = reqwest::get(format!("http://{metrics}/metrics")).await.unwrap().text().await.unwrap();
    assert!(counted.contains("method=\"other\"") && !counted.contains("BREW"), "{counted}");

    let token = "eyJhbGciOiJIUzI1NiJ9.a-link-of-somebody.signature";
    reqwest::get(url(&format!("/links/{token}"))).await.unwrap();
    reqwest::Client::new().post(url(&format!("/links/{token}"))).send().await.unwrap();

    assert_eq!(mode_of(Path::new(&data)), 0o700, "letters in it hold keys to accounts");
    // A file of somebody else's that only looks like ours stays.
    std::fs::write(inside("birge.part"), "a part of something").unwrap();
    let (fine, printed) = birge(&["backup", "--data-dir", &data, &tar]);
    assert!(fine && Path::new(&inside("birge.part")).exists(), "{printed}");
    let (fine, printed) = birge(&["restore", "--data-dir", &copy, &tar]);
    assert!(fine && printed.contains("The database is whole"), "{printed}");
    let (fine, printed) = birge(&["restore", "--data-dir", &copy, &tar]);
    assert!(!fine && printed.contains("is not empty"), "{printed}");

    let told = Command::new("kill").args(["-TERM", &program.id().to_string()]).status().unwrap();
    assert!(told.success());
    let output = program.wait_with_output().unwrap();
    assert!(output.status.success(), "it ends as told: {:?}", output.status);
    let log = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}")))
        .collect();
    assert!(lines.iter().any(|line| line.to_string().contains(&id)), "{id} stands in no line of {log}");
    assert!(log.contains("stopped"), "{log}");
    assert!(
        log.contains("/links/{token}") && !log.contains("a-link-of-somebody"),
        "no key to an account: {log}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demonstration_needs_nothing_but_the_program() {
    let empty = tempfile::tempdir().unwrap();
    let address = address_of_its_own().to_string();
    let mut program = Command::new(env!("CARGO_BIN_EXE_birge"))
        .current_dir(empty.path())
        .args(["demo", "--listen", &address])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let since = Instant::now();
    let url = format!("http://{address}/health/ready");
    let mut ready = false;
    while !ready && since.elapsed() < Duration::from_secs(180) && program.try_wait().unwrap().is_none() {
        ready = reqwest::get(&url).await.is_ok_and(|answer| answer.status().is_success());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let _ = program.kill();
    let printed = String::from_utf8(program.wait_with_output().unwrap().stdout).unwrap();
    assert!(ready, "it does not start: {printed}");
    assert!(printed.contains("tyndaushy@birge.example") && printed.contains(&address), "{printed}");
}
