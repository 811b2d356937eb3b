//! Addresses of the room `paper_templates`.

use crate::kernel::{PaperTemplateId, PaperTemplateVersionId};

/// The templates of papers (GET lists them, POST makes one).
pub const PAPER_TEMPLATES: &str = "/paper-templates";
/// Making a template of papers.
pub const NEW_PAPER_TEMPLATE: &str = "/paper-templates/new";

with_ids! {
    /// A template with its versions.
    paper_template(template: PaperTemplateId) = "/paper-templates/{template}";
    /// Adding a version (POST).
    paper_template_versions(template: PaperTemplateId) = "/paper-templates/{template}/versions";
    /// Which version is at work (POST).
    paper_template_choice(template: PaperTemplateId) = "/paper-templates/{template}/choice";
    /// A version.
    paper_template_version(template: PaperTemplateId, version: PaperTemplateVersionId) =
        "/paper-templates/{template}/versions/{version}";
    /// What a version prints, as PDF.
    paper_template_preview(template: PaperTemplateId, version: PaperTemplateVersionId) =
        "/paper-templates/{template}/versions/{version}/preview";
    /// The text of a version as a file.
    paper_template_source(template: PaperTemplateId, version: PaperTemplateVersionId) =
        "/paper-templates/{template}/versions/{version}/source";
}
