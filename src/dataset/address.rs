//! Which addresses a page may link to.
//!
//! It refuses to know whether anything answers there.

/// Whether an address is a relative one, `http`, `https` or `mailto`: nothing that a browser would run.
///
/// Browsers skip control characters and spaces in an address and read `\` as `/`, so neither may stand in one.
/// `//host` is not a relative path but another host, and is refused.
pub(super) fn is_safe(address: &str) -> bool {
    let address = address.trim_matches(' ');
    if address.is_empty()
        || address.starts_with("//")
        || address.chars().any(|c| c <= ' ' || c == '\\' || c == '\u{7f}')
    {
        return false;
    }
    let scheme_end = address.find([':', '/', '?', '#']).filter(|&end| address[end..].starts_with(':'));
    scheme_end.is_none_or(|end| {
        let scheme = &address[..end];
        ["http", "https", "mailto"].iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
    })
}

/// Whether an address stays on the page's own server.
pub(super) fn is_relative(address: &str) -> bool {
    is_safe(address) && address.find([':', '/', '?', '#']).is_none_or(|end| !address[end..].starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::{is_relative, is_safe};

    #[test]
    fn what_a_browser_would_run_is_no_address() {
        let unsafe_ones = [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//example.org/x",
            "\\\\example.org",
            "https:\\\\example.org",
        ];
        for address in unsafe_ones {
            assert!(!is_safe(address), "{address:?}");
            assert!(!is_relative(address), "{address:?}");
        }
    }

    #[test]
    fn web_mail_and_relative_addresses_pass() {
        for address in ["https://example.org/a?b=c:d#e", "HTTP://example.org", "mailto:desk@example.org"] {
            assert!(is_safe(address) && !is_relative(address), "{address}");
        }
        for address in ["a.pdf", "media/a.jpg", "/a", "?a=b:c", "#a:b", "media/a:b.jpg", "desk@example.org"] {
            assert!(is_safe(address) && is_relative(address), "{address}");
        }
    }
}
