//! `factline serve`: the site of a file on loopback, made again when the file changes.

use std::path::Path;
use std::sync::{Arc, RwLock};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use tiny_http::{Header, Request, Response, Server};

use crate::site::Site;

use super::build::{counted, make};
use super::{CANNOT, ServeArgs};

/// How often the file is looked at: soon enough for somebody who saves and looks up.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// So many requests are answered at once: a browser opens six connections.
const N_WORKERS: usize = 6;

/// Runs it until it is stopped.
pub fn run(args: &ServeArgs) -> u8 {
    let seen = changed(args);
    let site = match make(&args.file, &args.options) {
        Ok(site) => Arc::new(RwLock::new(site)),
        Err(code) => return code,
    };
    let server = match Server::http(("127.0.0.1", args.port)) {
        Ok(server) => Arc::new(server),
        Err(error) => {
            eprintln!("factline: cannot serve on port {}: {error}; name another with --port", args.port);
            return CANNOT;
        }
    };
    let port = server.server_addr().to_ip().map_or(args.port, |address| address.port());
    eprintln!("serving {} on http://127.0.0.1:{port}", args.file.display());
    for _ in 0..N_WORKERS {
        let (server, site) = (Arc::clone(&server), Arc::clone(&site));
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &site);
            }
        });
    }
    watch(args, seen, &site)
}

fn watch(args: &ServeArgs, mut seen: [Option<SystemTime>; 2], site: &RwLock<Site>) -> u8 {
    loop {
        thread::sleep(LOOK_EVERY);
        let now = changed(args);
        if now == seen {
            continue;
        }
        seen = now;
        // A file with errors is told and the last good site stays.
        if let (Ok(next), Ok(mut site)) = (make(&args.file, &args.options), site.write()) {
            eprintln!("rebuilt: {}", counted(next.n_facts, "fact"));
            *site = next;
        }
    }
}

/// When the file was changed, and the one that it is read with.
fn changed(args: &ServeArgs) -> [Option<SystemTime>; 2] {
    let time = |file: &Path| fs::metadata(file).and_then(|about| about.modified()).ok();
    [time(&args.file), args.options.table.with.as_deref().and_then(time)]
}

fn answer(request: Request, site: &RwLock<Site>) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let Ok(site) = site.read() else { return };
    let (status, headers, bytes) = match find(&site, &path) {
        Found::File(name, bytes) => (200, vec![("Content-Type", mime_of(name).to_owned())], bytes),
        Found::Folder => {
            let query = request.url().split_once('?').map_or(String::new(), |(_, query)| ["?", query].concat());
            (301, vec![("Location", [&path, "/", &query].concat())], Vec::new())
        }
        Found::Nothing => (404, Vec::new(), b"there is no such page".to_vec()),
    };
    drop(site);
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in headers.into_iter().chain([("Cache-Control", "no-cache".to_owned())]) {
        // A path that a header cannot hold is one that no link of ours has.
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A reader who left is no error.
    drop(request.respond(response));
}

enum Found<'a> {
    File(&'a str, Vec<u8>),
    Folder,
    Nothing,
}

fn find<'a>(site: &'a Site, path: &'a str) -> Found<'a> {
    let name = path.trim_start_matches('/');
    if let Some((name, bytes)) = site.files.get_key_value(name) {
        return Found::File(name, bytes.clone());
    }
    let index = [name.trim_end_matches('/'), "/index.html"].concat();
    match site.files.get_key_value(index.trim_start_matches('/')) {
        Some((name, bytes)) if path.ends_with('/') => Found::File(name, bytes.clone()),
        Some(_) => Found::Folder,
        None => Found::Nothing,
    }
}

fn mime_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_lead_to_their_page() {
        let mut site = Site::default();
        site.files.insert("index.html".to_owned(), b"a".to_vec());
        site.files.insert("ru/index.html".to_owned(), b"b".to_vec());
        let kind = |path| match find(&site, path) {
            Found::File(name, _) => name.to_owned(),
            Found::Folder => "folder".to_owned(),
            Found::Nothing => "nothing".to_owned(),
        };
        let found: Vec<_> = ["/", "/index.html", "/ru/", "/ru", "/kk/"].map(kind).to_vec();
        assert_eq!(found, ["index.html", "index.html", "ru/index.html", "folder", "nothing"]);
    }
}
