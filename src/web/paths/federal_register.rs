//! Addresses of the room `federal_register`.

use crate::kernel::{EditionId, FederalExportId, FederalTemplateId, OrganisationId};

/// The registers of the organisations that somebody administers.
pub const FEDERAL_REGISTERS: &str = "/federal-register";

with_ids! {
    /// The documents of an organisation that belong in the register.
    federal_register(organisation: OrganisationId) = "/organisations/{organisation}/federal-register";
    /// What would be exported now, and what is wrong with the rest.
    federal_check(organisation: OrganisationId) = "/organisations/{organisation}/federal-register/check";
    /// What the register made of documents (POST).
    federal_outcomes(organisation: OrganisationId) = "/organisations/{organisation}/federal-register/outcomes";
    /// The templates of an organisation (GET lists them, POST uploads one).
    federal_templates(organisation: OrganisationId) = "/organisations/{organisation}/federal-register/templates";
    /// One template with its lists.
    federal_template(organisation: OrganisationId, federal_template: FederalTemplateId) = "/organisations/{organisation}/federal-register/templates/{federal_template}";
    /// The bytes of a template.
    federal_template_file(organisation: OrganisationId, federal_template: FederalTemplateId) = "/organisations/{organisation}/federal-register/templates/{federal_template}/file";
    /// The files of an organisation (GET lists them, POST makes them).
    federal_exports(organisation: OrganisationId) = "/organisations/{organisation}/federal-register/exports";
    /// One file with what stands in it.
    federal_export(organisation: OrganisationId, federal_export: FederalExportId) = "/organisations/{organisation}/federal-register/exports/{federal_export}";
    /// The bytes of a file.
    federal_export_file(organisation: OrganisationId, federal_export: FederalExportId) = "/organisations/{organisation}/federal-register/exports/{federal_export}/file";
    /// What the register made of a whole file (POST).
    federal_export_outcomes(organisation: OrganisationId, federal_export: FederalExportId) = "/organisations/{organisation}/federal-register/exports/{federal_export}/outcomes";
    /// A plain register of a year, as a workbook or a table of text.
    plain_register(organisation: OrganisationId) = "/organisations/{organisation}/federal-register/plain";
    /// What is chosen for an edition and its programme; POST chooses.
    federal_settings(edition: EditionId) = "/editions/{edition}/federal-settings";
    /// Who pays for single people of an edition (POST).
    federal_people(edition: EditionId) = "/editions/{edition}/federal-settings/people";
}
