//! Addresses of cases that are written in the browser.

use crate::kernel::CaseCopyId;

/// Under which everything lies that is being written.
pub const CASE_COPIES: &str = "/case-copies";

with_ids! {
    /// The cases of a programme, to be changed in the browser; POST begins with one.
    case_desk(slug: &str) = "/programmes/{slug}/cases";
    /// A case that the programme does not have yet; POST begins it.
    new_case(slug: &str) = "/programmes/{slug}/cases/new";
    /// A working copy of a case.
    case_copy(copy: CaseCopyId) = "/case-copies/{copy}";
    /// The same, with the text of one language.
    case_copy_in(copy: CaseCopyId, language: &str) = "/case-copies/{copy}?language={language}";
    /// The languages of a working copy: beginning a translation (POST).
    case_copy_texts(copy: CaseCopyId) = "/case-copies/{copy}/texts";
    /// The whole text of a working copy; POST saves it.
    case_copy_text(copy: CaseCopyId, language: &str) = "/case-copies/{copy}/texts/{language}";
    /// The same as a file.
    case_copy_file(copy: CaseCopyId, language: &str) = "/case-copies/{copy}/texts/{language}/file";
    /// Adding a step, an end or a section (POST).
    case_copy_parts(copy: CaseCopyId, language: &str) = "/case-copies/{copy}/texts/{language}/parts";
    /// One part of it: 0 for the settings, else the number of the section; POST saves it.
    case_copy_part(copy: CaseCopyId, language: &str, part: usize) = "/case-copies/{copy}/texts/{language}/parts/{part}";
    /// What trainees would see of it.
    case_copy_preview(copy: CaseCopyId, language: &str) = "/case-copies/{copy}/texts/{language}/preview";
    /// The same, some steps further.
    case_copy_walk(copy: CaseCopyId, language: &str, way: &str) = "/case-copies/{copy}/texts/{language}/preview?way={way}#now";
    /// Making it the next version of its programme (POST).
    case_copy_publication(copy: CaseCopyId) = "/case-copies/{copy}/publication";
    /// What a case is called that no version has yet, and how long it takes (POST).
    case_copy_plan(copy: CaseCopyId) = "/case-copies/{copy}/plan";
    /// Putting it upon the newest version (POST).
    case_copy_base(copy: CaseCopyId) = "/case-copies/{copy}/base";
    /// Giving it up (POST).
    case_copy_withdrawal(copy: CaseCopyId) = "/case-copies/{copy}/withdrawal";
}
