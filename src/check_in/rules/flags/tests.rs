use super::*;

fn at(second: i64) -> Moment {
    Moment::parse("2026-09-15T02:00:00Z").unwrap().plus_seconds(second)
}

/// Somebody in the room by a phone of their own, half a minute after the one before.
fn somebody(id: i64) -> Arrived {
    Arrived {
        enrolment: EnrolmentId(id),
        presence: Presence::InPerson,
        at: at(30 * id),
        recorded_at: at(30 * id),
        device: Some(format!("phone {id}")),
        address: "hall".into(),
        network: "203.0.113.0/24".into(),
        made_mark: true,
    }
}

fn room(people: i64) -> Vec<Arrived> {
    (1..=people).map(somebody).collect()
}

fn said(arrivals: &[Arrived]) -> Vec<(i64, Flag, Vec<i64>)> {
    let plain = |one: Raised| (one.enrolment.0, one.flag, one.with.iter().map(|other| other.0).collect());
    raised(arrivals, &HashMap::new()).into_iter().map(plain).collect()
}

#[test]
fn a_usual_hall_raises_nothing() {
    assert_eq!(said(&room(40)), []);
    // Everybody within one minute, behind one address.
    let quick: Vec<Arrived> = room(40).into_iter().map(|one| Arrived { recorded_at: at(1), ..one }).collect();
    assert_eq!(said(&quick), []);
}

#[test]
fn two_people_on_one_device_are_shown_with_each_other() {
    let mut people = room(6);
    people[4].device = people[1].device.clone();
    people[5].device = None;
    assert_eq!(said(&people), [(2, Flag::Device, vec![5]), (5, Flag::Device, vec![2])]);
}

#[test]
fn three_from_one_address_within_seconds_are_too_fast_unless_it_is_the_halls() {
    let mut people = room(9);
    for (place, second) in [(2, 100), (4, 106), (6, 119)] {
        people[place].address = "one flat".into();
        people[place].recorded_at = at(second);
    }
    assert_eq!(
        said(&people),
        [(3, Flag::Pace, vec![5, 7]), (5, Flag::Pace, vec![3, 7]), (7, Flag::Pace, vec![3, 5])]
    );
    people[6].recorded_at = at(120);
    assert_eq!(said(&people), []);
}

#[test]
fn a_second_hall_behind_one_address_is_no_haste_and_ten_people_are() {
    let hasty = |behind: usize| {
        let mut people = room(40);
        for one in people.iter_mut().take(behind) {
            one.address = "second hall".into();
            one.recorded_at = at(1);
        }
        said(&people).len()
    };
    assert_eq!((hasty(10), hasty(11), hasty(19)), (10, 0, 0));
}

#[test]
fn another_network_than_that_of_most_in_the_room_is_shown_and_online_none() {
    let mut people = room(5);
    people[3].network = "198.51.100.0/24".into();
    assert_eq!(said(&people), [(4, Flag::Elsewhere, vec![])]);
    people[3].presence = Presence::Online;
    assert_eq!(said(&people), []);
    // Of four nobody can say where most of them are.
    people[3].presence = Presence::InPerson;
    people.pop();
    assert_eq!(said(&people), []);
}

#[test]
fn a_mark_that_was_there_before_is_shown_where_it_says_something_else() {
    let mut people = room(3);
    people[0].made_mark = false;
    people[1].made_mark = false;
    let mark = |status| Mark::of(status, Presence::InPerson);
    let marks = [(1, Status::Absent), (2, Status::Present), (3, Status::Absent)];
    let marks = marks.into_iter().map(|(id, status)| (EnrolmentId(id), mark(status))).collect();
    // The third was corrected by the trainer after the arrival: that is the trainer's word.
    let flags: Vec<(i64, Flag)> =
        raised(&people, &marks).into_iter().map(|one| (one.enrolment.0, one.flag)).collect();
    assert_eq!(flags, [(1, Flag::Mark)]);
}

#[test]
fn networks_are_told_apart_by_their_prefix() {
    assert_eq!(network("203.0.113.77"), "203.0.113.0/24");
    assert_eq!(network("::ffff:203.0.113.77"), "203.0.113.0/24");
    assert_eq!(network("2001:db8:aa:1::5"), "2001:db8:aa::/48");
    assert_eq!(network("unknown"), "unknown");
}
