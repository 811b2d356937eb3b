//! The cases of the shipped courses: every part of them has a form, and what the forms write is the same case.

use birge::case_authoring::rules::{Outline, Part, Section, Sort};
use birge::programmes::folder;
use birge::programmes::rules::{FolderFiles, parse};
use std::path::Path;

/// The folders of the courses, and the paths of the cases in them.
fn courses() -> Vec<(FolderFiles, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("course-content");
    let read = |name: String| {
        let files = folder::read(&root.join(name)).unwrap();
        let cases = files.paths().filter(|path| path.ends_with(".case.md")).map(str::to_owned).collect();
        (files, cases)
    };
    folder::list(&root).unwrap().into_iter().map(read).collect()
}

fn text(files: &FolderFiles, path: &str) -> String {
    String::from_utf8(files.bytes(path).unwrap().to_vec()).unwrap()
}

#[test]
fn every_part_of_every_shipped_case_has_a_form_and_comes_back_letter_by_letter() {
    let mut cases = 0;
    for (files, paths) in courses() {
        for path in paths {
            let written = text(&files, &path);
            let mut outline = Outline::of(&written);
            for place in std::iter::once(None).chain((0..outline.sections.len()).map(Some)) {
                let part = Part::of(&outline, place).unwrap();
                assert!(!matches!(part, Part::Raw(_)), "{path}: {place:?} has no form");
                part.write(&mut outline, place);
            }
            assert_eq!(outline.text(), written, "{path}");
            cases += 1;
        }
    }
    assert!(cases >= 6, "the shipped cases are not there");
}

/// Every part is emptied before its form writes it, so that nothing of the first text is left.
#[test]
fn what_the_forms_write_anew_is_the_same_case_to_the_checker() {
    for (mut files, paths) in courses() {
        let wanted = parse(&files).programme.unwrap().content_hash;
        for path in paths {
            let mut outline = Outline::of(&text(&files, &path));
            for place in std::iter::once(None).chain((0..outline.sections.len()).map(Some)) {
                let part = Part::of(&outline, place).unwrap();
                match place {
                    None => outline.head.clear(),
                    Some(at) => {
                        let (words, sort) = (outline.sections[at].words(), outline.sections[at].sort());
                        let braces = if matches!(sort, Sort::Step(_)) {
                            words[..2].join(" ")
                        } else {
                            words.join(" ")
                        };
                        outline.sections[at] = Section::new(&braces, "", "");
                    }
                }
                part.write(&mut outline, place);
            }
            files.insert(path, outline.text().into_bytes());
        }
        let checked = parse(&files);
        assert_eq!(checked.errors().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
        assert_eq!(checked.programme.unwrap().content_hash, wanted);
    }
}
