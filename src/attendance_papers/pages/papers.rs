//! Papers as files to be saved.

use super::Question;
use crate::attendance_papers::actions::{self, Asked, Matrix, PersonMatrix, Reading, SignIn, Span, Studied};
use crate::attendance_papers::rules::PaperFormat;
use crate::attendance_papers::rules::choice::{Choice, STATE_LANGUAGES, language, require_printable};
use crate::attendance_papers::views::Wording;
use crate::attendance_papers::views::papers::{self, Ready};
use crate::db::Read;
use crate::kernel::{
    Actor, EditionId, EnrolmentId, Fault, Gate, Language, Moment, Problem, ProblemCode, SessionId,
};
use crate::printing::sheets;
use crate::web::{Failure, Reply, Web, attachment};
use actix_web::web::{Path, Query, block};

/// The media type of PDF.
const PDF: &str = "application/pdf";

/// A paper with the language it is wanted in.
pub(in crate::attendance_papers) type In<T> = (Language, T);

/// What is asked of a paper of an edition.
pub(in crate::attendance_papers) struct Wanted {
    pub(in crate::attendance_papers) edition: EditionId,
    pub(in crate::attendance_papers) format: PaperFormat,
    language: String,
    choice: Choice,
}

impl Wanted {
    /// Out of an address.
    ///
    /// # Errors
    /// `NotFound` for a form that there is not.
    pub(in crate::attendance_papers) fn of(
        (id, format): (i64, String),
        question: &Question,
    ) -> Result<Wanted, Problem> {
        let (edition, format) = (EditionId(id), PaperFormat::parse(&format)?);
        Ok(Wanted { edition, format, language: question.language.clone(), choice: question.choice() })
    }

    fn read(&self, r: &mut Read, me: &Actor, span: Span, now: Moment) -> Result<In<Matrix>, Problem> {
        let language = language(&self.language, me.language, &STATE_LANGUAGES)?;
        let asked = Asked { choice: self.choice, span, language };
        Ok((language, actions::matrix(r, me, self.edition, &asked, now)?))
    }
}

/// What a journal is made of: everybody the reader sees, at the sessions chosen.
pub(in crate::attendance_papers) fn for_journal(
    r: &mut Read,
    me: &Actor,
    wanted: &Wanted,
    now: Moment,
) -> Result<In<Matrix>, Problem> {
    if wanted.format == PaperFormat::Pdf {
        // How large it is, is known before anybody's marks are read.
        let (_, nobody) = wanted.read(r, me, Span { from: 0, limit: 0 }, now)?;
        require_printable(wanted.format, nobody.people, nobody.columns.len())?;
    }
    wanted.read(r, me, Span::ALL, now)
}

/// What a schedule is made of: the sessions, and nobody.
pub(in crate::attendance_papers) fn for_schedule(
    r: &mut Read,
    me: &Actor,
    wanted: &Wanted,
    now: Moment,
) -> Result<In<Matrix>, Problem> {
    wanted.read(r, me, Span { from: 0, limit: 0 }, now)
}

/// What a sign-in sheet is made of.
pub(in crate::attendance_papers) fn for_sign_in(
    r: &mut Read,
    me: &Actor,
    (id, asked): (SessionId, &str),
    now: Moment,
) -> Result<In<SignIn>, Problem> {
    let language = language(asked, me.language, &STATE_LANGUAGES)?;
    Ok((language, actions::sign_in(r, me, id, language, now)?))
}

/// What a certificate of attendance is made of. It is given by the person or the training centre, not by a coordinator.
pub(in crate::attendance_papers) fn for_certificate(
    r: &mut Read,
    me: &Actor,
    (id, asked): (EnrolmentId, &str),
    now: Moment,
) -> Result<In<PersonMatrix>, Problem> {
    let person = actions::person(r, me, id, now)?;
    if person.reading == Reading::Coordinator {
        return Err(Problem::not_found());
    }
    Ok((language(asked, me.language, &Language::ALL)?, person))
}

/// What a transcript of hours is made of.
pub(in crate::attendance_papers) fn for_transcript(
    r: &mut Read,
    me: &Actor,
    (id, asked): (EnrolmentId, &str),
) -> Result<In<Studied>, Problem> {
    let studied = actions::studied(r, me, id)?;
    Ok((language(asked, me.language, &Language::ALL)?, studied))
}

/// Makes and prints a paper off the threads that serve requests, and sends it as a file with a safe name.
///
/// # Errors
/// `Busy` while as many papers are printed as the machine can bear; the typesetter's.
pub async fn deliver<M>(web: &Web, (language, format): (Language, PaperFormat), make: M) -> Reply
where
    M: FnOnce(Wording<'_>) -> Ready + Send + 'static,
{
    let kit = web.kit.clone();
    // Nobody waits in a line behind long papers: a queue of them would take the threads of everybody else.
    let printing = kit.printing.clone().try_acquire_owned();
    let turn = printing.map_err(|_| Problem {
        faults: vec![Fault::new("paper", "papers-busy")],
        ..Problem::new(ProblemCode::Busy)
    })?;
    let printed = block(move || {
        let _turn = turn;
        let ready = make(Wording { words: &kit.words, language });
        let bytes = match format {
            PaperFormat::Pdf => ready.pdf(&kit.typesetter).map_err(Problem::from)?,
            PaperFormat::Xlsx => ready.paper.xlsx(&ready.about).map_err(Problem::internal)?,
        };
        Ok::<_, Problem>((format!("{}.{}", ready.file, format.as_str()), bytes))
    });
    let (name, bytes) = printed.await.map_err(Problem::internal)??;
    let media_type = match format {
        PaperFormat::Pdf => PDF,
        PaperFormat::Xlsx => sheets::XLSX,
    };
    Ok(attachment(&name, media_type, bytes))
}

async fn one<T: Send + 'static>(
    web: &Web,
    read: impl FnOnce(&mut Read, &Actor) -> Result<In<T>, Problem> + Send + 'static,
) -> Result<In<T>, Failure> {
    Ok(web.read(Gate::SignedIn, read).await?.1)
}

type OfEdition = fn(&mut Read, &Actor, &Wanted, Moment) -> Result<In<Matrix>, Problem>;
type Making = fn(&Matrix, Wording<'_>, Moment) -> Ready;

async fn of_edition(web: &Web, wanted: Wanted, reading: OfEdition, making: Making) -> Reply {
    let (now, format) = (web.now(), wanted.format);
    let (language, matrix) = one(web, move |r, me| reading(r, me, &wanted, now)).await?;
    deliver(web, (language, format), move |wording| making(&matrix, wording, now)).await
}

/// `GET /editions/{edition}/attendance/journal/{paper}`
pub async fn journal(web: Web, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    of_edition(&web, Wanted::of(path.into_inner(), &question)?, for_journal, papers::journal).await
}

/// `GET /editions/{edition}/attendance/schedule/{paper}`
pub async fn schedule(web: Web, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    of_edition(&web, Wanted::of(path.into_inner(), &question)?, for_schedule, papers::schedule).await
}

/// `GET /sessions/{session}/sign-in-sheet/{paper}`
pub async fn sign_in(web: Web, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let ((id, format), now) = (path.into_inner(), web.now());
    let (format, asked) = (PaperFormat::parse(&format)?, question.language.clone());
    let read = move |r: &mut Read, me: &Actor| for_sign_in(r, me, (SessionId(id), &asked), now);
    let (language, signing) = one(&web, read).await?;
    deliver(&web, (language, format), move |wording| papers::sign_in(&signing, wording, now)).await
}

/// `GET /learn/{enrolment}/attendance/certificate/{paper}`
pub async fn certificate(web: Web, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let ((id, format), now) = (path.into_inner(), web.now());
    let (format, asked) = (PaperFormat::parse(&format)?, question.language.clone());
    let read = move |r: &mut Read, me: &Actor| for_certificate(r, me, (EnrolmentId(id), &asked), now);
    let (language, person) = one(&web, read).await?;
    deliver(&web, (language, format), move |wording| papers::certificate(&person, wording, now)).await
}

/// `GET /learn/{enrolment}/hours/transcript/{paper}`
pub async fn transcript(web: Web, path: Path<(i64, String)>, question: Query<Question>) -> Reply {
    let ((id, format), now) = (path.into_inner(), web.now());
    let (format, asked) = (PaperFormat::parse(&format)?, question.language.clone());
    let read = move |r: &mut Read, me: &Actor| for_transcript(r, me, (EnrolmentId(id), &asked));
    let (language, studied) = one(&web, read).await?;
    deliver(&web, (language, format), move |wording| papers::transcript(&studied, wording, now)).await
}
