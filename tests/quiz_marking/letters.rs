//! What letters about marks say, and what they keep for later (G4).

use super::*;

impl Room {
    /// The texts of all letters to somebody, with their subjects.
    async fn texts_to(&self, person: &Person) -> Vec<String> {
        self.app.run_jobs().await;
        let letters = self.app.db.read(|r| birge::mail::store::newest(r, None, 50)).await.unwrap();
        let own = letters.into_iter().filter(|letter| letter.to_address == person.email);
        own.map(|letter| format!("{} {}", letter.subject, letter.body_text)).collect()
    }
}

#[actix_web::test]
async fn no_letter_tells_a_result_before_it_may_be_seen() {
    let later = course().replace("01-first/03-quiz.ru.quiz.md", "after_submit", "marks_after_close");
    let room = Room::of(later).await;
    let anna = room.trainee("Аннина").await;
    let attempt = room.sit(&anna, "Приду.", &["many"]).await;
    room.mark(&room.oldest().await, "1", "").await;
    let (many, _) = room.question("many").await;
    let address = paths::mark_override(attempt, many);
    let seen = room.desk.get(&address).await.value_of("seen").unwrap();
    let fields = [("points", "2"), ("reason", "Ответ дан на бумаге"), ("seen", seen.as_str())];
    assert_eq!(room.desk.post(&address, &fields).await.status, 200);
    assert_eq!(room.row(attempt).await.result, Some(Permille(727)), "the result is there, and is not told");
    let letters = room.texts_to(&anna.0).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].contains("Результат можно будет увидеть с 1 декабря 2026"), "{letters:?}");
    for told in ["%", "сдан"] {
        assert!(!letters[0].contains(told), "{told}: {letters:?}");
    }
    assert_eq!(room.completed(anna.1).await, None);
}
