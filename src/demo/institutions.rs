//! The organisations of the demonstration. All of them are invented.

use crate::organisations::rules::{Details, Sector};

/// A sending institution: full name, short name, sector, city.
pub type Institution = (&'static str, &'static str, Sector, &'static str);

/// How many of the institutions stand in the middle of Russia; the next [`BORDER`] near the border, the rest in
/// Kazakhstan.
pub const INNER: usize = 13;
/// How many institutions stand in the border regions.
pub const BORDER: usize = 4;

/// The institutions that send people. The first one is the coordinator's.
pub const INSTITUTIONS: [Institution; 25] = [
    ("Центр социального обслуживания населения «Заречье»", "ЦСО «Заречье»", Sector::State, "Тула"),
    ("Пансионат для пожилых людей «Тихий бор»", "Пансионат «Тихий бор»", Sector::State, "Калуга"),
    ("Центр помощи детям «Созвездие надежды»", "ЦПД «Созвездие надежды»", Sector::ChildInstitution, "Тверь"),
    ("Реабилитационный центр «Шаги»", "РЦ «Шаги»", Sector::State, "Рязань"),
    ("Фонд поддержки соседства «Двор»", "Фонд «Двор»", Sector::Foundation, "Москва"),
    ("Автономная некоммерческая организация «Тёплый круг»", "АНО «Тёплый круг»", Sector::Npo, "Москва"),
    ("Школа-интернат «Родник»", "Интернат «Родник»", Sector::ChildInstitution, "Владимир"),
    ("Управление социальной защиты Приокского района", "УСЗ Приокского района", Sector::State, "Серпухов"),
    ("Волонтёрский центр университета «Поволжье»", "ВЦ «Поволжье»", Sector::University, "Самара"),
    ("Редакция газеты «Районные вести»", "«Районные вести»", Sector::Media, "Елец"),
    ("Общество с ограниченной ответственностью «Хлебный дом»", "ООО «Хлебный дом»", Sector::Business, "Орёл"),
    ("Благотворительный фонд «Письмо бабушке»", "Фонд «Письмо бабушке»", Sector::Foundation, "Ярославль"),
    ("Центр поддержки семьи «Причал»", "ЦПС «Причал»", Sector::State, "Кострома"),
    ("Дом социального обслуживания «Степной»", "ДСО «Степной»", Sector::State, "Оренбург"),
    ("Культурный центр «Достык-Дружба»", "КЦ «Достык-Дружба»", Sector::Npo, "Омск"),
    ("Центр социальной помощи «Дельта»", "ЦСП «Дельта»", Sector::State, "Астрахань"),
    ("Приграничный добровольческий союз", "ПДС", Sector::Other, "Саратов"),
    (
        "«Аққайың» ауылының жалпы білім беретін мектебі",
        "«Аққайың» мектебі",
        Sector::ChildInstitution,
        "Петропавл",
    ),
    ("«Көмек қолы» қоғамдық қоры", "«Көмек қолы» ҚҚ", Sector::Foundation, "Астана"),
    ("«Ұшқын» жастар ресурстық орталығы", "«Ұшқын» ЖРО", Sector::State, "Қарағанды"),
    ("«Өрлеу жолы» педагогикалық колледжі", "«Өрлеу жолы» колледжі", Sector::University, "Көкшетау"),
    ("«Сенім» еріктілер бірлестігі", "«Сенім» бірлестігі", Sector::Npo, "Алматы"),
    ("«Іңкәр» балаларды қолдау орталығы", "«Іңкәр» орталығы", Sector::ChildInstitution, "Қостанай"),
    ("«Дала үні» радиосы", "«Дала үні»", Sector::Media, "Павлодар"),
    ("«Жаңа егін» шаруашылығы", "«Жаңа егін»", Sector::Business, "Ақтөбе"),
];

/// The Russian centre, licensed to issue qualification documents.
pub fn russian_issuer() -> Details {
    let known = |text: &str| Some(text.to_owned());
    Details {
        short_name: "ИДПО «Бірге»".to_owned(),
        city: known("Москва"),
        licence: known("Л035-01298-77/00918274 от 14.03.2022"),
        head_post: known("Ректор"),
        head_name: known("К. А. Соболева"),
        ..Details::named("Институт дополнительного профессионального образования «Бірге»", Sector::Npo)
    }
}

/// The Kazakh centre, which issues certificates.
pub fn kazakh_issuer() -> Details {
    let known = |text: &str| Some(text.to_owned());
    Details {
        short_name: "«Бірге үйренеміз» орталығы".to_owned(),
        city: known("Астана"),
        head_post: known("Директор"),
        head_name: known("Ә. Қ. Сейітқали"),
        ..Details::named("«Бірге үйренеміз» еріктілерді оқыту орталығы", Sector::Npo)
    }
}
