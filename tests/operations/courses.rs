//! `birge content` as an operator runs it: what is printed, and the exit code.

use super::*;
use std::path::Path;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/course-content");

/// The exit code and everything that was printed.
fn content(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_birge")).arg("content").args(arguments).output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&printed).into_owned())
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)
        } else {
            std::fs::copy(&source, &target).map(|_| ()).unwrap()
        }
    }
}

/// A copy of a shipped course with a fault in it.
fn damaged(folder: &Path) -> String {
    let course = folder.join("birgemiz-bilim-orientation");
    copy(&Path::new(SHIPPED).join("birgemiz-bilim-orientation"), &course);
    let settings = course.join("programme.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, text.replace("theory = 7", "theory = 8")).unwrap();
    course.display().to_string()
}

#[test]
fn checking_courses_prints_every_fault_with_its_place_and_ends_with_its_code() {
    let (code, printed) = content(&["check", "--content-dir", SHIPPED]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("24 + 36 academic hours, warnings: 0"), "{printed}");
    assert_eq!(printed.lines().count(), 2, "one line a course: {printed}");

    let folder = tempfile::tempdir().unwrap();
    let course = damaged(folder.path());
    let sound = format!("{SHIPPED}/effective-partnership");
    let (code, printed) = content(&["check", &course, &sound]);
    assert_eq!(code, Some(1), "{printed}");
    let fault = printed.lines().find(|line| line.contains("programme.toml:")).unwrap_or_default();
    assert!(fault.contains(": error: ") && fault.contains(" → "), "file, line, fault and remedy: {printed}");
    assert!(printed.contains("orientation: errors: 1, warnings: 0"), "{printed}");
    assert!(printed.contains("24 + 36 academic hours"), "the others are checked all the same: {printed}");

    let (code, printed) = content(&["check", "no-such-folder"]);
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("no-such-folder: there is no such folder"), "{printed}");
    let (code, printed) = content(&["check", "--content-dir", "no-such-folder"]);
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("name folders, or use --content-dir"), "{printed}");
}

#[test]
fn importing_courses_takes_the_sound_ones_and_says_what_became_of_each() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").display().to_string();
    let (course, sound) = (damaged(folder.path()), format!("{SHIPPED}/birgemiz-bilim-orientation"));
    let (code, printed) = content(&["import", "--data-dir", &data, &course, &sound]);
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("orientation: errors: 1, warnings: 0"), "{printed}");
    assert!(printed.contains("birgemiz-bilim-orientation: imported as version 1"), "{printed}");

    let (code, printed) = content(&["import", "--data-dir", &data, &sound]);
    assert_eq!(code, Some(0), "{printed}");
    let again = "birgemiz-bilim-orientation: the same as version 1, nothing was changed";
    assert!(printed.contains(again), "{printed}");

    let (code, printed) = content(&["list", "--data-dir", &data]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.starts_with("birgemiz-bilim-orientation version 1: "), "{printed}");
    assert!(printed.contains("7 + 4 academic hours") && printed.contains("editions: 0"), "{printed}");

    let (code, printed) = content(&["import", "--data-dir", &data]);
    assert_eq!(code, Some(2), "without folders it is no command: {printed}");
}
