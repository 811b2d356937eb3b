//! Documents that confirm a volunteer's authority: from when until when, where, and to do what. Pure.

use crate::documents::rules::letters::LetterText;
use crate::kernel::Language;
use crate::printing::fields::{LetterFields, ServiceFields};
use chrono::NaiveDate;

/// What a coordinator writes, in Russian and in Kazakh: the paper is in both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authority {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// Where, in Russian.
    pub place_ru: String,
    /// Where, in Kazakh.
    pub place_kk: String,
    /// What to do, each in a line, in Russian.
    pub tasks_ru: String,
    /// The same in Kazakh.
    pub tasks_kk: String,
}

impl Authority {
    /// What the paper says: Kazakh first, then Russian (Law on languages of the Republic of Kazakhstan, article 21); in a
    /// language in which nothing was written, nothing.
    pub fn texts(&self) -> Vec<LetterText> {
        let written = |place: &str, tasks: &str| !place.trim().is_empty() || !tasks.trim().is_empty();
        let mut texts = Vec::new();
        if written(&self.place_kk, &self.tasks_kk) {
            texts.push(text(Language::Kk, &self.place_kk, &self.tasks_kk));
        }
        if written(&self.place_ru, &self.tasks_ru) || texts.is_empty() {
            texts.push(text(Language::Ru, &self.place_ru, &self.tasks_ru));
        }
        texts
    }
}

fn text(language: Language, place: &str, tasks: &str) -> LetterText {
    let lines = tasks.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    let place = Some(place.trim().to_owned()).filter(|place| !place.is_empty());
    let letter = LetterFields { place, tasks: lines.collect(), ..LetterFields::default() };
    LetterText { language, letter, service: ServiceFields::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paper_is_in_the_languages_that_were_written_kazakh_first() {
        let both = Authority {
            place_ru: "Иркутск".into(),
            place_kk: "Астана".into(),
            tasks_ru: "Встречать гостей\n\n Вести их ".into(),
            tasks_kk: "Қонақтарды қарсы алу".into(),
            ..Authority::default()
        };
        let texts = both.texts();
        assert_eq!(texts.iter().map(|text| text.language).collect::<Vec<_>>(), [Language::Kk, Language::Ru]);
        assert_eq!(texts[1].letter.tasks, ["Встречать гостей", "Вести их"]);
        let one = Authority { place_kk: String::new(), tasks_kk: " ".into(), ..both };
        assert_eq!(one.texts().len(), 1);
        assert_eq!(Authority::default().texts().len(), 1, "so that what is missing can be said");
    }
}
