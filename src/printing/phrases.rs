//! Dates, periods and volumes in the wording of official papers. All phrases leave the rest of the
//! sentence in the nominative, so nobody's name is ever declined.

use crate::kernel::{AcademicHours, Language};
use chrono::{Datelike, NaiveDate};

const MONTHS_RU: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const MONTHS_KK: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];
/// Endings of "on the … of" (the locative) for the months of [`MONTHS_KK`].
const MONTH_ENDINGS_KK: [&str; 12] = ["да", "да", "да", "де", "да", "да", "де", "да", "те", "да", "да", "да"];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The date of issue: «05» ноября 2026 г., 2026 жылғы 5 қараша, 5 November 2026.
pub fn issue_date(date: NaiveDate, language: Language) -> String {
    match language {
        Language::Ru => format!("«{:02}» {} {} г.", date.day(), month(date, &MONTHS_RU), date.year()),
        Language::Kk => format!("{} жылғы {}", date.year(), day_and_month(date, language)),
        Language::En => format!("{} {}", day_and_month(date, language), date.year()),
    }
}

/// The period of study, as it stands in the sentence: «с 1 сентября по 20 ноября 2026 г.»,
/// «2026 жылғы 1 қыркүйек — 20 қараша аралығында», «from 1 September to 20 November 2026».
/// A year is said once when both days lie in it; a single day reads «21 ноября 2026 г.».
pub fn period(from: NaiveDate, to: NaiveDate, language: Language) -> String {
    let (first, last) = (day_and_month(from, language), day_and_month(to, language));
    let (start, end) = (from.year(), to.year());
    match (language, from == to, start == end) {
        (Language::Ru, true, _) => format!("{last} {end} г."),
        (Language::Ru, _, true) => format!("с {first} по {last} {end} г."),
        (Language::Ru, ..) => format!("с {first} {start} г. по {last} {end} г."),
        (Language::Kk, true, _) => format!("{end} жылғы {last}{}", month(to, &MONTH_ENDINGS_KK)),
        (Language::Kk, _, true) => format!("{end} жылғы {first} — {last} аралығында"),
        (Language::Kk, ..) => format!("{start} жылғы {first} — {end} жылғы {last} аралығында"),
        (Language::En, true, _) => format!("on {last} {end}"),
        (Language::En, _, true) => format!("from {first} to {last} {end}"),
        (Language::En, ..) => format!("from {first} {start} to {last} {end}"),
    }
}

/// The volume of a programme, as it stands in the sentence: «в объёме 21 академического часа»,
/// «көлемі 21 академиялық сағат», «comprising 21 academic hours».
pub fn volume(hours: AcademicHours, language: Language) -> String {
    let count = hours.0;
    match language {
        Language::Ru if count % 10 == 1 && count % 100 != 11 => {
            format!("в объёме {count} академического часа")
        }
        Language::Ru => format!("в объёме {count} академических часов"),
        Language::Kk => format!("көлемі {count} академиялық сағат"),
        Language::En if count == 1 => "comprising 1 academic hour".to_owned(),
        Language::En => format!("comprising {count} academic hours"),
    }
}

/// What a duplicate says of the paper it stands for; the date is in words already.
pub fn replaced(number: &str, issued_on: Option<&str>, language: Language) -> String {
    let dated = |before: &str| issued_on.map(|date| format!("{before}{date}")).unwrap_or_default();
    match language {
        Language::Ru => format!("Выдаётся взамен документа № {number}{}", dated(" от ")),
        Language::Kk => format!("№ {number}{} құжаттың орнына беріледі", dated(", ")),
        Language::En => format!("Issued in place of document No. {number}{}", dated(" of ")),
    }
}

/// Until when a certificate holds, the last day included.
pub fn valid_until(until: NaiveDate, language: Language) -> String {
    let date = issue_date(until, language);
    match language {
        Language::Ru => format!("Действителен по {date} включительно"),
        Language::Kk => format!("Қолданылу мерзімінің соңғы күні: {date}"),
        Language::En => format!("Valid until {date} inclusive"),
    }
}

fn day_and_month(date: NaiveDate, language: Language) -> String {
    let months = match language {
        Language::Ru => &MONTHS_RU,
        Language::Kk => &MONTHS_KK,
        Language::En => &MONTHS_EN,
    };
    format!("{} {}", date.day(), month(date, months))
}

fn month(date: NaiveDate, names: &[&'static str; 12]) -> &'static str {
    names.get(date.month0() as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Kk, Ru};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_date_of_issue_is_written_as_papers_write_it() {
        assert_eq!(issue_date(date("2026-11-05"), Ru), "«05» ноября 2026 г.");
        assert_eq!(issue_date(date("2026-11-21"), Kk), "2026 жылғы 21 қараша");
        assert_eq!(issue_date(date("2026-11-05"), En), "5 November 2026");
    }

    #[test]
    fn the_last_day_of_a_certificate_is_named() {
        assert_eq!(valid_until(date("2029-12-01"), Ru), "Действителен по «01» декабря 2029 г. включительно");
        assert_eq!(
            valid_until(date("2029-12-01"), Kk),
            "Қолданылу мерзімінің соңғы күні: 2029 жылғы 1 желтоқсан"
        );
        assert_eq!(valid_until(date("2029-12-01"), En), "Valid until 1 December 2029 inclusive");
    }

    #[test]
    fn a_period_says_the_year_once_when_it_can() {
        let (from, to) = (date("2026-09-01"), date("2026-11-20"));
        assert_eq!(period(from, to, Ru), "с 1 сентября по 20 ноября 2026 г.");
        assert_eq!(period(from, to, Kk), "2026 жылғы 1 қыркүйек — 20 қараша аралығында");
        assert_eq!(period(from, to, En), "from 1 September to 20 November 2026");
        let later = date("2027-01-15");
        assert_eq!(period(from, later, Ru), "с 1 сентября 2026 г. по 15 января 2027 г.");
        assert_eq!(period(from, later, Kk), "2026 жылғы 1 қыркүйек — 2027 жылғы 15 қаңтар аралығында");
        assert_eq!(period(from, later, En), "from 1 September 2026 to 15 January 2027");
    }

    #[test]
    fn a_single_day_is_not_a_range() {
        let day = date("2026-09-01");
        assert_eq!(period(day, day, Ru), "1 сентября 2026 г.");
        assert_eq!(period(day, day, Kk), "2026 жылғы 1 қыркүйекте");
        assert_eq!(period(day, day, En), "on 1 September 2026");
        let day = date("2026-07-04");
        assert_eq!(period(day, day, Kk), "2026 жылғы 4 шілдеде");
    }

    #[test]
    fn hours_agree_with_their_number_after_v_obyome() {
        for (hours, expected) in
            [(1, "часа"), (2, "часов"), (11, "часов"), (21, "часа"), (72, "часов"), (111, "часов")]
        {
            assert!(volume(AcademicHours(hours), Ru).ends_with(expected), "{hours}");
        }
        assert_eq!(volume(AcademicHours(60), Ru), "в объёме 60 академических часов");
        assert_eq!(volume(AcademicHours(60), Kk), "көлемі 60 академиялық сағат");
        assert_eq!(volume(AcademicHours(60), En), "comprising 60 academic hours");
    }
}
