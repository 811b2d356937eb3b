//! Dates and times as people say them, in three languages. The machine form stands beside in the page.

use super::{Language, Moment, ZoneName};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

const RU_MONTHS: [&str; 12] = [
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
const KK_MONTHS: [&str; 12] = [
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
const EN_MONTHS: [&str; 12] = [
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
const RU_DAYS: [&str; 7] = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];
const KK_DAYS: [&str; 7] = ["дс", "сс", "ср", "бс", "жм", "сб", "жс"];
const EN_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A date with its year: «21 ноября 2026 г.», «2026 жылғы 21 қараша», "21 November 2026".
pub fn date(language: Language, date: NaiveDate) -> String {
    let (day, month, year) = (date.day(), month(language, date), date.year());
    match language {
        Language::Ru => format!("{day} {month} {year} г."),
        Language::Kk => format!("{year} жылғы {day} {month}"),
        Language::En => format!("{day} {month} {year}"),
    }
}

/// A date near now, with the day of the week: «сб, 21 ноября».
pub fn day(language: Language, date: NaiveDate) -> String {
    let index = date.weekday().num_days_from_monday() as usize;
    let (month, day) = (month(language, date), date.day());
    let names = match language {
        Language::Ru => RU_DAYS,
        Language::Kk => KK_DAYS,
        Language::En => EN_DAYS,
    };
    let name = names.get(index).copied().unwrap_or_default();
    format!("{name}, {day} {month}")
}

/// A time of day: «14:00».
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A moment in a zone: «сб, 21 ноября, 14:00».
pub fn day_and_time(language: Language, at: Moment, zone: ZoneName) -> String {
    let local = at.local(zone);
    format!("{}, {}", day(language, local.date()), time(local.time()))
}

/// A moment in a zone with its year, for records: «21 ноября 2026 г., 14:00».
pub fn date_and_time(language: Language, at: Moment, zone: ZoneName) -> String {
    let local = at.local(zone);
    format!("{}, {}", date(language, local.date()), time(local.time()))
}

/// From and to: «1 сентября – 30 ноября 2026 г.», the year once when it is the same.
pub fn period(language: Language, from: NaiveDate, to: NaiveDate) -> String {
    if from.year() != to.year() {
        return format!("{} – {}", date(language, from), date(language, to));
    }
    let (first, last) = (month(language, from), month(language, to));
    let (from_day, to_day, year) = (from.day(), to.day(), from.year());
    match language {
        Language::Ru => format!("{from_day} {first} – {to_day} {last} {year} г."),
        Language::Kk => format!("{year} жылғы {from_day} {first} – {to_day} {last}"),
        Language::En => format!("{from_day} {first} – {to_day} {last} {year}"),
    }
}

fn month(language: Language, date: NaiveDate) -> &'static str {
    let names = match language {
        Language::Ru => RU_MONTHS,
        Language::Kk => KK_MONTHS,
        Language::En => EN_MONTHS,
    };
    names.get(date.month0() as usize).copied().unwrap_or_default()
}

/// The city by which people name a zone: «Irkutsk» of `Asia/Irkutsk`.
pub fn zone_city(language: Language, zone: ZoneName) -> &'static str {
    const CITIES: [(&str, &str, &str); 16] = [
        ("Europe/Kaliningrad", "Калининграду", "Калининград"),
        ("Europe/Moscow", "Москве", "Мәскеу"),
        ("Europe/Samara", "Самаре", "Самара"),
        ("Europe/Volgograd", "Волгограду", "Волгоград"),
        ("Asia/Yekaterinburg", "Екатеринбургу", "Екатеринбург"),
        ("Asia/Omsk", "Омску", "Омбы"),
        ("Asia/Novosibirsk", "Новосибирску", "Новосібір"),
        ("Asia/Krasnoyarsk", "Красноярску", "Красноярск"),
        ("Asia/Irkutsk", "Иркутску", "Иркутск"),
        ("Asia/Yakutsk", "Якутску", "Якутск"),
        ("Asia/Vladivostok", "Владивостоку", "Владивосток"),
        ("Asia/Kamchatka", "Камчатке", "Камчатка"),
        ("Asia/Almaty", "Алматы", "Алматы"),
        ("Asia/Qyzylorda", "Кызылорде", "Қызылорда"),
        ("Asia/Qostanay", "Костанаю", "Қостанай"),
        ("Asia/Aqtobe", "Актобе", "Ақтөбе"),
    ];
    let name = zone.name();
    let plain = name.rsplit('/').next().unwrap_or(name);
    match (language, CITIES.iter().find(|(zone, _, _)| *zone == name)) {
        (Language::Ru, Some((_, dative, _))) => dative,
        (Language::Kk, Some((_, _, city))) => city,
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_as_people_say_them() {
        let day = "2026-01-16".parse().unwrap();
        assert_eq!(date(Language::Ru, day), "16 января 2026 г.");
        assert_eq!(date(Language::Kk, day), "2026 жылғы 16 қаңтар");
        let at = Moment::parse("2026-11-21T06:00:00Z").unwrap();
        assert_eq!(
            day_and_time(Language::Ru, at, ZoneName::parse("Asia/Irkutsk").unwrap()),
            "сб, 21 ноября, 14:00"
        );
    }
}
