//! A workbook that looks like the official template of the federal register: forty headers, prepared rows with looks of
//! their own, protection, validations, and a hidden sheet with named lists. The official file is the customer's.

use super::app::TestApp;
use super::fixtures::Person;
use birge::db::schema::{federal_exports, stored_files};
use birge::federal_register::rules::columns::{HEADERS, at};
use birge::kernel::{FederalExportId, FederalTemplateId, OrganisationId, StoredFileId};
use birge::web::paths;
use diesel::prelude::*;
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, Formula, Workbook};

/// A list of the hidden sheet.
#[derive(Clone)]
pub struct List {
    /// The name by which validations know it.
    pub name: &'static str,
    /// The columns it is for, counted from 1.
    pub columns: Vec<usize>,
    /// Its values.
    pub values: Vec<String>,
}

/// A template about to be written.
#[derive(Clone)]
pub struct LookAlike {
    /// The headers.
    pub headers: Vec<String>,
    /// The lists.
    pub lists: Vec<List>,
    /// Lists that validations name and that are not defined.
    pub undefined: Vec<&'static str>,
    /// The name of the sheet that is filled.
    pub sheet: &'static str,
    /// How many rows are prepared.
    pub prepared: u32,
}

fn list(name: &'static str, columns: &[usize], values: &[&str]) -> List {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    List { name, columns: columns.to_vec(), values }
}

impl LookAlike {
    /// The one of the tests.
    pub fn new() -> LookAlike {
        let kinds = ["Удостоверение о повышении квалификации", "Диплом о профессиональной переподготовке"];
        let lists = vec![
            list("ВидДокумента", &[at::KIND, at::ORIGINAL], &kinds),
            list("СтатусДокумента", &[at::STATUS], &["Оригинал", "Дубликат"]),
            list("ДаНет", &[at::LOSS, at::EXCHANGE, at::DESTRUCTION], &["Да", "Нет"]),
            list(
                "ВидПрограммы",
                &[at::PROGRAMME_KIND],
                &["Повышение квалификации", "Профессиональная переподготовка"],
            ),
            list("Области", &[at::AREA], &["Образование и наука", "Социальное обслуживание"]),
            list("УГС", &[at::GROUP], &["Социология и социальная работа", "Экономика и управление"]),
            list(
                "УровеньОбразования",
                &[at::EDUCATION],
                &["Высшее образование", "Среднее профессиональное образование"],
            ),
            list("Пол", &[at::SEX], &["Муж", "Жен"]),
            list("ФормаОбучения", &[at::FORM], &["Очная", "Очно-заочная", "Заочная"]),
            list("Финансирование", &[at::FUNDING], &["Платное обучение", "Бюджетное обучение"]),
            list(
                "ФормаПолучения",
                &[at::WAY],
                &["в образовательной организации", "вне образовательной организации"],
            ),
        ];
        LookAlike {
            headers: HEADERS.iter().map(|header| (*header).to_owned()).collect(),
            lists,
            undefined: Vec::new(),
            sheet: "Шаблон",
            prepared: 1_001,
        }
    }

    /// The same with the values of a list replaced.
    pub fn replacing(mut self, name: &str, values: &[&str]) -> LookAlike {
        let list = self.lists.iter_mut().find(|list| list.name == name).expect("a list of that name");
        list.values = values.iter().map(|value| (*value).to_owned()).collect();
        self
    }

    /// The bytes of the workbook.
    pub fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        // The same bytes every time.
        let made = ExcelDateTime::from_ymd(2026, 1, 1).unwrap();
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let bold = Format::new().set_bold().set_text_wrap();
        // Text, as the template has it: programs make neither numbers nor dates of what is typed.
        let (text, number) = (Format::new().set_num_format("@").set_unlocked(), Format::new().set_unlocked());
        let sheet = book.add_worksheet();
        sheet.set_name(self.sheet).unwrap();
        for (column, header) in (0_u16..).zip(&self.headers) {
            sheet.write_string_with_format(0, column, header, &bold).unwrap();
            for row in 1..=self.prepared {
                let looks = if (18..=20).contains(&column) { &number } else { &text };
                sheet.write_blank(row, column, looks).unwrap();
            }
        }
        for list in &self.lists {
            for column in &list.columns {
                let column = u16::try_from(*column).unwrap() - 1;
                let validation = DataValidation::new().allow_list_formula(Formula::new(list.name));
                sheet.add_data_validation(1, column, self.prepared, column, &validation).unwrap();
            }
        }
        sheet.protect_with_password("frdo");
        let checks = book.add_worksheet();
        checks.set_name("Проверки").unwrap().set_hidden(true);
        for (column, list) in (0_u16..).zip(&self.lists) {
            for (row, value) in (0_u32..).zip(&list.values) {
                checks.write_string(row, column, value).unwrap();
            }
        }
        for (column, list) in (1_u32..).zip(&self.lists) {
            if !self.undefined.contains(&list.name) {
                let letter = birge::printing::filling::letters(column);
                let area = format!("=Проверки!${letter}$1:${letter}${}", list.values.len());
                book.define_name(list.name, &area).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }
}

impl TestApp {
    /// Uploads a template as an administrator; the address of its page.
    pub async fn federal_template(
        &self,
        administrator: &Person,
        organisation: OrganisationId,
        template: &LookAlike,
    ) -> String {
        let browser = self.sign_in(administrator).await;
        let files = [("file", "ДПО 2026.xlsx", template.bytes())];
        let page = browser.post_multipart(&paths::federal_templates(organisation), &[], &files).await;
        assert_eq!(page.status, 200, "{}", page.text());
        page.path
    }
}

impl TestApp {
    /// A file without documents, made with a template: for walks that only ask who may see it.
    pub async fn federal_file(
        &self,
        organisation: OrganisationId,
        template: FederalTemplateId,
    ) -> FederalExportId {
        let blob = self.kit.files.put(b"PK".to_vec()).await.unwrap();
        let now = self.now();
        self.db
            .write(move |w| {
                let file: StoredFileId = diesel::insert_into(stored_files::table)
                    .values((
                        stored_files::storage_key.eq(&blob.key),
                        stored_files::sha256.eq(&blob.sha256),
                        stored_files::size.eq(blob.size),
                        stored_files::media_type.eq("application/octet-stream"),
                        stored_files::name.eq("frdo.xlsx"),
                        stored_files::created_at.eq(now),
                    ))
                    .returning(stored_files::id)
                    .get_result(w.conn())?;
                Ok(diesel::insert_into(federal_exports::table)
                    .values((
                        federal_exports::organisation_id.eq(organisation),
                        federal_exports::number.eq(1),
                        federal_exports::template_id.eq(template),
                        federal_exports::file_id.eq(file),
                        federal_exports::sha256.eq(&blob.sha256),
                        federal_exports::name.eq("frdo.xlsx"),
                        federal_exports::row_count.eq(1),
                        federal_exports::exported_at.eq(now),
                    ))
                    .returning(federal_exports::id)
                    .get_result(w.conn())?)
            })
            .await
            .unwrap()
    }
}
