//! The form of what comes by mail, and when.

use crate::kernel::{Actor, Problem, dates, zones};
use crate::mail::rules::wishes::Wishes;
use crate::mail::{Delivery, Topic};
use crate::web::{Choice, Field, Form, Reader, Say, Title, View, paths};
use serde::Serialize;

/// What a person wants to get by mail.
#[derive(Debug, Serialize)]
pub struct WishesPage {
    email: String,
    topics: Vec<TopicField>,
    /// What always comes at once, as keys.
    urgent: Vec<String>,
    digest_at: Field,
    quiet_from: Field,
    quiet_to: Field,
    /// By which clock, as «Алматы, UTC+5».
    zone: String,
    wrong: Vec<Field>,
    action_url: &'static str,
    profile_url: &'static str,
    messages_url: &'static str,
}

#[derive(Debug, Serialize)]
struct TopicField {
    title_key: String,
    note_key: String,
    field: Field,
    options: Vec<Choice>,
}

impl WishesPage {
    /// The form as it stands.
    pub fn new(wishes: &Wishes, actor: &Actor, say: Say<'_>, reader: &Reader) -> WishesPage {
        let time = |time: Option<_>| time.map(dates::time).unwrap_or_default();
        let quiet = wishes.quiet;
        let hours = [
            Field::filled("digest_at", time(Some(wishes.digest_at))),
            Field::filled("quiet_from", time(quiet.map(|quiet| quiet.from))),
            Field::filled("quiet_to", time(quiet.map(|quiet| quiet.to))),
        ];
        let topic = |topic: Topic| Field::filled(topic.as_str(), wishes.delivery(topic).as_str());
        WishesPage::of(actor, (topic, hours), say, reader)
    }

    /// The form as it was sent, with its faults.
    pub fn again(typed: (&Form, &Problem), actor: &Actor, say: Say<'_>, reader: &Reader) -> WishesPage {
        let field = |name: &str| Field::typed(name, typed.0, typed.1);
        let hours = ["digest_at", "quiet_from", "quiet_to"].map(field);
        WishesPage::of(actor, (|topic: Topic| field(topic.as_str()), hours), say, reader)
    }

    fn of(
        actor: &Actor,
        (topic, hours): (impl Fn(Topic) -> Field, [Field; 3]),
        say: Say<'_>,
        reader: &Reader,
    ) -> WishesPage {
        let topics: Vec<TopicField> =
            Topic::to_choose().map(|one| TopicField::new(one, topic(one), say)).collect();
        let all = topics.iter().map(|one| &one.field).chain(&hours);
        let wrong = all.filter(|field| !field.faults.is_empty()).cloned().collect();
        let [digest_at, quiet_from, quiet_to] = hours;
        WishesPage {
            email: actor.email.clone(),
            topics,
            urgent: Topic::ALL
                .iter()
                .filter(|topic| topic.is_urgent())
                .map(|topic| title_key(*topic))
                .collect(),
            digest_at,
            quiet_from,
            quiet_to,
            zone: zones::label(reader.language, reader.zone, reader.now),
            wrong,
            action_url: paths::LETTER_WISHES,
            profile_url: paths::PROFILE,
            messages_url: paths::MESSAGES,
        }
    }
}

impl TopicField {
    fn new(topic: Topic, field: Field, say: Say<'_>) -> TopicField {
        let option = |delivery: &Delivery| {
            let label = say(&format!("messages-delivery-{}", dashed(delivery.as_str())));
            Choice::new(delivery.as_str(), label, &field.value)
        };
        TopicField {
            title_key: title_key(topic),
            note_key: format!("{}-note", title_key(topic)),
            options: topic.deliveries().iter().map(option).collect(),
            field,
        }
    }
}

fn title_key(topic: Topic) -> String {
    format!("messages-topic-{}", topic.as_str())
}

/// A stored word as keys spell it.
fn dashed(word: &str) -> String {
    word.replace('_', "-")
}

impl View for WishesPage {
    const TEMPLATE: &'static str = "pages/mail/wishes";

    fn title(&self) -> Title {
        Title::key("messages-wishes-title")
    }

    fn samples() -> Vec<WishesPage> {
        let (actor, reader) = (Actor::program(), Reader::sample());
        let say = |key: &str| match key {
            "messages-delivery-at-once" => "Сразу".to_owned(),
            "messages-delivery-digest" => "Раз в день одним письмом".to_owned(),
            _ => "Только на сайте".to_owned(),
        };
        let calm = WishesPage::new(&Wishes::default(), &actor, &say, &reader);
        let form = Form::of(&[("grades", "digest"), ("digest_at", "25:00"), ("quiet_from", "22:00")]);
        let typed = crate::mail::rules::wishes::Typed {
            deliveries: vec![("documents".to_owned(), String::new())],
            digest_at: "25:00".to_owned(),
            quiet_from: "22:00".to_owned(),
            quiet_to: String::new(),
        };
        let problem = Problem::invalid(typed.read().err().unwrap_or_default());
        vec![calm, WishesPage::again((&form, &problem), &actor, &say, &reader)]
    }
}
