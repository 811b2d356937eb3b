//! Invitations that mail programs put into the calendar: asked for, moved and taken back by letter.

use super::{book, cancel, change, files, invite, on, parsers};
use crate::attendance::ground::Ground;
use birge::attendance::actions;
use birge::web::paths;

/// The calendar that a letter brings in its own text, unfolded; the file beside it says the same.
fn calendar(letter: &str) -> String {
    let parts: Vec<&str> = letter.split("BEGIN:VCALENDAR").skip(1).collect();
    assert_eq!(parts.len(), 2, "in the letter and as a file:\n{letter}");
    let whole = |part: &str| {
        let (inside, _) = part.split_once("END:VCALENDAR").unwrap();
        format!("BEGIN:VCALENDAR{inside}END:VCALENDAR\n").replace('\n', "\r\n")
    };
    assert_eq!(whole(parts[0]), whole(parts[1]));
    whole(parts[0])
}

#[tokio::test]
async fn who_asked_for_invitations_gets_them_and_their_changes_and_cancellation() {
    let ground = Ground::with(2).await;
    let person = &ground.people[0].0;
    invite(&ground, person).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    let invited = files(&ground, "session_invitation").await;
    assert_eq!(invited.len(), 1, "only who asked for it");
    assert!(
        invited[0].contains("Content-Type: text/calendar; charset=utf-8; method=REQUEST"),
        "{}",
        invited[0]
    );
    assert!(
        invited[0].contains("Content-Disposition: attachment; filename=\"invite.ics\""),
        "{}",
        invited[0]
    );
    let text = calendar(&invited[0]);
    assert!(text.contains("METHOD:REQUEST") && text.contains("ORGANIZER;CN="), "{text}");
    assert!(text.contains(&format!("mailto:{}", person.email)), "{text}");
    let [asked] = parsers::read(&text).try_into().unwrap();
    assert_eq!((asked.sequence, asked.cancelled), (0, false));

    change(&ground, id, on(&ground, "2026-09-23", ("10:00", "11:30"))).await;
    let changed = files(&ground, "session_changed").await;
    let with: Vec<&String> = changed.iter().filter(|letter| letter.contains("text/calendar")).collect();
    assert_eq!((changed.len(), with.len()), (2, 1), "everybody is told, one of them with an event");
    let [moved] = parsers::read(&calendar(with[0])).try_into().unwrap();
    assert_eq!((moved.uid.as_str(), moved.sequence), (asked.uid.as_str(), 1));
    assert_eq!(moved.starts - asked.starts, 24 * 60 * 60);

    cancel(&ground, id, "Нет света").await;
    let cancelled = files(&ground, "session_cancelled").await;
    let with: Vec<&String> = cancelled.iter().filter(|letter| letter.contains("text/calendar")).collect();
    assert_eq!((cancelled.len(), with.len()), (2, 1));
    let text = calendar(with[0]);
    assert!(text.contains("METHOD:CANCEL"), "{text}");
    let [gone] = parsers::read(&text).try_into().unwrap();
    assert_eq!((gone.uid.as_str(), gone.sequence, gone.cancelled), (asked.uid.as_str(), 2, true));

    // The feed names it as the letters do.
    let trainee = ground.app.sign_in(person).await;
    let path = super::subscribe(&trainee, &[]).await;
    let [listed] = parsers::read(&super::fetched(&ground, &path).await.html).try_into().unwrap();
    assert_eq!((listed.uid, listed.sequence, listed.cancelled), (asked.uid, 2, true));
}

/// A series is one letter a person, not one a session.
#[tokio::test]
async fn sessions_booked_at_once_come_in_one_letter_and_are_changed_one_by_one() {
    let ground = Ground::with(2).await;
    invite(&ground, &ground.people[0].0).await;
    let days = ["2026-09-22", "2026-09-29", "2026-10-06"];
    let bookings = days.map(|day| on(&ground, day, ("10:00", "11:30")));
    let (actor, now, edition) = (ground.app.actor(&ground.trainer).await, ground.app.now(), ground.edition);
    let book = move |w: &mut birge::db::Write| actions::book_all(w, &actor, edition, (&bookings, None), now);
    let ids = ground.app.db.write(book).await.unwrap();
    let letters = files(&ground, "sessions_invitation").await;
    assert_eq!(letters.len(), 1, "only who asked for invitations, and once");
    assert!(files(&ground, "session_invitation").await.is_empty());
    assert!(letters[0].contains("method=PUBLISH"), "{}", letters[0]);
    assert!(letters[0].contains("вт, 29 сентября, 10:00–11:30"), "{}", letters[0]);
    let text = calendar(&letters[0]);
    assert!(text.contains("METHOD:PUBLISH") && !text.contains("ATTENDEE"), "{text}");
    let all = parsers::read(&text);
    assert_eq!(all.len(), 3);
    assert_eq!(all[2].starts - all[0].starts, 14 * 24 * 60 * 60);

    change(&ground, ids[1], on(&ground, "2026-09-30", ("10:00", "11:30"))).await;
    let changed = files(&ground, "session_changed").await;
    let with = changed.iter().find(|letter| letter.contains("text/calendar")).unwrap();
    let [moved] = parsers::read(&calendar(with)).try_into().unwrap();
    assert_eq!((moved.uid.as_str(), moved.sequence), (all[1].uid.as_str(), 1), "it is the same event");
}

#[tokio::test]
async fn a_trainer_who_acts_is_written_to_only_to_keep_the_calendar_right() {
    let ground = Ground::with(0).await;
    let id = book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    change(&ground, id, on(&ground, "2026-09-23", ("10:00", "11:30"))).await;
    assert!(files(&ground, "session_changed").await.is_empty());
    invite(&ground, &ground.trainer).await;
    change(&ground, id, on(&ground, "2026-09-24", ("10:00", "11:30"))).await;
    assert_eq!(files(&ground, "session_changed").await.len(), 1);
}

#[tokio::test]
async fn invitations_are_off_until_asked_for_and_can_be_turned_off_again() {
    let ground = Ground::with(1).await;
    let trainee = ground.app.sign_in(&ground.people[0].0).await;
    let ticked = |html: &str| {
        html.split("name=\"invited\"").nth(1).unwrap().split('>').next().unwrap().contains("checked")
    };
    assert!(!ticked(&trainee.get(paths::CALENDAR_FEEDS).await.html));
    let on_page = trainee.post(paths::CALENDAR_INVITATIONS, &[("invited", "on")]).await;
    assert!(ticked(&on_page.html) && on_page.text().contains("Приглашения будут приходить"));
    let off_page = trainee.post(paths::CALENDAR_INVITATIONS, &[]).await;
    assert!(!ticked(&off_page.html) && off_page.text().contains("Приглашений больше не будет"));
    book(&ground, ground.edition, on(&ground, "2026-09-22", ("10:00", "11:30"))).await;
    assert!(files(&ground, "session_invitation").await.is_empty());
    assert_eq!(ground.app.audited("calendar-invitations-chosen").await, 2);
}
