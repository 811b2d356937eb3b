//! Templates on their way to the typesetter: their pictures, a trial before a version is kept, previews.

use crate::files::FileStore;
use crate::kernel::{Fault, Moment, PersonName, Problem, ProblemCode, Word as _};
use crate::paper_templates::rules::{self, Languages, Settings};
use crate::paper_templates::store::{ChosenTemplate, PictureRow};
use crate::printing::custom::Picture;
use crate::printing::fields::HolderFields;
use crate::printing::pictures::{PictureUse, facts};
use crate::printing::{CustomTemplate, DocumentStamp, PaperFields, PrintError, Typesetter};
use crate::programmes::rules::words::DocumentKind;
use crate::secrets::sha256_hex;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A name at which lines break badly: a template that bears it bears the names of most people.
const LONG_NAME: &str = "Нурмухаметжанова-Абдрахманова Гүлбаршын-Айгерім Сейітжаппарқызы";
/// What makes a title of a programme as long as the longest of them.
const LONG_TITLE: &str = "Организация межведомственного взаимодействия государственных служащих, социально ориентированных некоммерческих \
     организаций и добровольцев при сопровождении замещающих семей и выпускников организаций для детей-сирот";

/// How long is spent on papers that lack one thing each; a usual template needs a part of it.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long, where it is known already that something lacking breaks the template, until it is found what.
const SEARCH: Duration = Duration::from_secs(30);
/// The most faults told at once.
const MOST: usize = 10;

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

/// The same with texts as long as they become, on a duplicate.
fn long(mut fields: Vec<PaperFields>) -> Vec<PaperFields> {
    for text in &mut fields {
        text.holder.full = LONG_NAME.to_owned();
        text.programme.title = Some(LONG_TITLE.to_owned());
        text.document.duplicate = true;
    }
    fields
}

/// The same with names of one letter.
fn short(mut fields: Vec<PaperFields>) -> Vec<PaperFields> {
    for text in &mut fields {
        text.holder = HolderFields::of(&PersonName::new("О", "И", None), None);
        text.programme.title = text.programme.title.as_ref().map(|_| "Я".to_owned());
    }
    fields
}

fn lacking(fields: &[PaperFields], gaps: &[String]) -> Vec<PaperFields> {
    fields.iter().map(|text| text.lacking(gaps)).collect()
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

/// Prints a template with usual and with the longest data, then with papers that lack what real ones of the kind may lack:
/// all of it, and each thing alone. Says everything that is wrong with it, and what was lacking when it went wrong. Busy for
/// a part of a second, at worst for many seconds.
///
/// # Errors
/// `Invalid` with the faults of the field `source`, each with file and line.
pub fn trial(
    typesetter: &Typesetter,
    template: &CustomTemplate,
    (kind, languages): (DocumentKind, Languages),
    stamp: &DocumentStamp,
) -> Result<(), Problem> {
    let print = |fields: &[PaperFields]| typesetter.custom_trial(template, fields, stamp).map(drop);
    let usual = samples(kind, languages);
    for fields in [&usual, &long(usual.clone())] {
        print(fields).map_err(refused)?;
    }
    let gaps = PaperFields::may_lack(kind.as_str());
    let sparse = lacking(&usual, &gaps);
    let bare = print(&sparse).and_then(|()| print(&short(sparse.clone()))).map_err(refused).err();
    if let Some(problem) = bare.as_ref()
        && (problem.code != ProblemCode::Invalid || is_busy(problem))
    {
        return bare.map_or(Ok(()), Err);
    }
    let (began, longest) = (Instant::now(), if bare.is_some() { SEARCH } else { PATIENCE });
    let mut faults = Vec::new();
    for gap in &gaps {
        if faults.len() >= MOST || began.elapsed() > longest {
            break;
        }
        let fields = lacking(&usual, std::slice::from_ref(gap));
        if let Err(error) = print(&fields) {
            without(&mut faults, gap, refused(error))?;
        }
    }
    match bare {
        Some(problem) if faults.is_empty() => Err(Problem::invalid(with_nothing(problem))),
        _ if faults.is_empty() => Ok(()),
        _ => Err(Problem::invalid(faults)),
    }
}

/// Where the template broke.
fn place_of(fault: &Fault) -> String {
    let place = fault.args.iter().find(|(name, _)| name == "place");
    place.map_or_else(|| "template.typ".to_owned(), |(_, place)| place.clone())
}

/// Adds what is wrong with a paper that lacks one thing: what it lacks, then what the typesetter says.
fn without(faults: &mut Vec<Fault>, gap: &str, problem: Problem) -> Result<(), Problem> {
    if problem.code != ProblemCode::Invalid || is_busy(&problem) {
        return Err(problem);
    }
    for fault in problem.faults {
        let lacking = Fault::new("source", "paper-template-lacking").with("place", place_of(&fault));
        let lacking =
            lacking.with("lack", gap.replace(['.', '_'], "-")).with("path", format!("fields.{gap}"));
        for new in [lacking, fault] {
            if !faults.contains(&new) {
                faults.push(new);
            }
        }
    }
    Ok(())
}

/// What is wrong with a paper that has nothing but what it must have, where no single thing is to blame.
fn with_nothing(problem: Problem) -> Vec<Fault> {
    let told = |fault: Fault| {
        let bare = Fault::new("source", "paper-template-bare").with("place", place_of(&fault));
        [bare, fault]
    };
    problem.faults.into_iter().flat_map(told).collect()
}

/// Whether nothing was printed because no place was free, which says nothing of the template.
pub fn is_busy(problem: &Problem) -> bool {
    problem.faults.iter().any(|fault| fault.code == "paper-template-busy")
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
            for languages in [Languages::Ru, Languages::KkRu] {
                assert_eq!(tried(STARTER, kind, languages), [""; 0], "{kind:?} {languages:?}");
            }
        }
    }

    #[test]
    fn the_starter_bears_the_sparsest_paper_of_every_kind_and_language() {
        let settings = Settings { source: STARTER.to_owned(), shift_x: 0, shift_y: 0, on_blank: false };
        let (template, typesetter) = (printable(&settings, &[]).unwrap(), Typesetter::new().unwrap());
        for kind in DocumentKind::WORDS.iter().filter_map(|word| DocumentKind::parse(word)) {
            for languages in [Languages::Ru, Languages::Kk, Languages::KkRu, Languages::En] {
                let stamp = preview_stamp("Проба", languages, (Moment::from_utc(Default::default()), None));
                let gaps = PaperFields::may_lack(kind.as_str());
                let fields = short(lacking(&samples(kind, languages), &gaps));
                let done = typesetter.custom_trial(&template, &fields, &stamp);
                assert!(done.is_ok(), "{kind:?} {languages:?}: {done:?}");
            }
        }
    }

    /// The faults of one line of Russian, each with what was lacking.
    fn lacking_in(line: &str, kind: DocumentKind) -> Vec<(String, Option<String>)> {
        let settings = Settings {
            source: format!("#import \"kit.typ\": *\n{line}"),
            shift_x: 0,
            shift_y: 0,
            on_blank: false,
        };
        let template = printable(&settings, &[]).unwrap();
        let stamp = preview_stamp("Проба", Languages::Ru, (Moment::from_utc(Default::default()), None));
        let done = trial(&Typesetter::new().unwrap(), &template, (kind, Languages::Ru), &stamp);
        let faults = done.err().map(|problem| problem.faults).unwrap_or_default();
        let argument = |fault: &Fault, name: &str| {
            fault.args.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
        };
        faults.iter().map(|fault| (fault.code.clone(), argument(fault, "path"))).collect()
    }

    #[test]
    fn a_template_that_fails_without_something_a_paper_may_lack_is_refused_and_says_what() {
        let diploma = DocumentKind::RetrainingDiploma;
        for (line, path) in [
            ("#fields.holder.patronymic.len()", "fields.holder.patronymic"),
            ("#fields.assessment.topic.len()", "fields.assessment.topic"),
            ("#fields.programme.modules.first().title", "fields.programme.modules"),
        ] {
            let found = lacking_in(line, diploma);
            let expected = ("paper-template-lacking".to_owned(), Some(path.to_owned()));
            assert_eq!(found.first(), Some(&expected), "{line}: {found:?}");
        }
        let guarded = "#if fields.holder.patronymic != none { fields.holder.patronymic.len() }";
        assert_eq!(lacking_in(guarded, diploma), []);
        // What papers of the kind always have needs no condition.
        assert_eq!(lacking_in("#fields.programme.title.len()", diploma), []);
        assert_eq!(lacking_in("#fields.letter.place.len()", DocumentKind::AuthorityDocument), []);
        assert_ne!(lacking_in("#fields.programme.title.len()", DocumentKind::ThankYouLetter), []);
    }

    #[test]
    fn a_template_that_fails_only_without_two_things_is_refused_too() {
        let line = "#if fields.assessment.mark == none { fields.assessment.topic.len() } else { 1 }";
        let codes: Vec<String> =
            lacking_in(line, DocumentKind::RetrainingDiploma).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes.first().map(String::as_str), Some("paper-template-bare"), "{codes:?}");
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
