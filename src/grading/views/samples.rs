//! The pages in their typical states.

use super::assignment::Assignment;
use super::cases::{CasesPage, Excepted, Line, NewException};
use super::desk::{Claim, Desk, Holder, Marking, Meanwhile, NewComment, Revision};
use super::form::{DraftState, GradingForm, PhraseChoice, Theirs};
use super::members::{Change, Member, MemberForm, NamelessRatings, Rating, TeamPart};
use super::proposal::ProposalView;
use super::queue::{Queue, WorkLine};
use super::rubric_notes::{LeftBehind, Outdated, RubricNotes};
use crate::cases::views::Link;
use crate::cases::views::samples::{criterion, given_back, version};
use crate::kernel::Fault;
use crate::render::SafeHtml;
use crate::web::{Choice, Field, paths};

const TITLE: &str = "Волонтёры не пришли";
const EDITION: &str = "2-й поток";

fn line(age: i64) -> WorkLine {
    WorkLine {
        person: (age > 0).then(|| "Сейтқали Айгүл".into()),
        work: 3,
        organisation: (age > 1).then(|| "Детский хоспис".into()),
        url: "/submissions/3".into(),
        claim_url: (age != 1).then(|| "/submissions/3/claim".into()),
        case: TITLE.into(),
        edition: EDITION.into(),
        number: 1,
        handed_in: "вт, 8 сентября, 18:20".into(),
        age,
        old: age > 7,
        late: age == 1,
        state_key: if age == 1 { "grading-state-in-marking" } else { "grading-state-not-marked" }.into(),
        is_mine: age == 0,
        holder: (age == 1).then(|| "Иванова А. С.".into()),
        third_key: match age {
            2 => Some("grading-third-wanted"),
            3.. => Some("grading-third-nobody"),
            _ => None,
        },
    }
}

pub(super) fn queues() -> Vec<Queue> {
    let queue = |works: Vec<WorkLine>, is_filtered: bool| Queue {
        count: i64::try_from(works.len()).unwrap_or(0),
        old_count: 1,
        is_empty: works.is_empty(),
        is_filtered,
        queue_url: paths::GRADING,
        edition: Field::filled("edition", "1"),
        editions: vec![Choice::new(1, EDITION, "1")],
        case: Field::empty("case"),
        cases: vec![Choice::new(2, TITLE, "")],
        organisation: Field::empty("organisation"),
        organisations: vec![Choice::new(7, "Детский хоспис", "")],
        state: Field::empty("state"),
        states: vec![Choice::new("not_marked", "Не проверена", "")],
        whose: Field::empty("whose"),
        whoses: vec![Choice::new("mine", "Мои", "")],
        first_url: is_filtered.then(|| "/grading".into()),
        next_url: (!is_filtered).then(|| "/grading?after=3".into()),
        today_url: paths::TODAY,
        works,
    };
    vec![
        queue(vec![line(9), line(2), line(1), line(0)], false),
        queue(Vec::new(), true),
        queue(Vec::new(), false),
    ]
}

fn form(faults: Vec<Fault>) -> GradingForm {
    let has_faults = !faults.is_empty();
    let criterion = criterion(faults, true);
    let field = Field { id: criterion.id.clone(), faults: criterion.faults.clone(), ..Field::default() };
    GradingForm {
        url: "/submissions/3/grading".into(),
        criteria: vec![criterion],
        remark: Field::empty("remark"),
        advice: Field::empty("advice"),
        reason: None,
        revisions: 0,
        rubric: 2,
        regrades: has_faults,
        is_open: false,
        fields: vec![field],
        has_faults,
        phrases: vec![PhraseChoice {
            id: "1".into(),
            text: "Не хватает примера.".into(),
            chosen: has_faults,
        }],
        phrases_url: paths::MARKING_PHRASES,
        keep: has_faults,
        draft: Some(DraftState {
            url: "/submissions/3/marking-draft".into(),
            revision: 2,
            saved: Some("14:02".into()),
            theirs: has_faults.then(|| Theirs { at: "13:40".into(), lines: vec!["Тон: 3".into()] }),
        }),
    }
}

fn desk() -> Desk {
    Desk {
        case_title: TITLE.into(),
        person: Some("Сейтқали Айгүл".into()),
        work: 3,
        edition: EDITION.into(),
        queue_url: paths::GRADING,
        queue: vec![line(9)],
        version: version(2, None),
        others: vec![version(1, Some(false))],
        situation: SafeHtml::trusted("<p>Суббота.</p>"),
        task: SafeHtml::trusted("<p>Напишите.</p>"),
        hand_in: SafeHtml::trusted("<p>Текст.</p>"),
        trainer_notes: Some(SafeHtml::trusted("<p>Типичные ошибки.</p>")),
        path_url: Some("/submissions/3/path".into()),
        overview_url: "/editions/1/cases/2".into(),
        pass_points: 12,
        enough: 14,
        most_points: 20,
        state_key: "grading-state-in-marking".into(),
        is_own: false,
        is_colleague: false,
        is_marked: false,
        is_calibrating: false,
        calibration_url: None,
        holder: None,
        claim: Some(Claim {
            url: "/submissions/3/claim".into(),
            until: Some("14:32".into()),
            leave_url: "/submissions/3/claim/removal".into(),
        }),
        grading: Some(form(Vec::new())),
        correction: None,
        meanwhile: None,
        release_url: None,
        revisions: Vec::new(),
        assignment: None,
        comment: Some(comment()),
        markings: Vec::new(),
        team: None,
        proposal: Some(ProposalView {
            reviews: 3,
            total: 5,
            most: 7,
            lines: vec!["Понимание вопроса: 2".into(), "Тон: 3".into()],
        }),
        rubric: rubric_notes(),
        is_regrading: false,
    }
}

fn rubric_notes() -> RubricNotes {
    let left = LeftBehind { rubric: 1, lines: vec!["Тон: 3. Суховато".into()] };
    RubricNotes {
        url: "/editions/1/cases/2/rubric".into(),
        by: 2,
        newest: 2,
        is_changed: true,
        is_pinned: false,
        reason: "Уточнили уровни".into(),
        left: vec![left],
        outdated: None,
    }
}

/// What is said about a grade by an earlier version.
fn outdated(stays: bool) -> RubricNotes {
    let regrading_url = (!stays).then(|| "/submissions/3/regrading".into());
    let keep_url = (!stays).then(|| "/submissions/3/rubric-decision".into());
    let outdated = Some(Outdated { regrading_url, keep_url, stays });
    RubricNotes { by: 1, left: Vec::new(), outdated, ..rubric_notes() }
}

fn comment() -> NewComment {
    let quote = Field { faults: vec![Fault::new("quote", "grading-quote")], ..Field::empty("quote") };
    NewComment {
        url: "/submissions/3/comments".into(),
        text: Field::empty("comment"),
        fields: vec![quote.clone()],
        quote,
        is_open: true,
    }
}

fn assignment() -> Assignment {
    let reason = Field { faults: vec![Fault::new("reason", "required")], ..Field::empty("reason") };
    Assignment {
        url: "/submissions/3/assignment".into(),
        person: Field::empty("person"),
        trainers: vec![Choice::new(5, "Иванова Анна", "")],
        instead: Field::empty("instead"),
        holders: vec![Choice::new(6, "Ахметова Анна", "")],
        fields: vec![Field::empty("person"), reason.clone()],
        reason,
        is_open: true,
    }
}

fn hidden(nothing: Desk) -> Desk {
    let state_key = "cases-given-back".into();
    Desk { version: given_back(), state_key, path_url: None, comment: None, ..nothing }
}

/// A grade that was decided while somebody else was writing.
fn meanwhile(nothing: Desk) -> Desk {
    let typed = Meanwhile {
        title_key: "cases-meanwhile-title",
        text_key: "cases-meanwhile",
        who: "Иванова А. С.".into(),
        at: "16 сентября 2026 г., 10:00".into(),
        typed: "Посмотрите на сроки".into(),
    };
    Desk {
        meanwhile: Some(typed),
        version: version(1, Some(true)),
        others: Vec::new(),
        trainer_notes: None,
        path_url: None,
        state_key: "grading-state-in-review".into(),
        release_url: Some("/submissions/3/release".into()),
        team: Some(team_part()),
        markings: vec![Marking {
            who: "Иванова А. С.".into(),
            total: 12,
            rubric: Some(1),
            lines: vec!["Тон: 3".into()],
        }],
        correction: Some(GradingForm {
            reason: Some(Field::empty("reason")),
            revisions: 1,
            is_open: true,
            draft: None,
            ..form(Vec::new())
        }),
        revisions: vec![Revision {
            total: 12,
            passed: false,
            at: "16 сентября 2026 г., 10:00".into(),
            who: Some("Иванова А. С.".into()),
            reason: "Перепутал работы".into(),
            rubric: Some(1),
        }],
        ..nothing
    }
}

pub(super) fn desks() -> Vec<Desk> {
    let missing = Fault::new("points.grasp", "case-criterion").with("criterion", "Понимание вопроса");
    let faulty = Desk {
        grading: Some(form(vec![missing])),
        queue: Vec::new(),
        claim: Some(Claim { url: "/submissions/3/claim".into(), until: None, leave_url: "/x".into() }),
        ..desk()
    };
    let nothing = Desk { grading: None, claim: None, ..desk() };
    let meanwhile = meanwhile(nothing.clone());
    let holder =
        Holder {
            who: "Иванова А. С.".into(), since: Some("14:02".into()), until: Some("14:32".into())
        };
    let given = Holder { since: None, until: None, ..holder.clone() };
    let taken = Desk { holder: Some(holder), assignment: Some(assignment()), ..nothing.clone() };
    let pinned = RubricNotes { by: 1, is_pinned: true, left: Vec::new(), ..rubric_notes() };
    let plain = RubricNotes { by: 1, newest: 1, is_changed: false, left: Vec::new(), ..rubric_notes() };
    let allotted = Desk { holder: Some(given), person: None, rubric: pinned, ..nothing.clone() };
    let regrading = Desk { is_regrading: true, rubric: outdated(false), ..meanwhile.clone() };
    let outdated = Desk { rubric: outdated(true), ..meanwhile.clone() };
    let own = Desk { is_own: true, rubric: plain, ..nothing.clone() };
    let colleague = Desk { is_colleague: true, ..nothing.clone() };
    let first = Desk { calibration_url: Some("/editions/1/cases/2/calibration".into()), ..nothing.clone() };
    let without_draft = GradingForm { draft: None, ..form(Vec::new()) };
    let calibrating = Desk { is_calibrating: true, grading: Some(without_draft), ..nothing.clone() };
    let marked = Desk { is_marked: true, ..nothing.clone() };
    let hidden = hidden(nothing);
    let common = vec![desk(), faulty, meanwhile, taken, allotted, own, colleague, first, calibrating];
    common.into_iter().chain([marked, hidden, regrading, outdated]).collect()
}

pub(super) fn cases() -> Vec<CasesPage> {
    let line = |in_review: usize| Line {
        title: TITLE.into(),
        setup_url: "/editions/1/cases/2/setup".into(),
        queue_url: "/grading?edition=1&case=2".into(),
        review_url: "/grading?edition=1&case=2&state=in_review".into(),
        releases_url: (in_review > 0).then(|| "/editions/1/cases/2/releases".into()),
        agreement_url: (in_review > 0).then(|| "/editions/1/cases/2/agreement".into()),
        board_url: "/editions/1/cases/2/discussion".into(),
        peers_url: "/editions/1/cases/2/peer-reviews".into(),
        calibration_url: "/editions/1/cases/2/calibration".into(),
        rubric_url: "/editions/1/cases/2/rubric".into(),
        not_marked: 12,
        in_marking: 1,
        in_review,
        released: 20,
        is_blind: in_review > 0,
        graders: 2,
        release_key: "case-setup-release-by-hand".into(),
        allocation_key: "case-setup-allocation-none".into(),
    };
    let page = CasesPage {
        crumbs: vec![Link { label: EDITION.into(), url: "/editions/1".into() }],
        cases: vec![line(3), line(0)],
        exceptions: vec![Excepted {
            person: "Иванова Анна".into(),
            reason: "Других преподавателей нет".into(),
            at: "16 сентября 2026 г., 10:00".into(),
            revocation_url: Some("/grading-exceptions/1/revocation".into()),
        }],
        exception: Some(NewException {
            url: "/editions/1/grading-exceptions".into(),
            person: Field::empty("person"),
            trainers: vec![Choice::new(5, "Иванова Анна", "")],
            reason: Field::empty("reason"),
            fields: Vec::new(),
        }),
    };
    let empty = CasesPage { cases: Vec::new(), exceptions: Vec::new(), exception: None, ..page.clone() };
    vec![page, empty]
}

fn team_part() -> TeamPart {
    let form = |id: i64, faults: &[Fault]| MemberForm {
        url: format!("/submissions/3/members/{id}"),
        present: Field::filled("present", "on"),
        is_present: true,
        points: Field { id: format!("field-points-{id}"), ..Field::with_faults("points", "-2", faults) },
        reason: Field { id: format!("field-reason-{id}"), ..Field::empty("reason") },
        is_open: !faults.is_empty(),
    };
    let change = Change {
        present: true,
        points: -2,
        reason: "Не готовила план".into(),
        who: Some("Иванова А. С.".into()),
        at: "16 сентября 2026 г., 10:00".into(),
    };
    let rating =
        Rating {
            who: "Иванова А.".into(), key: "case-teams-rating-3".into(), remark: "Вела счёт".into()
        };
    let member = Member {
        person: "Сейтқали Айгүл".into(),
        present: true,
        total: Some(12),
        points: -2,
        ratings: vec![rating],
        changes: vec![change],
        form: Some(form(2, &[Fault::new("points", "team-nothing-changed")])),
    };
    let absent = Member {
        person: "Петров Пётр".into(),
        present: false,
        total: None,
        points: 0,
        ratings: Vec::new(),
        changes: Vec::new(),
        form: Some(form(4, &[])),
    };
    let nameless = vec![NamelessRatings { number: 1, ratings: "4, 3".into() }];
    TeamPart {
        members: vec![member, absent],
        nameless,
        unrated: false,
        is_nameless: false,
        fields: Vec::new(),
    }
}
