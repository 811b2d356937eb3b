//! The pages in their typical states.

use super::GivenView;
use super::own::{AskedView, OwnPage};
use super::review::{ReviewForm, ReviewPage, Theirs, WorkView};
use super::round::{LineView, RoundPage, WorkView as Listed};
use crate::cases::views::samples::criterion;
use crate::cases::views::{Link, MarkView};
use crate::kernel::{Fault, Word as _};
use crate::peer_reviews::rules::ReviewState;
use crate::web::Field;

const TITLE: &str = "Волонтёры не пришли";
const AT: &str = "вт, 15 сентября, 23:59";

fn crumbs() -> Vec<Link> {
    let link = |label: &str| Link { label: label.into(), url: "/editions/1".into() };
    vec![link("2-й поток"), link(TITLE)]
}

fn key(state: ReviewState) -> String {
    format!("peer-state-{}", state.as_str().replace('_', "-"))
}

fn given(number: usize) -> GivenView {
    GivenView {
        number,
        total: 5,
        most: 7,
        marks: vec![MarkView {
            title: "Понимание вопроса".into(),
            points: 2,
            most: 4,
            weight: Some(2),
            counted: 4,
            level: "назвал часть".into(),
            remark: Some("А что с письмами?".into()),
        }],
        remark: vec!["Хороший план на утро.".into()],
        advice: vec!["Сначала позвоните.".into()],
    }
}

pub(super) fn owns() -> Vec<OwnPage> {
    let asked = |(number, state): (usize, ReviewState)| AskedView {
        number,
        url: "/peer-reviews/1".into(),
        state_key: key(state),
        is_to_write: state.is_to_write(),
        is_done: state == ReviewState::HandedIn,
        due: AT.into(),
        city: "Иркутску",
        reason: (state == ReviewState::Dropped).then(|| "Одно слово вместо отзыва".into()),
    };
    let all = [
        ReviewState::Open,
        ReviewState::Overdue,
        ReviewState::HandedIn,
        ReviewState::PassedOn,
        ReviewState::Dropped,
        ReviewState::Hidden,
    ];
    let page = OwnPage {
        crumbs: crumbs(),
        case_title: TITLE.into(),
        is_allotted: true,
        reviewers: 2,
        asked: (1..).zip(all).map(asked).collect(),
        points: Some(2),
        most_points: 10,
        is_released: true,
        received: vec![given(1), given(2)],
    };
    let ahead = OwnPage {
        is_allotted: false,
        asked: Vec::new(),
        points: None,
        is_released: false,
        received: Vec::new(),
        ..page.clone()
    };
    let nothing = OwnPage { asked: Vec::new(), points: None, received: Vec::new(), ..page.clone() };
    let waiting = OwnPage { is_released: false, received: Vec::new(), ..page.clone() };
    vec![page, ahead, nothing, waiting]
}

fn form() -> ReviewForm {
    ReviewForm {
        url: "/peer-reviews/1".into(),
        draft_url: "/peer-reviews/1/draft".into(),
        revision: 2,
        saved: Some("14:02".into()),
        criteria: vec![criterion(Vec::new(), true)],
        remark: Field::empty("remark"),
        advice: Field::empty("advice"),
        theirs: None,
    }
}

fn open_review() -> ReviewPage {
    let work = WorkView {
        paragraphs: vec!["Сначала позвоню Ольге.".into()],
        files: vec![Link { label: "1.pdf".into(), url: "/peer-reviews/1/files/1".into() }],
        links: vec!["https://example.org/board".into()],
    };
    ReviewPage {
        crumbs: crumbs(),
        case_title: TITLE.into(),
        case_url: Some("/learn/1/cases/2".into()),
        state_key: key(ReviewState::Open),
        is_done: false,
        due: AT.into(),
        city: "Иркутску",
        reviewer: None,
        author: None,
        is_staff: false,
        work: Some(work),
        given: None,
        dropped: None,
        form: Some(form()),
        dropping_url: None,
        reason: Field::empty("reason"),
        fields: Vec::new(),
    }
}

pub(super) fn reviews() -> Vec<ReviewPage> {
    let fault = vec![Fault::new("points.grasp", "case-criterion").with("criterion", "Понимание вопроса")];
    let open = open_review();
    let remark = Field { faults: vec![Fault::new("remark", "peer-remark")], ..Field::empty("remark") };
    let theirs = Theirs { at: "14:05".into(), lines: vec!["Понимание вопроса: 2".into()] };
    let mut faulty = ReviewPage { fields: vec![remark.clone()], ..open.clone() };
    faulty.form = Some(ReviewForm {
        criteria: vec![criterion(fault, true)],
        remark,
        theirs: Some(theirs),
        saved: None,
        ..form()
    });
    let done = ReviewPage {
        state_key: key(ReviewState::HandedIn),
        is_done: true,
        given: Some(given(1)),
        form: None,
        ..open.clone()
    };
    let staff = ReviewPage {
        is_staff: true,
        case_url: None,
        reviewer: Some("Петров Пётр".into()),
        author: Some("Сейтқали Айгүл".into()),
        dropping_url: Some("/peer-reviews/1/dropping".into()),
        ..done.clone()
    };
    let dropped = ReviewPage {
        state_key: key(ReviewState::Dropped),
        is_done: false,
        dropped: Some("Одно слово вместо отзыва".into()),
        dropping_url: None,
        reviewer: None,
        author: None,
        ..staff.clone()
    };
    let hidden = ReviewPage { state_key: key(ReviewState::Hidden), work: None, form: None, ..open.clone() };
    vec![open, faulty, done, staff, dropped, hidden]
}

fn under_way() -> RoundPage {
    let line = |number, state: ReviewState| LineView {
        number,
        url: "/peer-reviews/1".into(),
        reviewer: (number == 1).then(|| "Петров Пётр".into()),
        state_key: key(state),
        is_done: state == ReviewState::HandedIn,
        is_overdue: state == ReviewState::Overdue,
        total: (state == ReviewState::HandedIn).then_some(5),
    };
    let work = |id, missing| Listed {
        id,
        author: (id == 1).then(|| "Сейтқали Айгүл".into()),
        desk_url: "/submissions/3".into(),
        missing,
        points: (id == 1).then(|| "10".into()),
        reviews: vec![line(1, ReviewState::HandedIn), line(2, ReviewState::Overdue)],
    };
    RoundPage {
        crumbs: crumbs(),
        case_title: TITLE.into(),
        url: "/editions/1/cases/2/peer-reviews".into(),
        allotment_url: "/editions/1/cases/2/peer-reviews/allotment".into(),
        release_url: "/editions/1/cases/2/peer-reviews/release".into(),
        is_on: true,
        is_allotted: true,
        is_nameless: false,
        deadline: None,
        due: Some(AT.into()),
        renewed: Some(AT.into()),
        released: None,
        city: "Иркутску",
        reviewers: Field::filled("reviewers", "2"),
        days: Field::filled("days", "7"),
        points: Field::filled("points", "10"),
        proposes: Field::empty("proposes"),
        proposes_on: true,
        early: Field::empty("early"),
        early_on: false,
        late: 1,
        lacking: 1,
        works: vec![work(1, 1), work(2, 0)],
        most_points: 10,
        fields: Vec::new(),
    }
}

pub(super) fn rounds() -> Vec<RoundPage> {
    let under_way = under_way();
    let none = Field { faults: vec![Fault::new("works", "peer-no-works")], ..Field::empty("works") };
    let early = Field { faults: vec![Fault::new("early", "peer-early")], ..Field::empty("early") };
    let ahead = RoundPage {
        is_allotted: false,
        deadline: Some(AT.into()),
        due: None,
        renewed: None,
        late: 0,
        lacking: 0,
        works: Vec::new(),
        fields: vec![none, early.clone()],
        early,
        ..under_way.clone()
    };
    let off = RoundPage { is_on: false, fields: Vec::new(), ..ahead.clone() };
    let over =
        RoundPage { released: Some(AT.into()), is_nameless: true, late: 0, lacking: 0, ..under_way.clone() };
    vec![under_way, ahead, off, over]
}
