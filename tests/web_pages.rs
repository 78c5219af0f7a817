//! Saved web pages: places that point into the file, and pages made to do harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use backread::corpus::sources::reader;

const PAGE: &str = "<html><head><title>Fähre läuft auf Grund</title></head><body><article>\r\n<h1>Fähre läuft auf Grund</h1>\n<p>The <i>ferry</i> Marguerite ran\n   aground &amp; stayed there for three long days in March.<br>The mayor said so. The <a href='x'>harbour</a>master did not.</p><ul><li>Nine people were hurt in the storm that followed on Sunday.</ul><table><tr><th>Port<th>Ships<tr><td>Averel<td>12 ships</table></article>";

#[test]
fn passages_point_at_their_bytes() {
    let source = reader::read("page.html", PAGE.as_bytes(), None).unwrap();
    let raw: Vec<(&str, &str)> = source
        .passages
        .iter()
        .map(|passage| (passage.text.as_str(), &PAGE[passage.span().range()]))
        .collect();
    assert_eq!(
        raw,
        [
            (
                "The ferry Marguerite ran aground & stayed there for three long days in March.",
                "The <i>ferry</i> Marguerite ran\n   aground &amp; stayed there for three long days in March."
            ),
            ("The mayor said so.", "The mayor said so."),
            ("The harbourmaster did not.", "The <a href='x'>harbour</a>master did not."),
            (
                "Nine people were hurt in the storm that followed on Sunday.",
                "Nine people were hurt in the storm that followed on Sunday."
            ),
            ("Port | Ships", "Port<th>Ships"),
            ("Averel | 12 ships", "Averel<td>12 ships"),
        ]
    );
    assert_eq!(source.meta.title.as_deref(), Some("Fähre läuft auf Grund"));
}

/// Deep, wide, unclosed, looping: each is read or refused, none hangs or overflows a stack.
#[test]
fn pages_made_to_do_harm_are_read_or_refused() {
    let sentence = "The ferry Marguerite ran aground off Port Averel on Friday evening.";
    for page in [
        "<div>".repeat(200_000) + sentence,
        "<b>".repeat(100_000) + sentence,
        "<table><tr><td>".repeat(50_000) + sentence,
        format!("<p>{sentence}</p>").repeat(20_000),
        "<p>".repeat(300_000) + sentence,
        format!("{}<p>{sentence}", "<a href=\"x\">".repeat(40_000)),
        format!("<p {}>{sentence}</p>", "a=\"1\" ".repeat(50_000)),
        format!("<p {}>{sentence}</p>", "a=\"1\"".repeat(50_000)),
        format!("<p {}>{sentence}</p>", "a=1/".repeat(50_000)),
        format!("<p {}>{sentence}</p>", "a ".repeat(900)),
        format!("<p>{}{sentence}</p>", "&amp".repeat(20_000)),
        format!("<!--{}<p>{sentence}", "<!--".repeat(100_000)),
        format!("<script>{}{sentence}", "<script>".repeat(50_000)),
        format!("<script type=\"application/ld+json\">{}</script><p>{sentence}</p>", "[".repeat(200_000)),
        format!("<title>{}</title><p>{sentence}</p>", "x".repeat(3_000_000)),
    ] {
        let start = page.chars().take(24).collect::<String>();
        match reader::read("page.html", page.as_bytes(), None) {
            Ok(source) => {
                assert!(source.passages.iter().any(|passage| passage.text.contains("Marguerite")), "{start}");
            }
            Err(skip) => assert!(
                ["<!--", "<script>", "<p a"].iter().any(|opening| page.starts_with(opening)),
                "{start}: {skip}"
            ),
        }
    }
}

#[test]
fn the_mark_of_a_note_makes_no_other_number() {
    let page = "<html><body><article><p>The toll rose to 120<sup>3</sup> on Friday, and 10<sup>6</sup> litres ran over 4 km<sup>2</sup> on the 13<sup>th</sup>.<sup>[4]</sup></p></article></body></html>";
    let source = reader::read("page.html", page.as_bytes(), None).unwrap();
    assert_eq!(
        source.passages[0].text,
        "The toll rose to 120 on Friday, and 10^6 litres ran over 4 km² on the 13th."
    );
}
