//! The zones of Russia and Kazakhstan under the names of their cities, for lists to choose from.

use super::{Language, Moment, ZoneName};

/// IANA name, and the city in Russian, Kazakh and English; from west to east.
const ZONES: [(&str, [&str; 3]); 33] = [
    ("Europe/Kaliningrad", ["Калининград", "Калининград", "Kaliningrad"]),
    ("Europe/Moscow", ["Москва", "Мәскеу", "Moscow"]),
    ("Europe/Kirov", ["Киров", "Киров", "Kirov"]),
    ("Europe/Volgograd", ["Волгоград", "Волгоград", "Volgograd"]),
    ("Europe/Astrakhan", ["Астрахань", "Астрахан", "Astrakhan"]),
    ("Europe/Samara", ["Самара", "Самара", "Samara"]),
    ("Europe/Saratov", ["Саратов", "Саратов", "Saratov"]),
    ("Europe/Ulyanovsk", ["Ульяновск", "Ульяновск", "Ulyanovsk"]),
    ("Asia/Almaty", ["Астана и Алматы", "Астана мен Алматы", "Astana and Almaty"]),
    ("Asia/Qyzylorda", ["Кызылорда", "Қызылорда", "Qyzylorda"]),
    ("Asia/Qostanay", ["Костанай", "Қостанай", "Qostanay"]),
    ("Asia/Aqtobe", ["Актобе", "Ақтөбе", "Aqtobe"]),
    ("Asia/Aqtau", ["Актау", "Ақтау", "Aqtau"]),
    ("Asia/Atyrau", ["Атырау", "Атырау", "Atyrau"]),
    ("Asia/Oral", ["Уральск", "Орал", "Oral"]),
    ("Asia/Yekaterinburg", ["Екатеринбург", "Екатеринбург", "Yekaterinburg"]),
    ("Asia/Omsk", ["Омск", "Омбы", "Omsk"]),
    ("Asia/Novosibirsk", ["Новосибирск", "Новосібір", "Novosibirsk"]),
    ("Asia/Barnaul", ["Барнаул", "Барнаул", "Barnaul"]),
    ("Asia/Tomsk", ["Томск", "Томск", "Tomsk"]),
    ("Asia/Novokuznetsk", ["Новокузнецк", "Новокузнецк", "Novokuznetsk"]),
    ("Asia/Krasnoyarsk", ["Красноярск", "Красноярск", "Krasnoyarsk"]),
    ("Asia/Irkutsk", ["Иркутск", "Иркутск", "Irkutsk"]),
    ("Asia/Chita", ["Чита", "Чита", "Chita"]),
    ("Asia/Yakutsk", ["Якутск", "Якутск", "Yakutsk"]),
    ("Asia/Khandyga", ["Хандыга", "Хандыга", "Khandyga"]),
    ("Asia/Vladivostok", ["Владивосток", "Владивосток", "Vladivostok"]),
    ("Asia/Ust-Nera", ["Усть-Нера", "Усть-Нера", "Ust-Nera"]),
    ("Asia/Magadan", ["Магадан", "Магадан", "Magadan"]),
    ("Asia/Sakhalin", ["Южно-Сахалинск", "Оңтүстік Сахалин", "Yuzhno-Sakhalinsk"]),
    ("Asia/Srednekolymsk", ["Среднеколымск", "Среднеколымск", "Srednekolymsk"]),
    ("Asia/Kamchatka", ["Петропавловск-Камчатский", "Камчатка", "Kamchatka"]),
    ("Asia/Anadyr", ["Анадырь", "Анадырь", "Anadyr"]),
];

/// Every zone with its city and its present distance from UTC: «Иркутск, UTC+8». A chosen zone from
/// elsewhere stands first under its own name.
pub fn choices(language: Language, chosen: Option<ZoneName>, now: Moment) -> Vec<(ZoneName, String)> {
    let known =
        ZONES.iter().filter_map(|(name, cities)| Some((ZoneName::parse(name)?, city(language, cities))));
    let mut zones: Vec<(ZoneName, &str)> = known.collect();
    if let Some(other) = chosen.filter(|chosen| zones.iter().all(|(zone, _)| zone != chosen)) {
        zones.insert(0, (other, other.name()));
    }
    zones.into_iter().map(|(zone, city)| (zone, format!("{city}, {}", from_utc(zone, now)))).collect()
}

/// How a zone is called on a page: «Иркутск, UTC+8».
pub fn label(language: Language, zone: ZoneName, now: Moment) -> String {
    let cities = ZONES.iter().find(|(name, _)| *name == zone.name());
    let city = cities.map_or(zone.name(), |(_, cities)| city(language, cities));
    format!("{city}, {}", from_utc(zone, now))
}

fn city<'c>(language: Language, [ru, kk, en]: &[&'c str; 3]) -> &'c str {
    match language {
        Language::Ru => ru,
        Language::Kk => kk,
        Language::En => en,
    }
}

fn from_utc(zone: ZoneName, now: Moment) -> String {
    let minutes = (now.local(zone) - now.0.naive_utc()).num_minutes();
    let (sign, minutes) = if minutes < 0 { ('−', -minutes) } else { ('+', minutes) };
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_exists_and_says_its_distance() {
        let now = Moment::parse("2026-09-15T06:00:00Z").unwrap();
        let zones = choices(Language::Kk, ZoneName::parse("Asia/Kolkata"), now);
        assert_eq!(zones.len(), ZONES.len() + 1);
        let labels: Vec<&str> = zones.iter().map(|(_, label)| label.as_str()).collect();
        for label in ["Asia/Kolkata, UTC+5:30", "Астана мен Алматы, UTC+5", "Омбы, UTC+6", "Анадырь, UTC+12"]
        {
            assert!(labels.contains(&label), "{label}");
        }
    }
}
