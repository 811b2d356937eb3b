//! A consultation that somebody has booked, and one that they ask for.

use super::app::TestApp;
use super::fixtures::Person;
use birge::appointments::actions;
use birge::appointments::rules::{Opening, Row, Wish};
use birge::attendance::rules::SessionMode;
use birge::db::{Read, Write};
use birge::kernel::{AppointmentBookingId, AppointmentRequestId, AppointmentSlotId, EditionId};

impl TestApp {
    /// Opens two consultations of half an hour on the last day of an edition, books the first one, and asks for another.
    pub async fn appointment(
        &self,
        edition: EditionId,
        (trainer, trainee): (&Person, &Person),
    ) -> (AppointmentSlotId, AppointmentBookingId, AppointmentRequestId) {
        let term = move |r: &mut Read| Ok(birge::editions::store::edition(r, edition)?.unwrap().ends_on);
        let (day, now) = (self.db.read(term).await.unwrap(), self.now());
        let (consults, learns) = (self.actor(trainer).await, self.actor(trainee).await);
        let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let consultant = trainer.id;
        let opening = Opening {
            consultant,
            row: Row {
                first: day,
                weekdays: Vec::new(),
                weeks: 1,
                starts: time(6),
                ends: time(7),
                every: Some(30),
            },
            capacity: 1,
            mode: SessionMode::Online,
            place: None,
            link: Some("https://meet.example.org/k".into()),
            topic: Some("Разбор вашего кейса".into()),
            counted: None,
        };
        let wish = Wish {
            consultant,
            on: day,
            starts: time(20),
            minutes: 30,
            mode: SessionMode::Online,
            question: "Можно ли заменить площадку?".into(),
        };
        let make = move |w: &mut Write| {
            let slot = actions::open(w, &consults, edition, (&opening, false), now)?[0];
            let booking = actions::book(w, &learns, slot, Some("Как написать отчёт?"), now)?;
            Ok((slot, booking, actions::ask(w, &learns, edition, &wish, now)?))
        };
        self.db.write(make).await.unwrap()
    }
}
