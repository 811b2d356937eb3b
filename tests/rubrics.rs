//! The rubric of a case: weights, versions in an edition with the grades they leave as they are, and how trainees judge
//! their own work by it (H2, H3).

mod in_browser;
mod own;
mod programs;
mod several;
mod versions;
mod weights;

use crate::cases::Room;
use crate::content::Course;
use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use birge::kernel::SubmissionId;

pub const CASE: &str = "01-first/04-case.ru.case.md";

/// Where the rubric of the room's case stands.
pub fn rubric_of(room: &Room) -> String {
    format!("/editions/{}/cases/{}/rubric", room.edition, room.case)
}

/// The room of a course whose case differs from the sample's in one place.
pub async fn room_with(from: &str, to: &str) -> Room {
    let course = Course::sample().replace(CASE, from, to);
    Room::of(TestApp::spawn().await, course, "Europe/Moscow").await
}

/// The fields of the sample's rubric with both criteria: «Понимание» twice as heavy, without its middle level; «Тон» gone
/// or kept; another criterion instead.
pub fn changed(based_on: &str, keeps_tone: bool) -> Vec<(&'static str, &str)> {
    let mut fields = vec![
        ("do", "save"),
        ("based_on", based_on),
        ("pass_points", "6"),
        ("reason", "Тон оценивали по-разному"),
        ("criteria.0.key", "grasp"),
        ("criteria.0.title.ru", "Понимание"),
        ("criteria.0.weight", "2"),
        ("criteria.0.levels.0.points", "0"),
        ("criteria.0.levels.0.text.ru", "нет"),
        ("criteria.0.levels.1.points", "4"),
        ("criteria.0.levels.1.text.ru", "всё"),
        ("criteria.1.title.ru", "Срок"),
        ("criteria.1.weight", "1"),
        ("criteria.1.levels.0.points", "0"),
        ("criteria.1.levels.0.text.ru", "не назван"),
        ("criteria.1.levels.1.points", "2"),
        ("criteria.1.levels.1.text.ru", "назван"),
        ("criteria.1.key", ""),
    ];
    if keeps_tone {
        fields.retain(|(name, _)| !name.starts_with("criteria.1."));
        fields.extend([
            ("criteria.1.key", "tone"),
            ("criteria.1.title.ru", "Тон"),
            ("criteria.1.weight", "1"),
            ("criteria.1.levels.0.points", "0"),
            ("criteria.1.levels.0.text.ru", "грубо"),
            ("criteria.1.levels.1.points", "3"),
            ("criteria.1.levels.1.text.ru", "ровно"),
        ]);
    }
    fields
}

/// Changes the rubric, as a trainer does in the browser.
pub async fn change(room: &Room, based_on: &str, keeps_tone: bool) -> Page {
    let page = room.grader.post(&rubric_of(room), &changed(based_on, keeps_tone)).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

pub async fn desk(browser: &Browser, id: SubmissionId) -> Page {
    browser.get(&format!("/submissions/{id}")).await
}
