//! Addresses: two copies of one page have the same.

/// An address without what may differ between two copies of it (docs/conventions.md, 4): scheme, `www.`,
/// tracking, fragment, trailing slash, the archive or cache in front of it.
pub fn plain_url(url: &str) -> String {
    let address = url.trim().trim_end_matches('…').split('#').next().unwrap_or_default();
    let address = original(address);
    let (address, query) = address.split_once('?').map_or((address, ""), |(address, query)| (address, query));
    let bare =
        address.split_once("://").map_or(address, |(_, rest)| rest).trim_start_matches('/').to_lowercase();
    let bare = ["www.", "m.", "amp."].iter().find_map(|prefix| bare.strip_prefix(prefix)).unwrap_or(&bare);
    let bare = bare.trim_end_matches('/').trim_end_matches("/amp").trim_end_matches('/');
    let is_tracking = |pair: &str| TRACKING.iter().any(|prefix| pair.starts_with(prefix));
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_tracking(pair)).collect();
    if kept.is_empty() { bare.to_owned() } else { format!("{bare}?{}", kept.join("&")) }
}

/// Parameters that say how a reader came to a page, or in what dress.
const TRACKING: [&str; 8] =
    ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "amp=", "outputType=amp"];

/// Hosts that keep pages under their address, behind a time: `web.archive.org/web/20240101000000/https://…`.
const ARCHIVES: [&str; 6] =
    ["archive.org/web/", "archive.ph/", "archive.today/", "archive.is/", "archive.li/", "archive.md/"];
/// Hosts that pass pages on under their address.
const CACHES: [&str; 4] =
    ["cdn.ampproject.org/c/s/", "cdn.ampproject.org/c/", "google.com/amp/s/", "google.com/amp/"];

/// The address that an archive or a cache has in its own.
fn original(address: &str) -> &str {
    let behind = |host: &&str| address.find(*host).map(|at| &address[at + host.len()..]);
    // The time, and then the address.
    let dated = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit()).then(|| rest.find('/')).flatten();
    let archived = ARCHIVES.iter().filter_map(behind).find_map(|rest| Some(&rest[dated(rest)? + 1..]));
    archived.or_else(|| CACHES.iter().find_map(behind)).unwrap_or(address)
}
