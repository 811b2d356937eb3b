//! Papers as workbooks: the cells hold the numbers of the matrix and of the ledger.

use super::{Course, in_language, paper, take};
use birge::web::paths;
use calamine::{Data, Range, Reader, Xlsx};
use std::io::Cursor;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(bytes: Vec<u8>) -> Book {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

fn texts(range: &Range<Data>) -> Vec<Vec<String>> {
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

fn sheet(book: &mut Book, name: &str) -> Vec<Vec<String>> {
    texts(&book.worksheet_range(name).unwrap())
}

#[tokio::test]
async fn the_journal_holds_the_minutes_of_the_ledger() {
    let course = Course::marked().await;
    let path = in_language(&paths::journal_paper(course.ground.edition, "xlsx"), "ru");
    let taken = take(&course.trainer, &path).await;
    assert!(taken.media_type.contains("spreadsheetml"), "{}", taken.media_type);
    assert!(taken.name.contains(".xlsx"), "{}", taken.name);
    let mut book = open(taken.bytes);
    assert_eq!(book.sheet_names(), ["Отметки", "Содержание занятий", "Минуты", "Сведения"]);

    let marks = sheet(&mut book, "Отметки");
    assert_eq!(marks[0][2], "1\n15.09\n10:00");
    assert_eq!(marks[1][1..], ["Слушатель0000 Анна Сергеевна", "V", "оп 20 онл", "250", "180", "70", "92 %"]);
    assert_eq!(marks[3][2], "ух 60 1)");
    let about = sheet(&mut book, "Сведения").concat().join(" ");
    assert!(
        about.contains("1) Слушатель0002 А. С., занятие № 1 от 15.09.2026: было «есть, очно»"),
        "{about}"
    );

    let minutes = book.worksheet_range("Минуты").unwrap();
    let numbers = course.numbers().await;
    for place in 0..3 {
        let row = u32::try_from(place).unwrap() + 1;
        let sum = minutes.get_value((row, 4)).unwrap();
        assert_eq!(sum, &Data::Float(f64::from(course.ground.minutes(place).await)), "{place}");
        let person = &numbers["people"][place];
        assert_eq!(person["credited_minutes"].as_f64().map(Data::Float).as_ref(), Some(sum));
    }
    let sums = texts(&minutes).pop().unwrap();
    assert_eq!(sums[1..], ["Зачтено, мин", "300", "70", "370"]);
}

#[tokio::test]
async fn the_other_papers_are_workbooks_as_well() {
    let course = Course::marked().await;
    let edition = course.ground.edition;
    let schedule = in_language(&paths::schedule_paper(edition, "xlsx"), "ru");
    let rows = sheet(&mut open(paper(&course.trainer, &schedule).await), "Расписание");
    assert_eq!(rows[2][1..4], ["15.09.2026, вт", "14:00–15:30", "Занятие practicum"]);
    let sign_in = in_language(&paths::sign_in_paper(course.lecture, "xlsx"), "kk");
    let mut book = open(paper(&course.trainer, &sign_in).await);
    assert_eq!(sheet(&mut book, "Қатысушылар").len(), 4);
    assert_eq!(sheet(&mut book, "Қонақтар").len(), 6);
    let own = course.ground.app.sign_in(course.person(0)).await;
    let certificate = in_language(&paths::attendance_certificate(course.id(0), "xlsx"), "en");
    let rows = sheet(&mut open(paper(&own, &certificate).await), "Sessions");
    assert_eq!(rows.last().unwrap()[3..], ["Total", "", "250", "5"]);
    let transcript = in_language(&paths::hours_transcript(course.id(0), "xlsx"), "ru");
    let mut book = open(paper(&own, &transcript).await);
    let rows = sheet(&mut book, "Часы");
    assert_eq!(rows.last().unwrap()[..], ["Всего", "", "", "675", "250", "5"]);
    assert_eq!(sheet(&mut book, "Итого по видам").last().unwrap()[..], ["Всего", "250", "5"]);
}
