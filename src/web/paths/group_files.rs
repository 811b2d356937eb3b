//! Addresses of the room `group_files`.

use crate::kernel::{EditionId, GroupFileId};

with_ids! {
    /// The files of a group; POST has one put together.
    group_files(edition: EditionId) = "/editions/{edition}/group-files";
    /// A group's file as a ZIP.
    group_file_archive(file: GroupFileId) = "/group-files/{file}/archive";
}
