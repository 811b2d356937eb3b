//! The people of the demonstration. All of them are invented.

use super::dice::dice_by_key;
use crate::kernel::{Language, PersonName};

/// An invented person.
#[derive(Debug, Clone, Copy)]
pub struct Someone {
    surname: &'static str,
    given_name: &'static str,
    patronymic: &'static str,
    /// What stands before `@birge.example`.
    login: &'static str,
    /// The language of their pages and letters.
    pub language: Language,
}

impl Someone {
    /// The name as papers print it.
    pub fn name(&self) -> PersonName {
        PersonName::new(self.surname, self.given_name, Some(self.patronymic))
    }

    /// What they do where they come from.
    pub fn position(&self) -> String {
        let all = if self.language == Language::Kk { KAZAKH_POSITIONS } else { POSITIONS };
        let place = usize::try_from(dice_by_key(POSITION_SEED, self.login, 5)).unwrap_or(0);
        all.get(place).copied().unwrap_or_default().to_owned()
    }

    /// The address they sign in with.
    pub fn email(&self) -> String {
        format!("{}@birge.example", self.login)
    }
}

const POSITION_SEED: u64 = 27;
const POSITIONS: [&str; 5] = [
    "Методист",
    "Психолог",
    "Педагог-организатор",
    "Специалист по социальной работе",
    "Координатор волонтёров",
];
const KAZAKH_POSITIONS: [&str; 5] =
    ["Әдіскер", "Психолог", "Педагог-ұйымдастырушы", "Әлеуметтік қызметкер", "Волонтёрлер үйлестірушісі"];

const fn ru(
    surname: &'static str,
    given_name: &'static str,
    patronymic: &'static str,
    login: &'static str,
) -> Someone {
    Someone { surname, given_name, patronymic, login, language: Language::Ru }
}

const fn kk(
    surname: &'static str,
    given_name: &'static str,
    patronymic: &'static str,
    login: &'static str,
) -> Someone {
    Someone { surname, given_name, patronymic, login, language: Language::Kk }
}

/// Administers the whole installation.
pub const ADMINISTRATOR: Someone = ru("Орлова", "Елена", "Николаевна", "admin");
/// Administers the centre in Astana.
pub const KAZAKH_ADMINISTRATOR: Someone = kk("Төлеуов", "Һамит", "Әбішұлы", "akimshi");
/// Teaches the large Russian edition.
pub const TRAINER: Someone = ru("Громов", "Павел", "Андреевич", "trainer");
/// Teaches the visiting group.
pub const SECOND_TRAINER: Someone = ru("Лапина", "Ольга", "Викторовна", "lapina");
/// Teaches in Kazakh.
pub const KAZAKH_TRAINER: Someone = kk("Жүнісова", "Гүлнәр", "Ерланқызы", "oqytushy");
/// Sends the first five people of the large edition.
pub const COORDINATOR: Someone = ru("Белова", "Марина", "Юрьевна", "coordinator");

/// The people of the large Russian edition. The first five come from the coordinator's institution, the last
/// eleven from the border regions; eight of these were in the spring edition.
pub const PARTNERSHIP: [Someone; 40] = [
    ru("Ветрова", "Анна", "Сергеевна", "trainee"),
    ru("Зимин", "Артём", "Олегович", "zimin"),
    ru("Кравец", "Наталья", "Петровна", "kravets"),
    ru("Полякова", "Ирина", "Дмитриевна", "polyakova"),
    ru("Рощин", "Виктор", "Львович", "roshchin"),
    ru("Абрамова", "Светлана", "Игоревна", "abramova"),
    ru("Баранов", "Михаил", "Юрьевич", "baranov"),
    ru("Вишнякова", "Дарья", "Алексеевна", "vishnyakova"),
    ru("Гордеев", "Семён", "Ильич", "gordeev"),
    ru("Дорофеева", "Алла", "Геннадьевна", "dorofeeva"),
    ru("Ёлкина", "Тамара", "Васильевна", "yolkina"),
    ru("Жданов", "Кирилл", "Максимович", "zhdanov"),
    ru("Игнатьева", "Юлия", "Борисовна", "ignatyeva"),
    ru("Калинин", "Роман", "Евгеньевич", "kalinin"),
    ru("Ларина", "Екатерина", "Павловна", "larina"),
    ru("Мохова", "Людмила", "Степановна", "mokhova"),
    ru("Назаров", "Денис", "Русланович", "nazarov"),
    ru("Осипова", "Вера", "Анатольевна", "osipova"),
    ru("Панкратова", "Ксения", "Романовна", "pankratova"),
    ru("Родина", "Галина", "Фёдоровна", "rodina"),
    ru("Савельев", "Антон", "Викторович", "savelyev"),
    ru("Тихонова", "Мария", "Константиновна", "tikhonova"),
    ru("Уварова", "Полина", "Андреевна", "uvarova"),
    ru("Филатов", "Глеб", "Николаевич", "filatov"),
    ru("Хохлова", "Надежда", "Михайловна", "khokhlova"),
    ru("Цветкова", "Оксана", "Владимировна", "tsvetkova"),
    ru("Чернов", "Вадим", "Станиславович", "chernov"),
    ru("Шубина", "Лариса", "Эдуардовна", "shubina"),
    ru("Щукин", "Олег", "Тимофеевич", "shchukin"),
    kk("Әбдірахманова", "Айгүл", "Серікқызы", "abdirakhmanova"),
    kk("Ғалымжанов", "Еркін", "Маратұлы", "galymzhanov"),
    kk("Қасенова", "Жанар", "Болатқызы", "qasenova"),
    kk("Нұрпейісов", "Данияр", "Қайратұлы", "nurpeisov"),
    kk("Өмірбекова", "Меруерт", "Талғатқызы", "omirbekova"),
    kk("Үсенов", "Әлішер", "Нұрланұлы", "usenov"),
    kk("Ыбыраева", "Сәуле", "Асқарқызы", "ybyraeva"),
    kk("Іңкәрбекова", "Ақмарал", "Ержанқызы", "inkarbekova"),
    ru("Сагитова", "Альфия", "Ринатовна", "sagitova"),
    ru("Исмагулова", "Динара", "Кайратовна", "ismagulova"),
    ru("Бектуров", "Тимур", "Азаматович", "bekturov"),
];

/// Which of [`PARTNERSHIP`] were in the spring edition.
pub const SPRING: std::ops::Range<usize> = 29..37;

/// The people of the Kazakh edition. The last five were in the visiting group of the Russian programme before.
pub const VOLUNTEERS: [Someone; 20] = [
    kk("Нұрғалиева", "Іңкәр", "Бауыржанқызы", "tyndaushy"),
    kk("Ақжолова", "Гауһар", "Дәуренқызы", "aqzholova"),
    kk("Бөкенбаев", "Ернұр", "Сәкенұлы", "bokenbaev"),
    kk("Дүйсенова", "Көркем", "Мұратқызы", "duisenova"),
    kk("Есімханов", "Олжас", "Ғалымұлы", "esimkhanov"),
    kk("Жұмағұлова", "Әсел", "Қанатқызы", "zhumagulova"),
    kk("Күзембаев", "Мирас", "Әділұлы", "kuzembaev"),
    kk("Қоңырбаева", "Назым", "Өмірқызы", "qonyrbaeva"),
    kk("Мәмбетов", "Санжар", "Еркінұлы", "mambetov"),
    kk("Оразбекова", "Үміт", "Жандосқызы", "orazbekova"),
    kk("Рүстемов", "Арман", "Тұрсынұлы", "rustemov"),
    kk("Сүлейменова", "Ләззат", "Берікқызы", "suleimenova"),
    kk("Тәжібаев", "Нұрсұлтан", "Рахымұлы", "tazhibaev"),
    kk("Ұзақова", "Перизат", "Сансызбайқызы", "uzaqova"),
    kk("Шәріпов", "Бекзат", "Әмірұлы", "sharipov"),
    kk("Төребекова", "Жібек", "Оралқызы", "torebekova"),
    ru("Ким", "Виктория", "Олеговна", "kim"),
    kk("Әуезханов", "Рүстем", "Қуатұлы", "auezkhanov"),
    ru("Вагнер", "Ирина", "Робертовна", "vagner"),
    kk("Іскендірова", "Гүлмира", "Жеңісқызы", "iskendirova"),
];

/// Which of [`VOLUNTEERS`] were in the visiting group.
pub const VISITING: std::ops::Range<usize> = 15..20;
