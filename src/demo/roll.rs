//! Who was there: a believable sheet for every session.

use super::courses::{Course, Story};
use super::dice::{dice, dice_by_key};
use super::stage::{Run, Trainee};
use crate::attendance::rules::{Mark, Presence, ReasonCode, Status};
use crate::kernel::{Language, Minutes};

/// What the sheet of a session says of a trainee.
pub fn mark(run: &Run, trainee: &Trainee, key: &str, presence: Presence) -> Mark {
    let seed = trainee.seed.wrapping_add(u64::from(run.course == Course::Volunteers));
    let status = status(trainee.plot.story, key, dice_by_key(seed, key, 100));
    let minutes = |choices: [i32; 3]| {
        let side = usize::try_from(dice(seed, 7, 3)).unwrap_or_default();
        Minutes(choices.get(side).copied().unwrap_or(10))
    };
    let mut mark = Mark::of(status, presence);
    match status {
        Status::Late => mark.late = minutes([5, 10, 20]),
        Status::LeftEarly => mark.early = minutes([10, 15, 25]),
        Status::Excused => {
            let (code, words) = reason(run, seed);
            (mark.code, mark.reason) = (Some(code), Some(words.to_owned()));
        }
        Status::Present | Status::Absent => {}
    }
    mark
}

/// The mark after the trainee has brought a certificate.
pub fn corrected(presence: Presence) -> Mark {
    let reason = Some("Вызов в суд, справка в деле".to_owned());
    Mark { code: Some(ReasonCode::OfficialDuty), reason, ..Mark::of(Status::Excused, presence) }
}

fn status(story: Story, key: &str, chance: u64) -> Status {
    match (story, chance) {
        (Story::Missing, _) if key.starts_with("internship") => Status::Excused,
        (Story::Missing, _) if key == "recommendations" => Status::Absent,
        (Story::Idle, _) => Status::Absent,
        (_, 0..7) => Status::Late,
        (_, 7..11) => Status::LeftEarly,
        (Story::Usual | Story::Withdrawn, 11..17) => Status::Absent,
        (Story::Usual | Story::Withdrawn, 17..21) => Status::Excused,
        _ => Status::Present,
    }
}

fn reason(run: &Run, seed: u64) -> (ReasonCode, &'static str) {
    use ReasonCode::{Family, Illness, OfficialDuty, Work};
    let reasons = match language(run) {
        Language::Kk => [
            (Illness, "Ауырып қалды, анықтамасы бар"),
            (OfficialDuty, "Іссапарда"),
            (Family, "Баласы ауырып қалды"),
        ],
        _ => [(Illness, "Справка есть"), (OfficialDuty, "В командировке"), (Work, "Дежурство в учреждении")],
    };
    let side = usize::try_from(dice(seed, 11, 3)).unwrap_or_default();
    reasons.get(side).copied().unwrap_or((Illness, "Справка есть"))
}

fn language(run: &Run) -> Language {
    if run.course.is_kazakh() { Language::Kk } else { Language::Ru }
}
