use super::*;
use crate::orders::rules::content::{Entry, Leaver, Listed, Outcome};
use crate::orders::rules::standing::Named;
use crate::orders::rules::trail::{Trail, issue_faults};
use chrono::Days as Span;
use proptest::prelude::*;

const WHO: EnrolmentId = EnrolmentId(1);

fn day(days: u64) -> NaiveDate {
    "2026-01-01".parse::<NaiveDate>().unwrap() + Span::new(days)
}

fn content(kind: OrderKind) -> Content {
    match kind {
        OrderKind::Enrolment => {
            let people = vec![Listed { enrolment: WHO, ground: "заявление".into() }];
            Content::Enrolment { responsible_post: String::new(), responsible_name: String::new(), people }
        }
        OrderKind::Commission => Content::Commission { members: Vec::new() },
        OrderKind::AssessmentSheet => {
            let outcome = Some(Outcome::Passed);
            let entry = Entry { enrolment: WHO, outcome, percent: None, grade: None, topic: None };
            Content::AssessmentSheet { assessment: "зачёт".into(), entries: vec![entry] }
        }
        OrderKind::Protocol => Content::Protocol {
            present: BTreeSet::new(),
            topic: String::new(),
            questions: Vec::new(),
            opinions: None,
        },
        OrderKind::Closing => {
            Content::Closing { people: vec![Leaver { enrolment: WHO, ending: Ending::Document }] }
        }
        OrderKind::Expulsion => {
            Content::Expulsion { enrolment: WHO, reason: String::new(), ground: String::new() }
        }
        OrderKind::Correction => Content::Correction { change: String::new(), ground: String::new() },
        OrderKind::Cancellation => Content::Cancellation { ground: String::new() },
    }
}

/// Signs as the action does, with nothing but the rules in between.
struct Desk {
    signed: Vec<Paper>,
    days: Days,
}

impl Desk {
    fn new(days: Days) -> Desk {
        Desk { signed: Vec::new(), days }
    }

    fn standing(&self) -> Standing {
        Standing::of(self.signed.clone())
    }

    fn sign(&mut self, kind: OrderKind, about: Option<OrderId>, dated: NaiveDate) -> Vec<String> {
        let (standing, active) = (self.standing(), BTreeSet::from([WHO]));
        let ground = Ground { standing: &standing, numbered: true, active: &active };
        let content = content(kind);
        let about = about.or_else(|| match kind {
            OrderKind::Protocol => standing.open_sheet().map(|sheet| sheet.id),
            _ => None,
        });
        let rests = grounds(&content, about, &standing);
        let papers: Vec<&Paper> = rests.iter().filter_map(|id| standing.paper(*id)).collect();
        let mut faults: Vec<Fault> = locked(kind, ground).into_iter().collect();
        faults.extend(about_faults(kind, about, &standing));
        faults.extend(people_faults(&content, ground));
        faults.extend(date_faults(kind, dated, (&papers, false), self.days, Some("причина")));
        if !faults.is_empty() {
            return faults.into_iter().map(|fault| fault.code).collect();
        }
        let named = match kind {
            OrderKind::Protocol => papers.iter().flat_map(|paper| paper.people.clone()).collect(),
            _ => {
                let named = |(enrolment, part, mark)| Named { enrolment, part, mark };
                content.people().into_iter().map(named).collect()
            }
        };
        let id = OrderId(self.signed.len() as i64 + 1);
        let number = id.to_string();
        self.signed.push(Paper { id, kind, number, dated, about, grounds: rests, people: named });
        Vec::new()
    }
}

fn term() -> Days {
    Days { starts_on: day(10), ends_on: day(50), today: day(100) }
}

#[test]
fn row_05_no_step_is_skipped() {
    let mut desk = Desk::new(term());
    assert_eq!(desk.sign(OrderKind::Closing, None, day(60))[0], "order-needs-enrolment");
    assert_eq!(desk.sign(OrderKind::Protocol, None, day(60))[0], "order-needs-enrolment");
    assert!(desk.sign(OrderKind::Enrolment, None, day(9)).is_empty());
    assert_eq!(desk.sign(OrderKind::AssessmentSheet, None, day(60))[0], "order-needs-commission");
    assert_eq!(desk.sign(OrderKind::Closing, None, day(60))[0], "order-needs-protocol");
    assert!(desk.sign(OrderKind::Commission, None, day(40)).is_empty());
    assert_eq!(desk.sign(OrderKind::Protocol, None, day(60))[0], "order-needs-sheet");
    assert!(desk.sign(OrderKind::AssessmentSheet, None, day(50)).is_empty());
    assert_eq!(desk.sign(OrderKind::AssessmentSheet, None, day(51)), ["order-person-pending"]);
    assert!(desk.sign(OrderKind::Protocol, None, day(50)).is_empty());
    assert!(!issue_faults(&Trail::of(&desk.standing()), WHO, day(60), "f").is_empty());
    assert!(desk.sign(OrderKind::Closing, None, day(51)).is_empty());
    assert_eq!(desk.sign(OrderKind::Closing, None, day(52)), ["order-person-not-enrolled"]);
    let trail = Trail::of(&desk.standing());
    assert!(issue_faults(&trail, WHO, day(51), "f").is_empty());
    assert_eq!(issue_faults(&trail, WHO, day(50), "f")[0].code, "order-issue-early");
    assert_eq!(issue_faults(&trail, EnrolmentId(2), day(60), "f").len(), 2);
}

#[test]
fn what_others_rest_on_is_cancelled_last() {
    let mut desk = Desk::new(term());
    for (kind, on) in [
        (OrderKind::Enrolment, 9),
        (OrderKind::Commission, 40),
        (OrderKind::AssessmentSheet, 50),
        (OrderKind::Protocol, 50),
        (OrderKind::Closing, 51),
    ] {
        assert!(desk.sign(kind, None, day(on)).is_empty(), "{kind:?}");
    }
    let id = |place: usize| Some(OrderId(place as i64));
    assert_eq!(desk.sign(OrderKind::Cancellation, id(1), day(60)), ["order-rested-on"]);
    assert_eq!(desk.sign(OrderKind::Cancellation, id(4), day(60)), ["order-rested-on"]);
    assert!(desk.sign(OrderKind::Cancellation, id(5), day(60)).is_empty());
    assert!(Trail::of(&desk.standing()).closed.is_empty());
    assert_eq!(desk.sign(OrderKind::Cancellation, id(5), day(61)), ["order-about-gone"], "once");
    assert_eq!(
        desk.sign(OrderKind::Cancellation, id(6), day(61)),
        ["order-about-gone"],
        "not a cancellation"
    );
    assert!(desk.sign(OrderKind::Correction, id(1), day(61)).is_empty());
    assert!(desk.sign(OrderKind::Closing, None, day(62)).is_empty(), "and may be signed again");
}

#[test]
fn whoever_is_expelled_leaves_and_may_come_back() {
    let mut desk = Desk::new(term());
    assert!(desk.sign(OrderKind::Enrolment, None, day(9)).is_empty());
    assert_eq!(desk.sign(OrderKind::Enrolment, None, day(10)), ["order-person-enrolled"]);
    assert_eq!(desk.sign(OrderKind::Expulsion, None, day(8)), ["order-date-before-ground"]);
    assert!(desk.sign(OrderKind::Expulsion, None, day(20)).is_empty());
    assert_eq!(desk.sign(OrderKind::Expulsion, None, day(21)), ["order-person-not-enrolled"]);
    assert!(desk.sign(OrderKind::Enrolment, None, day(22)).is_empty());
    assert!(desk.standing().own()[&WHO].studies());
}

#[test]
fn what_is_unusual_asks_for_a_reason_and_what_is_impossible_does_not() {
    let codes = |kind, on, despite| -> Vec<String> {
        let faults = date_faults(kind, day(on), (&[], false), term(), despite);
        faults.into_iter().map(|fault| format!("{}:{}", fault.field, fault.code)).collect()
    };
    assert_eq!(codes(OrderKind::Enrolment, 11, None), ["despite:order-enrolment-late"]);
    assert!(codes(OrderKind::Enrolment, 10, None).is_empty());
    assert!(codes(OrderKind::Enrolment, 11, Some("Болел директор")).is_empty());
    assert_eq!(codes(OrderKind::Protocol, 49, None), ["despite:order-assessment-early"]);
    assert_eq!(codes(OrderKind::Protocol, 9, Some("x")), ["dated:order-before-start"]);
    assert_eq!(codes(OrderKind::Closing, 49, Some("x")), ["dated:order-closing-early"]);
    assert_eq!(codes(OrderKind::Closing, 101, Some("x")), ["dated:order-date-future"]);
    assert!(
        date_faults(OrderKind::Enrolment, day(30), (&[], true), term(), None).is_empty(),
        "supplementary"
    );
    let mistyped = "0026-01-10".parse().unwrap();
    let faults = date_faults(OrderKind::Enrolment, mistyped, (&[], false), term(), None);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].code, "order-date-old");
}

#[test]
fn a_sheet_is_not_signed_while_somebody_is_not_decided() {
    let mut desk = Desk::new(term());
    assert!(desk.sign(OrderKind::Enrolment, None, day(9)).is_empty());
    let (standing, active) = (desk.standing(), BTreeSet::from([WHO]));
    let ground = Ground { standing: &standing, numbered: true, active: &active };
    let entry = Entry { enrolment: WHO, outcome: None, percent: None, grade: None, topic: None };
    let sheet = Content::AssessmentSheet { assessment: "зачёт".into(), entries: vec![entry] };
    let faults = people_faults(&sheet, ground);
    assert_eq!((faults.len(), faults[0].code.as_str()), (1, "order-person-undecided"));
}

/// What the table of cancellations says of people is what the papers that still stand say.
#[test]
fn a_cancelled_paper_leaves_people_where_they_stood_before_it() {
    let trail = [
        (OrderKind::Enrolment, 9),
        (OrderKind::Commission, 40),
        (OrderKind::AssessmentSheet, 50),
        (OrderKind::Protocol, 50),
        (OrderKind::Closing, 51),
    ];
    let mut desk = Desk::new(term());
    let mut stood = vec![desk.standing().own().get(&WHO).cloned()];
    for (kind, on) in trail {
        assert!(desk.sign(kind, None, day(on)).is_empty(), "{kind:?}");
        stood.push(desk.standing().own().get(&WHO).cloned());
    }
    for place in (1..=trail.len()).rev() {
        let about = Some(OrderId(place as i64));
        assert!(desk.sign(OrderKind::Cancellation, about, day(60)).is_empty(), "{place}");
        assert_eq!(desk.standing().own().get(&WHO), stood[place - 1].as_ref(), "{place}");
    }
    let mut desk = Desk::new(term());
    assert!(desk.sign(OrderKind::Enrolment, None, day(9)).is_empty());
    assert!(desk.sign(OrderKind::Expulsion, None, day(20)).is_empty());
    assert!(desk.sign(OrderKind::Cancellation, Some(OrderId(2)), day(21)).is_empty());
    assert!(desk.standing().own()[&WHO].studies(), "by the papers the person was never expelled");
}

proptest! {
    /// Whatever is signed on whatever day, and whatever is cancelled in between: what stands is in the order of the
    /// trail, and a document that passes is not older than any of it.
    #[test]
    fn row_06_whatever_stands_is_in_order(
        acts in prop::collection::vec((0usize..8, 0u64..80, 1i64..8), 1..40),
        issued in 0u64..120,
    ) {
        let mut desk = Desk::new(Days { today: day(80), ..term() });
        let kinds = [
            OrderKind::Enrolment, OrderKind::Commission, OrderKind::AssessmentSheet, OrderKind::Protocol,
            OrderKind::Closing, OrderKind::Expulsion, OrderKind::Cancellation, OrderKind::Correction,
        ];
        for (kind, on, about) in acts {
            let about = matches!(kinds[kind], OrderKind::Cancellation | OrderKind::Correction)
                .then_some(OrderId(about));
            desk.sign(kinds[kind], about, day(on));
        }
        let standing = desk.standing();
        // What a cancellation is about does not stand any more, and a correction does not keep it from being cancelled.
        let about_others = [OrderKind::Cancellation, OrderKind::Correction];
        for paper in standing.papers().iter().filter(|paper| !about_others.contains(&paper.kind)) {
            for ground in &paper.grounds {
                let ground = standing.paper(*ground);
                prop_assert!(ground.is_some_and(|ground| ground.dated <= paper.dated));
            }
        }
        let trail = Trail::of(&standing);
        if let Some(own) = trail.own.get(&WHO).filter(|own| own.closing.is_some()) {
            let dates = [&own.enrolment, &own.sheet, &own.protocol, &own.closing].map(|one| one.as_ref().unwrap().dated);
            prop_assert!(dates.is_sorted(), "{dates:?}");
            prop_assert!(dates[3] >= day(50));
            let fine = issue_faults(&trail, WHO, day(issued), "f").is_empty();
            prop_assert_eq!(fine, day(issued) >= dates[3]);
        } else {
            prop_assert!(!issue_faults(&trail, WHO, day(issued), "f").is_empty());
        }
    }
}
