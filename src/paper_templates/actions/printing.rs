//! Templates on their way to the typesetter: their pictures, a trial before a version is kept, previews.

use crate::files::FileStore;
use crate::kernel::{Fault, Moment, Problem, ProblemCode, Word as _};
use crate::paper_templates::rules::{self, Languages, Settings};
use crate::paper_templates::store::{ChosenTemplate, PictureRow};
use crate::printing::custom::Picture;
use crate::printing::pictures::{PictureUse, facts};
use crate::printing::{CustomTemplate, DocumentStamp, PaperFields, PrintError, Typesetter};
use crate::programmes::rules::words::DocumentKind;
use crate::secrets::sha256_hex;
use std::sync::Arc;

/// A name at which lines break badly: a template that bears it bears the names of most people.
const LONG_NAME: &str = "Нурмухаметжанова-Абдрахманова Гүлбаршын-Айгерім Сейітжаппарқызы";
/// What makes a title of a programme as long as the longest of them.
const LONG_TITLE: &str = "Организация межведомственного взаимодействия государственных служащих, социально ориентированных некоммерческих \
     организаций и добровольцев при сопровождении замещающих семей и выпускников организаций для детей-сирот";

/// The bytes of a picture of a version, proved by their hash.
///
/// # Errors
/// `Internal` when the kept bytes are not those that were sent.
pub async fn bytes_of(files: &FileStore, row: &PictureRow) -> Result<Arc<[u8]>, Problem> {
    let bytes = files.get(&row.storage_key).await?;
    if sha256_hex(&bytes) != row.sha256 {
        return Err(Problem::internal(anyhow::anyhow!("the picture {} was changed", row.storage_key)));
    }
    Ok(bytes.into())
}

/// A version with its pictures, ready for [`Typesetter::custom_pdf`].
///
/// # Errors
/// Pictures that are gone or were changed.
pub async fn loaded(files: &FileStore, version: &ChosenTemplate) -> Result<CustomTemplate, Problem> {
    let mut pictures = Vec::with_capacity(version.pictures.len());
    for row in &version.pictures {
        pictures.push((row.of, bytes_of(files, row).await?));
    }
    printable(&version.settings, &pictures)
}

/// A template of these settings and pictures.
///
/// # Errors
/// `Internal` for a picture in a format that papers cannot carry.
pub fn printable(
    settings: &Settings,
    pictures: &[(PictureUse, Arc<[u8]>)],
) -> Result<CustomTemplate, Problem> {
    let picture = |(of, bytes): &(PictureUse, Arc<[u8]>)| {
        let format = facts(bytes).map(|facts| facts.format);
        let format = format.ok_or_else(|| Problem::internal(anyhow::anyhow!("no picture of a template")))?;
        Ok(Picture { of: *of, format, bytes: Arc::clone(bytes) })
    };
    Ok(CustomTemplate {
        source: settings.source.as_str().into(),
        pictures: pictures.iter().map(picture).collect::<Result<_, Problem>>()?,
        shift_x: settings.shift_x,
        shift_y: settings.shift_y,
        on_blank: settings.on_blank,
    })
}

/// What a template of a kind prints when it is tried.
pub fn samples(kind: DocumentKind, languages: Languages) -> Vec<PaperFields> {
    languages.printed().iter().map(|language| PaperFields::sample_of(kind.as_str(), *language)).collect()
}

/// The same with texts as long as they become.
fn long_samples(kind: DocumentKind, languages: Languages) -> Vec<PaperFields> {
    let mut fields = samples(kind, languages);
    for text in &mut fields {
        text.holder.full = LONG_NAME.to_owned();
        text.programme.title = Some(LONG_TITLE.to_owned());
    }
    fields
}

/// The stamp of a preview: everything of a document but its number in a register.
pub fn preview_stamp(
    title: &str,
    languages: Languages,
    (moment, verify_url): (Moment, Option<String>),
) -> DocumentStamp {
    DocumentStamp {
        title: title.to_owned(),
        language: languages.printed().first().copied().unwrap_or_default(),
        moment,
        ident: "preview".to_owned(),
        verify_url,
    }
}

/// Prints a template with a usual and with the longest data, and says everything that is wrong with it. Busy for
/// milliseconds, at worst for seconds.
///
/// # Errors
/// `Invalid` with the faults of the field `source`, each with file and line.
pub fn trial(
    typesetter: &Typesetter,
    template: &CustomTemplate,
    (kind, languages): (DocumentKind, Languages),
    stamp: &DocumentStamp,
) -> Result<(), Problem> {
    for fields in [samples(kind, languages), long_samples(kind, languages)] {
        typesetter.custom_trial(template, &fields, stamp).map_err(refused)?;
    }
    Ok(())
}

/// What the typesetter refused, in the words of the house.
pub fn refused(error: PrintError) -> Problem {
    match error {
        PrintError::Custom(found) => {
            let mut faults: Vec<Fault> = found.iter().map(rules::fault).collect();
            faults.dedup();
            Problem::invalid(faults)
        }
        PrintError::MissingGlyphs(letters) => {
            let letters: Vec<String> = letters.iter().map(char::to_string).collect();
            let fault = Fault::new("source", "paper-template-data-glyphs");
            Problem::invalid(vec![fault.with("letters", letters.join(" "))])
        }
        other => Problem { cause: Some(other.into()), ..Problem::new(ProblemCode::Internal) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Language;
    use crate::printing::custom::STARTER;

    fn tried(source: &str, kind: DocumentKind, languages: Languages) -> Vec<String> {
        let settings = Settings { source: source.to_owned(), shift_x: 0, shift_y: 0, on_blank: false };
        let template = printable(&settings, &[]).unwrap();
        let typesetter = Typesetter::new().unwrap();
        let stamp = preview_stamp("Проба", languages, (Moment::from_utc(Default::default()), None));
        match trial(&typesetter, &template, (kind, languages), &stamp) {
            Ok(()) => Vec::new(),
            Err(problem) => problem.faults.into_iter().map(|fault| fault.code).collect(),
        }
    }

    #[test]
    fn the_starter_bears_the_longest_data() {
        for kind in [DocumentKind::AdvancedTrainingCertificate, DocumentKind::AuthorityDocument] {
            for languages in [Languages::Ru, Languages::Kk, Languages::KkRu, Languages::En] {
                assert_eq!(tried(STARTER, kind, languages), [""; 0], "{kind:?} {languages:?}");
            }
        }
    }

    #[test]
    fn a_template_that_bears_only_short_names_is_refused() {
        let narrow = "#import \"kit.typ\": *\n#grid(columns: (40mm, 1fr), box(fields.holder.surname), [рядом])\n\
                      #place(dx: 90mm, dy: 30mm, box(width: 200mm, text(size: 16pt, fields.holder.full)))";
        let codes = tried(narrow, DocumentKind::ThankYouLetter, Languages::Ru);
        assert_eq!(codes.first().map(String::as_str), Some("paper-template-beyond-page"), "{codes:?}");
    }

    #[test]
    fn a_paper_in_two_languages_says_kazakh_first() {
        let printed = samples(DocumentKind::ThankYouLetter, Languages::KkRu);
        let languages: Vec<Language> = printed.iter().map(|text| text.language).collect();
        assert_eq!(languages, [Language::Kk, Language::Ru]);
        assert_eq!(printed[0].document.kind_title, "Алғыс хат");
    }
}
