//! How a paper goes to the process that prints it, and how it comes back: frames, each a length and so many bytes. Both
//! ends are the same program, so the form needs no version.

use super::wrong::TemplateFault;
use super::{Manner, Model, Task};
use crate::printing::DocumentStamp;
use crate::printing::pictures::known_name;
use serde::{Deserialize, Serialize};
use std::io::{Error, ErrorKind, Read, Result, Write};
use std::sync::Arc;

/// The longest frame in bytes: a paper of many pictures, with room to spare.
const LONGEST_FRAME: u32 = 256 * 1024 * 1024;
/// The first byte of an answer that is a paper.
const PAPER: u8 = 0;
/// The first byte of an answer that says what is wrong.
const FAULTS: u8 = 1;

/// What came of a paper.
pub(super) type Answer = std::result::Result<Vec<u8>, Vec<TemplateFault>>;

/// The first frame of a request; the pictures of a template follow, one a frame.
#[derive(Serialize, Deserialize)]
struct Head {
    /// The template, where it is another than that of the request before.
    model: Option<ModelHead>,
    data: [String; 2],
    qr: Option<String>,
    stamp: DocumentStamp,
    trial: bool,
}

#[derive(Serialize, Deserialize)]
struct ModelHead {
    source: String,
    pictures: Vec<String>,
}

/// Sends a paper to be printed; the template only where it is another than the last one.
pub(super) fn ask(out: &mut impl Write, task: &Task, with_model: bool) -> Result<()> {
    let pictures = || task.model.pictures.iter();
    let model = with_model.then(|| ModelHead {
        source: task.model.source.as_ref().to_owned(),
        pictures: pictures().map(|(name, _)| (*name).to_owned()).collect(),
    });
    let head = Head {
        model,
        data: task.data.clone(),
        qr: task.qr.clone(),
        stamp: task.stamp.clone(),
        trial: task.manner == Manner::Trial,
    };
    write_frame(out, &serde_json::to_vec(&head)?)?;
    if with_model {
        for (_, bytes) in pictures() {
            write_frame(out, bytes)?;
        }
    }
    out.flush()
}

/// Receives a paper to be printed; nothing when no more will come. `last` is the template of the one before.
pub(super) fn asked(from: &mut impl Read, last: &mut Option<Model>) -> Result<Option<Task>> {
    let Some(head) = read_frame(from)? else { return Ok(None) };
    let Head { model, data, qr, stamp, trial } = serde_json::from_slice(&head)?;
    if let Some(ModelHead { source, pictures: names }) = model {
        let mut pictures = Vec::with_capacity(names.len());
        for name in names {
            let name = known_name(&name).ok_or_else(|| Error::from(ErrorKind::InvalidData))?;
            let bytes = read_frame(from)?.ok_or_else(|| Error::from(ErrorKind::UnexpectedEof))?;
            pictures.push((name, Arc::from(bytes)));
        }
        *last = Some(Model { source: source.into(), pictures });
    }
    let model = last.clone().ok_or_else(|| Error::from(ErrorKind::InvalidData))?;
    let manner = if trial { Manner::Trial } else { Manner::Paper };
    Ok(Some(Task { model, data, qr, stamp, manner }))
}

/// Sends what came of a paper.
pub(super) fn answer(out: &mut impl Write, answer: &Answer) -> Result<()> {
    match answer {
        Ok(pdf) => write_parts(out, &[&[PAPER], pdf])?,
        Err(faults) => write_parts(out, &[&[FAULTS], &serde_json::to_vec(faults)?])?,
    }
    out.flush()
}

/// Receives what came of a paper; nothing when the process ended instead.
pub(super) fn answered(from: &mut impl Read) -> Result<Option<Answer>> {
    let Some(mut frame) = read_frame(from)? else { return Ok(None) };
    match frame.first().copied() {
        Some(PAPER) => {
            frame.remove(0);
            Ok(Some(Ok(frame)))
        }
        Some(FAULTS) => {
            let faults: Vec<TemplateFault> = serde_json::from_slice(frame.get(1..).unwrap_or_default())?;
            Ok(Some(Err(faults)))
        }
        _ => Err(Error::from(ErrorKind::InvalidData)),
    }
}

/// Says that everything is read and papers can come: a frame of nothing.
pub(super) fn say_ready(out: &mut impl Write) -> Result<()> {
    write_frame(out, &[])?;
    out.flush()
}

/// Whether the process said that it is ready.
pub(super) fn is_ready(from: &mut impl Read) -> bool {
    matches!(read_frame(from), Ok(Some(frame)) if frame.is_empty())
}

fn write_frame(out: &mut impl Write, bytes: &[u8]) -> Result<()> {
    write_parts(out, &[bytes])
}

fn write_parts(out: &mut impl Write, parts: &[&[u8]]) -> Result<()> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let length = u32::try_from(length).ok().filter(|length| *length <= LONGEST_FRAME);
    let length = length.ok_or_else(|| Error::from(ErrorKind::InvalidInput))?;
    out.write_all(&length.to_le_bytes())?;
    parts.iter().try_for_each(|part| out.write_all(part))
}

/// The next frame; nothing where the other end is closed between two of them.
fn read_frame(from: &mut impl Read) -> Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let length = u32::from_le_bytes(length);
    if length > LONGEST_FRAME {
        return Err(Error::from(ErrorKind::InvalidData));
    }
    let mut bytes = Vec::new();
    let read = from.by_ref().take(u64::from(length)).read_to_end(&mut bytes)?;
    if u32::try_from(read) == Ok(length) {
        Ok(Some(bytes))
    } else {
        Err(Error::from(ErrorKind::UnexpectedEof))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Language, Moment};
    use crate::printing::custom::Wrong;

    fn task(source: &str) -> Task {
        Task {
            model: Model { source: source.into(), pictures: vec![("logo.png", Arc::from(&b"\x89PNG"[..]))] },
            data: ["{\"a\":1}".into(), "{\"a\":2}".into()],
            qr: Some("<svg/>".into()),
            stamp: DocumentStamp {
                title: "Әлия".into(),
                language: Language::Kk,
                moment: Moment::parse("2026-11-21T09:00:00Z").unwrap(),
                ident: "k3xw9".into(),
                verify_url: None,
            },
            manner: Manner::Trial,
        }
    }

    #[test]
    fn a_paper_arrives_as_it_was_sent_and_its_template_once() {
        let mut sent = Vec::new();
        ask(&mut sent, &task("= A"), true).unwrap();
        let first = sent.len();
        ask(&mut sent, &task("= A"), false).unwrap();
        assert!(sent.len() - first < first, "the template was sent twice");
        let (mut from, mut last) = (sent.as_slice(), None);
        for _ in 0..2 {
            let got = asked(&mut from, &mut last).unwrap().unwrap();
            let expected = task("= A");
            assert!(got.model == expected.model && got.data == expected.data && got.qr == expected.qr);
            assert!(got.stamp == expected.stamp && got.manner == Manner::Trial);
        }
        assert!(asked(&mut from, &mut last).unwrap().is_none());
    }

    #[test]
    fn answers_arrive_as_they_were_given_and_a_broken_one_is_no_answer() {
        let faults = vec![TemplateFault {
            file: "template.typ".into(),
            line: Some(3),
            wrong: Wrong::BeyondPage { page: 1, text: "Нурмухаметжанова".into() },
        }];
        for given in [Ok(b"%PDF".to_vec()), Err(faults)] {
            let mut sent = Vec::new();
            answer(&mut sent, &given).unwrap();
            assert_eq!(answered(&mut sent.as_slice()).unwrap(), Some(given));
            let cut = sent.get(..sent.len() - 1).unwrap();
            assert!(answered(&mut &*cut).is_err());
        }
        assert_eq!(answered(&mut &b""[..]).unwrap(), None);
        assert!(answered(&mut &b"\xff\xff\xff\xff"[..]).is_err(), "nothing so long is read");
        assert!(answered(&mut &b"\x01\0\0\0\x07"[..]).is_err());
    }
}
