//! Templates of organisations are printed in a process of their own: whatever one of them does to it, the program lives on
//! and says what was wrong (M2).

use crate::support::app::bounds;
use birge::kernel::{Language, Moment};
use birge::printing::custom::{Bounds, STARTER, TemplateFault, Wrong};
use birge::printing::{CustomTemplate, DocumentStamp, PaperFields, PrintError, Typesetter};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Enough for a paper of an unoptimised program, and soon reached by one that wants everything.
const MEGABYTES: u32 = 256;

fn typesetter(bounds: Bounds) -> Typesetter {
    Typesetter::new().unwrap().bounded(bounds)
}

fn stamp() -> DocumentStamp {
    DocumentStamp {
        title: "Благодарственное письмо".into(),
        language: Language::Ru,
        moment: Moment::parse("2026-11-21T09:00:00Z").unwrap(),
        ident: "k3xw9".into(),
        verify_url: Some("https://birge.example/v/k3xw9".into()),
    }
}

fn template(source: &str) -> CustomTemplate {
    CustomTemplate { source: source.into(), pictures: Vec::new(), shift_x: 0, shift_y: 0, on_blank: false }
}

fn print(typesetter: &Typesetter, source: &str) -> Result<Vec<u8>, PrintError> {
    typesetter.custom_pdf(&template(source), &PaperFields::sample_paper(Language::Ru), &stamp())
}

fn faults(typesetter: &Typesetter, source: &str) -> Vec<TemplateFault> {
    match print(typesetter, source) {
        Err(PrintError::Custom(faults)) => faults,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was printed: {source}"),
    }
}

fn wrong(typesetter: &Typesetter, source: &str) -> Wrong {
    faults(typesetter, source).remove(0).wrong
}

#[test]
fn a_template_that_wants_all_memory_is_refused_and_the_next_one_prints() {
    let typesetter = typesetter(Bounds { megabytes: MEGABYTES, ..bounds() });
    let before = print(&typesetter, STARTER).unwrap();
    for hungry in ["#range(1000000000).len()", "#(\"a\" * 5000000000).len()"] {
        assert_eq!(wrong(&typesetter, hungry), Wrong::Memory, "{hungry}");
    }
    assert!(print(&typesetter, STARTER).unwrap() == before, "the bytes differ");
}

#[test]
fn a_template_without_end_is_killed_and_keeps_no_processor_busy() {
    let longest = Duration::from_secs(2);
    let typesetter = typesetter(Bounds { longest, ..bounds() });
    let endless = "#for i in range(9000) { for j in range(9000) { let k = i * j } }";
    // As many as there may be processes, and more: each of them is gone when its time is over.
    for _ in 0..3 {
        let since = Instant::now();
        assert_eq!(wrong(&typesetter, endless), Wrong::Slow(2));
        assert!(since.elapsed() < Duration::from_secs(60), "{:?}", since.elapsed());
    }
    let typesetter = self::typesetter(bounds());
    assert!(print(&typesetter, STARTER).is_ok());
}

#[test]
fn faults_of_a_template_keep_their_file_and_line() {
    let typesetter = typesetter(bounds());
    let found = faults(&typesetter, "#import \"kit.typ\": *\n\n#fields.holder.fullname");
    let expected = Wrong::UnknownField("fullname".into());
    assert_eq!(found, [TemplateFault { file: "template.typ".into(), line: Some(3), wrong: expected }]);
}

/// A program that stands in the place of ours.
fn stand_in(folder: &tempfile::TempDir, does: &str) -> Typesetter {
    let program = folder.path().join("stand-in");
    // Written by another process: a test beside this one that starts a program would hold a file of ours open, and what
    // is open for writing cannot be run.
    let written = Command::new("/bin/sh")
        .args(["-c", "printf '%s' \"$1\" >\"$0\" && chmod 700 \"$0\""])
        .args([program.as_os_str(), format!("#!/bin/sh\nulimit -c 0\n{does}\n").as_ref()])
        .status();
    assert!(written.unwrap().success());
    typesetter(Bounds { program, longest: Duration::from_secs(20), ..bounds() })
}

#[test]
fn a_template_that_brings_its_process_down_is_said_to_and_a_program_that_is_none_of_ours_is_no_fault_of_it() {
    let folder = tempfile::tempdir().unwrap();
    // Says that it is ready, takes the paper, and falls.
    let fallen = stand_in(&folder, "printf '\\000\\000\\000\\000'; head -c 100 >/dev/null; kill -SEGV $$");
    assert_eq!(wrong(&fallen, STARTER), Wrong::Crashed);
    let starved = "printf '\\000\\000\\000\\000'; head -c 100 >/dev/null\n\
                   echo 'memory allocation of 5000000000 bytes failed' >&2; kill -ABRT $$";
    assert_eq!(wrong(&stand_in(&folder, starved), STARTER), Wrong::Memory);
    // The last is how a process goes that is told to stop together with the program.
    let stopped = "printf '\\000\\000\\000\\000'; head -c 100 >/dev/null; kill -TERM $$";
    for strange in
        ["exit 3", "echo neither ready nor a paper", "printf '\\000\\000\\000\\000'; exit 0", stopped]
    {
        let error = print(&stand_in(&folder, strange), STARTER).unwrap_err();
        assert!(matches!(error, PrintError::Setup(_)), "{strange}: {error}");
    }
    let none = typesetter(Bounds { program: folder.path().join("nothing"), ..bounds() });
    assert!(matches!(print(&none, STARTER).unwrap_err(), PrintError::Setup(_)));
    let error = print(&Typesetter::new().unwrap(), STARTER).unwrap_err();
    assert!(matches!(error, PrintError::Setup(_)), "no program was named: {error}");
}

#[test]
fn a_run_of_papers_is_printed_by_processes_that_stay() {
    let folder = tempfile::tempdir().unwrap();
    let started = folder.path().join("started");
    let ours = bounds().program;
    let counted = format!("echo one >>{}\nexec {} \"$@\"", started.display(), ours.display());
    let typesetter = stand_in(&folder, &counted);
    let first = print(&typesetter, STARTER).unwrap();
    for _ in 0..20 {
        assert!(print(&typesetter, STARTER).unwrap() == first, "the same paper, other bytes");
    }
    assert_eq!(std::fs::read_to_string(&started).unwrap().lines().count(), 1);
}

#[test]
fn looking_at_a_slow_template_takes_no_place_of_papers() {
    let folder = tempfile::tempdir().unwrap();
    let (started, open) = (folder.path().join("started"), folder.path().join("open"));
    // Until the way is open a process is ready and then does nothing.
    let does = format!(
        "test -e {} && exec {} \"$@\"\necho one >>{}\nprintf '\\000\\000\\000\\000'\nexec sleep 30",
        open.display(),
        bounds().program.display(),
        started.display()
    );
    let typesetter = Arc::new(stand_in(&folder, &does));
    let places = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).clamp(2, 8);
    let mut sample = PaperFields::sample_paper(Language::Ru);
    sample.iter_mut().for_each(|text| text.document.sample = true);
    for turn in 0..places {
        let (typesetter, sample) = (Arc::clone(&typesetter), sample.clone());
        std::thread::spawn(move || {
            let template = template(STARTER);
            match turn % 2 {
                0 => typesetter.custom_preview(&template, &sample, &stamp()),
                _ => typesetter.custom_pdf(&template, &sample, &stamp()),
            }
        });
    }
    let lines = || std::fs::read_to_string(&started).unwrap_or_default().lines().count();
    let since = Instant::now();
    while lines() < places / 2 && since.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(lines(), places / 2, "previews and samples stand at more places than they may");
    std::fs::write(&open, "").unwrap();
    let since = Instant::now();
    assert!(print(&typesetter, STARTER).is_ok());
    assert!(since.elapsed() < Duration::from_secs(15), "{:?}", since.elapsed());
}
