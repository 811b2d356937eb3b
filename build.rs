//! Migrations are compiled into the program; cargo does not see a new folder by itself.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
