//! Writing a site into a folder so that there is a whole site in it at every moment: it is built beside the folder
//! and the two are exchanged in one step.
//!
//! What the earlier build did not make is not ours: files that its manifest does not list, and `v/`, move along.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::Site;

/// Copies of old versions that a newsroom keeps by hand; never replaced.
const KEPT_FOLDER: &str = "v";

/// Why a site was not written. The folder is as it was.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The folder holds something that no build made.
    #[error("{} holds files and no manifest of an earlier build; name an empty folder, or a new one", .0.display())]
    NotOurs(PathBuf),
    /// It is the folder that the command runs in, which cannot be exchanged under it.
    #[error("{} is the folder you are in; go to the one above it and name this one", .0.display())]
    Here(PathBuf),
    /// The disk.
    #[error("cannot write {}: {}", .0.display(), .1)]
    Disk(PathBuf, io::Error),
}

/// Writes the site.
///
/// # Errors
/// When the folder is not ours, or the disk fails; the folder then is as it was.
pub fn write(site: &Site, out: &Path) -> Result<(), FolderError> {
    // A link to a folder stays a link; what it leads to is what is exchanged.
    let out = &out.canonicalize().unwrap_or_else(|_| out.to_owned());
    if std::env::current_dir().is_ok_and(|here| here == *out) {
        return Err(FolderError::Here(out.clone()));
    }
    let staged = staging_place(out);
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| FolderError::Disk(path, error)
    };
    let listed = earlier_files(out)?;
    if staged.exists() {
        // An earlier build was stopped: what it left was never part of a site.
        fs::remove_dir_all(&staged).map_err(failed(&staged))?;
    }
    fs::create_dir_all(&staged).map_err(failed(&staged))?;
    let filled = fill(site, &staged).and_then(|()| keep(site, out, &staged, listed.as_deref().unwrap_or(&[])));
    if let Err(error) = filled.and_then(|()| exchange(&staged, out)) {
        // The first error is the one to tell; what stays behind is swept by the next build.
        drop(fs::remove_dir_all(&staged));
        return Err(FolderError::Disk(out.to_owned(), error));
    }
    Ok(())
}

fn staging_place(out: &Path) -> PathBuf {
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = [".", &name, ".factline-new"].concat();
    match out.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) => parent.join(beside),
        None => PathBuf::from(beside),
    }
}

/// The files of an earlier build; `None` where the folder is absent or empty.
fn earlier_files(out: &Path) -> Result<Option<Vec<String>>, FolderError> {
    let disk = |error| FolderError::Disk(out.to_owned(), error);
    if !out.exists() || fs::read_dir(out).map_err(disk)?.next().is_none() {
        return Ok(None);
    }
    let not_ours = || FolderError::NotOurs(out.to_owned());
    let manifest = fs::read_to_string(out.join("manifest.json")).map_err(|_| not_ours())?;
    let manifest: serde_json::Value = serde_json::from_str(&manifest).map_err(|_| not_ours())?;
    let files = manifest.get("files").and_then(|files| files.as_object()).ok_or_else(not_ours)?;
    Ok(Some(files.keys().cloned().collect()))
}

fn fill(site: &Site, staged: &Path) -> io::Result<()> {
    for (name, bytes) in &site.files {
        let path = staged.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// Takes along what the earlier build did not make.
fn keep(site: &Site, out: &Path, staged: &Path, listed: &[String]) -> io::Result<()> {
    if !out.exists() {
        return Ok(());
    }
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(out.join(&folder))? {
            let entry = entry?;
            let relative = folder.join(entry.file_name());
            let name = relative.to_string_lossy().replace('\\', "/");
            if entry.file_type()?.is_dir() {
                folders.push(relative);
                continue;
            }
            let is_kept =
                name.starts_with(&[KEPT_FOLDER, "/"].concat()) || (name != "manifest.json" && !listed.contains(&name));
            if is_kept && !site.files.contains_key(&name) {
                take_along(&out.join(&relative), &staged.join(&relative))?;
            }
        }
    }
    Ok(())
}

fn take_along(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    // A link costs nothing however large the file is; where the disk has none, it is copied.
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
}

#[cfg(target_os = "linux")]
fn exchange(staged: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    if !out.exists() {
        return fs::rename(staged, out);
    }
    match renameat_with(CWD, staged, CWD, out, RenameFlags::EXCHANGE) {
        Ok(()) => fs::remove_dir_all(staged),
        // Some network disks cannot exchange.
        Err(_) => replace(staged, out),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(staged: &Path, out: &Path) -> io::Result<()> {
    replace(staged, out)
}

/// Two renames: for the instant between them there is no folder, but never half a one.
fn replace(staged: &Path, out: &Path) -> io::Result<()> {
    if !out.exists() {
        return fs::rename(staged, out);
    }
    let old = staged.with_extension("factline-old");
    fs::rename(out, &old)?;
    if let Err(error) = fs::rename(staged, out) {
        fs::rename(&old, out)?;
        return Err(error);
    }
    fs::remove_dir_all(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        let mut site = Site::default();
        let mut names = Vec::new();
        for (name, text) in files {
            site.files.insert((*name).to_owned(), text.as_bytes().to_vec());
            names.push(format!("\"{name}\":\"\""));
        }
        let manifest = format!("{{\"files\":{{{}}}}}", names.join(","));
        site.files.insert("manifest.json".to_owned(), manifest.into_bytes());
        site
    }

    fn names_in(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn an_absent_folder_is_made() {
        let temp = tempfile::tempdir().unwrap();
        write(&site(&[("ru/index.html", "x")]), &temp.path().join("dist")).unwrap();
        assert_eq!(names_in(temp.path()), ["dist"]);
        assert_eq!(fs::read_to_string(temp.path().join("dist/ru/index.html")).unwrap(), "x");
    }

    #[test]
    fn what_another_build_made_is_replaced_and_the_rest_is_kept() {
        let temp = tempfile::tempdir().unwrap();
        let out = temp.path().join("dist");
        write(&site(&[("old.js", "old"), ("index.html", "old")]), &out).unwrap();
        fs::write(out.join("CNAME"), "example.org").unwrap();
        fs::create_dir(out.join("v")).unwrap();
        fs::write(out.join("v/1.html"), "frozen").unwrap();
        write(&site(&[("index.html", "new")]), &out).unwrap();
        assert_eq!(names_in(&out), ["CNAME", "index.html", "manifest.json", "v"]);
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "new");
        assert_eq!(fs::read_to_string(out.join("v/1.html")).unwrap(), "frozen");
        assert_eq!(names_in(temp.path()), ["dist"]);
    }

    #[test]
    fn a_folder_of_somebody_elses_is_left_alone() {
        let temp = tempfile::tempdir().unwrap();
        fs::write(temp.path().join("thesis.txt"), "x").unwrap();
        assert!(matches!(write(&site(&[]), temp.path()), Err(FolderError::NotOurs(_))));
        assert_eq!(names_in(temp.path()), ["thesis.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_stays_a_link() {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir(temp.path().join("real")).unwrap();
        std::os::unix::fs::symlink(temp.path().join("real"), temp.path().join("www")).unwrap();
        write(&site(&[("index.html", "x")]), &temp.path().join("www")).unwrap();
        assert!(temp.path().join("www").is_symlink());
        assert_eq!(fs::read_to_string(temp.path().join("real/index.html")).unwrap(), "x");
    }

    #[test]
    fn what_a_stopped_build_left_is_swept() {
        let temp = tempfile::tempdir().unwrap();
        let out = temp.path().join("dist");
        fs::create_dir(temp.path().join(".dist.factline-new")).unwrap();
        write(&site(&[("index.html", "x")]), &out).unwrap();
        assert_eq!(names_in(temp.path()), ["dist"]);
    }
}
