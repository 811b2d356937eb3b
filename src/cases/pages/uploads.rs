//! Files of a form: judged by content and laid away before the transaction. What is refused is named, and stops
//! nothing else of the form.

use crate::cases::store::NewFile;
use crate::kernel::{Fault, ProblemCode};
use crate::web::{Upload, UploadForm, Web};

/// What became of the files of a form.
#[derive(Debug, Default)]
pub(super) struct Uploads {
    /// Those laid away.
    pub files: Vec<NewFile>,
    /// Why others were not.
    pub faults: Vec<Fault>,
    /// The weightiest reason, as the answer's status.
    pub code: Option<ProblemCode>,
}

impl Uploads {
    /// Judges and lays away the files of the field `files`, and of `files.` with the key of a part.
    pub(super) async fn of(web: &Web, sent: &UploadForm) -> Uploads {
        let mut uploads = Uploads::default();
        for (rest, upload) in sent.form.files_under("files") {
            let part = rest.strip_prefix('.').unwrap_or_default();
            match keep(web, upload, part).await {
                Ok(file) => uploads.files.push(file),
                Err(code) => uploads.refuse(code, &upload.name, rest),
            }
        }
        if sent.too_large {
            let megabytes = web.kit.settings.max_upload / (1024 * 1024);
            uploads.faults.push(Fault::new("files", "case-too-large").with("megabytes", megabytes));
            uploads.code = Some(ProblemCode::TooLarge);
        }
        uploads
    }

    fn refuse(&mut self, code: ProblemCode, name: &str, part: &str) {
        let fault = match code {
            ProblemCode::FileKindRefused => "case-file-kind",
            _ => "case-file-lost",
        };
        self.faults.push(Fault::new(format!("files{part}"), fault).with("name", name));
        self.code = Some(code);
    }
}

async fn keep(web: &Web, upload: &Upload, part: &str) -> Result<NewFile, ProblemCode> {
    let (_, media_type) = upload.kind().map_err(|problem| problem.code)?;
    let blob = web.kit.files.put(upload.bytes.to_vec()).await.map_err(|problem| {
        tracing::error!(%problem, "an uploaded file could not be laid away");
        problem.code
    })?;
    Ok(NewFile { blob, media_type, name: upload.name.clone(), part: part.to_owned() })
}
