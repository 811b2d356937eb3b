//! The forty columns of the template for additional professional education, and how a header that is not theirs is told.

use crate::kernel::Fault;
use crate::printing::filling::letters;

/// The sheet that is filled.
pub const SHEET: &str = "Шаблон";
/// The row in which the data begin; the header stands above it.
pub const FIRST_ROW: u32 = 2;
/// How many columns there are.
pub const COLUMNS: usize = 40;

/// The headers in their order. Compared without regard to white space.
pub const HEADERS: [&str; COLUMNS] = [
    "Вид документа",
    "Статус документа",
    "Подтверждение утраты",
    "Подтверждение обмена",
    "Подтверждение уничтожения",
    "Серия документа",
    "Номер документа",
    "Дата выдачи документа",
    "Регистрационный номер",
    "Дополнительная профессиональная программа (повышение квалификации/ профессиональная переподготовка)",
    "Наименование дополнительной профессиональной программы",
    "Наименование области профессиональной деятельности",
    "Укрупненные группы специальностей",
    "Наименование квалификации, профессии, специальности",
    "Уровень образования ВО/СПО",
    "Фамилия указанная в дипломе о ВО или СПО",
    "Серия документа о ВО/СПО",
    "Номер документа о ВО/СПО",
    "Год начала обучения (для документа о квалификации)",
    "Год окончания обучения (для документа о квалификации)",
    "Срок обучения, часов (для документа о квалификации)",
    "Фамилия получателя",
    "Имя получателя",
    "Отчество получателя",
    "Дата рождения получателя",
    "Пол получателя",
    "СНИЛС",
    "Форма обучения",
    "Источник финансирования обучения",
    "Форма получения образования на момент прекращения образовательных отношений",
    "Гражданство получателя (код страны по ОКСМ)",
    "Наименование документа об образовании (оригинала)",
    "Серия (оригинала)",
    "Номер (оригинала)",
    "Регистрационный N (оригинала)",
    "Дата выдачи (оригинала)",
    "Фамилия получателя (оригинала)",
    "Имя получателя (оригинала)",
    "Отчество получателя (оригинала)",
    "Номер документа для изменения",
];

/// Columns by what stands in them, counted from 1 as the instruction does.
pub mod at {
    /// Вид документа.
    pub const KIND: usize = 1;
    /// Статус документа.
    pub const STATUS: usize = 2;
    /// Подтверждение утраты.
    pub const LOSS: usize = 3;
    /// Подтверждение обмена.
    pub const EXCHANGE: usize = 4;
    /// Подтверждение уничтожения.
    pub const DESTRUCTION: usize = 5;
    /// Серия документа.
    pub const SERIES: usize = 6;
    /// Номер документа.
    pub const NUMBER: usize = 7;
    /// Дата выдачи документа.
    pub const ISSUED: usize = 8;
    /// Регистрационный номер.
    pub const REGISTRATION: usize = 9;
    /// Повышение квалификации или профессиональная переподготовка.
    pub const PROGRAMME_KIND: usize = 10;
    /// Наименование программы.
    pub const PROGRAMME: usize = 11;
    /// Область профессиональной деятельности.
    pub const AREA: usize = 12;
    /// Укрупнённая группа специальностей.
    pub const GROUP: usize = 13;
    /// Квалификация, профессия, специальность.
    pub const QUALIFICATION: usize = 14;
    /// Уровень образования.
    pub const EDUCATION: usize = 15;
    /// Фамилия в дипломе о ВО или СПО.
    pub const EDUCATION_SURNAME: usize = 16;
    /// Серия документа о ВО/СПО.
    pub const EDUCATION_SERIES: usize = 17;
    /// Номер документа о ВО/СПО.
    pub const EDUCATION_NUMBER: usize = 18;
    /// Год начала обучения.
    pub const FIRST_YEAR: usize = 19;
    /// Год окончания обучения.
    pub const LAST_YEAR: usize = 20;
    /// Срок обучения, часов.
    pub const HOURS: usize = 21;
    /// Фамилия получателя.
    pub const SURNAME: usize = 22;
    /// Имя получателя.
    pub const GIVEN_NAME: usize = 23;
    /// Отчество получателя.
    pub const PATRONYMIC: usize = 24;
    /// Дата рождения.
    pub const BORN: usize = 25;
    /// Пол.
    pub const SEX: usize = 26;
    /// СНИЛС.
    pub const SNILS: usize = 27;
    /// Форма обучения.
    pub const FORM: usize = 28;
    /// Источник финансирования.
    pub const FUNDING: usize = 29;
    /// Форма получения образования.
    pub const WAY: usize = 30;
    /// Гражданство, код ОКСМ.
    pub const CITIZENSHIP: usize = 31;
    /// The first of the columns about the original; eight of them.
    pub const ORIGINAL: usize = 32;
    /// Номер документа для изменения: always empty.
    pub const CHANGE: usize = 40;
}

/// Columns that come from a closed list of the template. Where the template has none for one of them, its values are
/// not compared with anything, and the page of the template says so.
pub const LISTED: [usize; 13] = [
    at::KIND,
    at::STATUS,
    at::LOSS,
    at::EXCHANGE,
    at::DESTRUCTION,
    at::PROGRAMME_KIND,
    at::AREA,
    at::GROUP,
    at::EDUCATION,
    at::SEX,
    at::FORM,
    at::FUNDING,
    at::WAY,
];

/// The letters of a column counted from 1.
pub fn letter(column: usize) -> String {
    letters(u32::try_from(column).unwrap_or(u32::MAX))
}

/// The header of a column counted from 1.
pub fn header(column: usize) -> &'static str {
    column.checked_sub(1).and_then(|place| HEADERS.get(place)).copied().unwrap_or_default()
}

fn key(header: &str) -> String {
    header.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Every difference between the header of a template and the forty columns, by the letters of the columns: moved,
/// renamed, missing, added. Nothing when they are the same.
pub fn drift(found: &[String]) -> Vec<Fault> {
    let mut keys: Vec<String> = found.iter().map(|header| key(header)).collect();
    keys.truncate(keys.iter().rposition(|key| !key.is_empty()).map_or(0, |last| last + 1));
    let wanted: Vec<String> = HEADERS.iter().map(|header| key(header)).collect();
    let place_of = |key: &String, within: &[String]| within.iter().position(|other| other == key);
    let said =
        |place: usize| found.get(place).map(|header| crate::kernel::name::tidy(header)).unwrap_or_default();
    let (mut faults, mut renamed) = (Vec::new(), Vec::new());
    for (place, key) in wanted.iter().enumerate() {
        let fault = |code| {
            Fault::new("file", code).with("column", letter(place + 1)).with("header", header(place + 1))
        };
        if keys.get(place) == Some(key) {
            continue;
        }
        let stands = keys.get(place).filter(|other| !other.is_empty() && place_of(other, &wanted).is_none());
        match (place_of(key, &keys), stands) {
            (Some(elsewhere), _) => {
                faults.push(fault("federal-header-moved").with("found", letter(elsewhere + 1)));
            }
            (None, Some(_)) => {
                renamed.push(place);
                faults.push(fault("federal-header-renamed").with("found", said(place)));
            }
            (None, None) => faults.push(fault("federal-header-missing")),
        }
    }
    for (place, key) in keys.iter().enumerate() {
        let unknown = !key.is_empty() && place_of(key, &wanted).is_none() && !renamed.contains(&place);
        let again = place_of(key, &wanted).is_some() && place_of(key, &keys) != Some(place);
        if unknown || again {
            let fault = Fault::new("file", "federal-header-added").with("column", letter(place + 1));
            faults.push(fault.with("header", said(place)));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers() -> Vec<String> {
        HEADERS.iter().map(|header| (*header).to_owned()).collect()
    }

    fn told(found: &[String]) -> Vec<String> {
        let line = |fault: &Fault| {
            let args: Vec<&str> = fault.args.iter().map(|(_, value)| value.as_str()).collect();
            format!("{}: {}", fault.code, args.join(" / "))
        };
        drift(found).iter().map(line).collect()
    }

    #[test]
    fn white_space_is_no_difference() {
        let mut found = headers();
        found[13] = "Наименование  квалификации,\nпрофессии, специальности ".into();
        found[20] = "Срок обучения,часов  (для документа о квалификации)".into();
        found.extend([String::new(), " ".into()]);
        assert_eq!(told(&found), Vec::<String>::new());
    }

    #[test]
    fn row_13_every_difference_is_named_by_its_column() {
        let mut found = headers();
        found.swap(21, 22);
        assert_eq!(
            told(&found),
            [
                "federal-header-moved: V / Фамилия получателя / W",
                "federal-header-moved: W / Имя получателя / V"
            ]
        );
        let mut found = headers();
        found[26] = "СНИЛС получателя".into();
        assert_eq!(told(&found), ["federal-header-renamed: AA / СНИЛС / СНИЛС получателя"]);
        let mut found = headers();
        found[39] = String::new();
        found.push("Примечание".into());
        let (gone, more) = (
            "federal-header-missing: AN / Номер документа для изменения",
            "federal-header-added: AO / Примечание",
        );
        assert_eq!(told(&found), [gone, more]);
        assert_eq!(told(&[]).len(), COLUMNS);
    }
}
