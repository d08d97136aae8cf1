//! The app, as the command holds it: what `trunk build` left when the command was compiled.

/// The files of the app.
#[derive(Debug, Clone, Copy)]
pub struct AppFiles {
    files: &'static [(&'static str, &'static [u8])],
}

/// Files of the app that go into the pages instead of beside them.
const BUILT_IN: [&str; 2] = ["index.html", "first.css"];

impl AppFiles {
    /// Those that this command was compiled with.
    pub fn embedded() -> Self {
        const FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/app_files.rs"));
        Self { files: FILES }
    }

    /// Another app, for tests.
    pub fn of(files: &'static [(&'static str, &'static [u8])]) -> Self {
        Self { files }
    }

    /// Whether there is no app in it.
    pub fn is_empty(&self) -> bool {
        self.text("index.html").is_none()
    }

    /// A file as text.
    pub fn text(&self, name: &str) -> Option<&'static str> {
        let (_, bytes) = self.files.iter().find(|(known, _)| *known == name)?;
        std::str::from_utf8(bytes).ok()
    }

    /// What a site serves beside its pages: scripts, wasm, style. Never the facts of the app's own checkout.
    pub fn served(&self) -> impl Iterator<Item = (&'static str, &'static [u8])> {
        let is_served = |name: &str| {
            let is_code = [".js", ".wasm", ".css"].iter().any(|ending| name.ends_with(ending));
            is_code && !BUILT_IN.contains(&name)
        };
        self.files.iter().copied().filter(move |(name, _)| is_served(name))
    }
}
