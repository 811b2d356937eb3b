//! The courses of this repository inside the program, for a demonstration where their folder is not at hand.

use std::io;
use std::path::{Path, PathBuf};

#[derive(rust_embed::RustEmbed)]
#[folder = "course-content/"]
struct ShippedCourses;

/// Lays the shipped courses out under a data folder, as authors have them, and says where.
///
/// # Errors
/// The disk's.
pub fn lay_out(data_dir: &Path) -> io::Result<PathBuf> {
    let content = data_dir.join("course-content");
    for name in ShippedCourses::iter() {
        let Some(file) = ShippedCourses::get(&name) else { continue };
        let path = content.join(name.as_ref());
        std::fs::create_dir_all(path.parent().unwrap_or(&content))?;
        std::fs::write(path, &file.data)?;
    }
    Ok(content)
}
