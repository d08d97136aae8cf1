//! Puts the page that `trunk build` left in `target/app` into the command, so that one binary makes complete sites.
//!
//! Writes `app_files.rs`: an array expression of `(name, bytes)`, sorted by name, with `/` between folders; empty when
//! there is no page yet. It is for `include!`, behind the feature `cli`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_CLI").is_none() {
        return Ok(());
    }

    let app = Path::new("target/app");
    // Cargo takes a folder that is not there for changed, at every build.
    fs::create_dir_all(app)?;
    println!("cargo::rerun-if-changed={}", app.display());

    let mut files = Vec::new();
    collect(app, &mut files)?;
    files.sort();

    let mut table = String::from("[\n");
    for file in files {
        let name = file.strip_prefix(app).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let path = fs::canonicalize(&file)?;
        table += &format!("    ({name:?}, include_bytes!({:?}).as_slice()),\n", path.to_string_lossy());
    }
    table += "]\n";
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("app_files.rs"), table)
}

/// Adds the files below `folder`, but not Trunk's folder for a build in progress.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name == ".stage") {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    Ok(())
}
