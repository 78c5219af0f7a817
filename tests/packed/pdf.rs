//! PDF files set by hand, line by line.

/// One page: its lines with their places, in points from the left and from the top.
#[derive(Default)]
pub(super) struct Page {
    content: String,
}

const HEIGHT: f64 = 792.0;

impl Page {
    /// A line in 12 points. The character 1 prints the ligature of f and i.
    pub(super) fn line(self, left: f64, base: f64, text: &str) -> Self {
        self.set(12.0, left, base, text)
    }

    /// A line in 7 points.
    pub(super) fn small(self, left: f64, base: f64, text: &str) -> Self {
        self.set(7.0, left, base, text)
    }

    fn set(mut self, size: f64, left: f64, base: f64, text: &str) -> Self {
        self.content += &format!("BT /F1 {size} Tf {left} {} Td ({text}) Tj ET\n", HEIGHT - base);
        self
    }
}

/// A whole file in Helvetica.
pub(super) fn file(pages: &[Page]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 4 + n * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>".to_owned(),
    ];
    for (n, page) in pages.iter().enumerate() {
        let resources = "<< /Font << /F1 3 0 R >> >>";
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 {HEIGHT}] /Resources {resources} /Contents {} 0 R >>",
            5 + n * 2
        ));
        objects.push(stream("", &page.content));
    }
    assemble(&objects)
}

/// A page that draws a form that draws a form, `depth` deep, each ten times.
pub(super) fn bomb(depth: usize) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 {HEIGHT}] /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>"
        ),
        stream("", "/X Do"),
    ];
    for n in 0..depth {
        let form = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> /XObject << /X {} 0 R >> >>",
            7 + n
        );
        objects.push(stream(&form, &"/X Do ".repeat(10)));
    }
    objects.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792]", ""));
    assemble(&objects)
}

fn stream(keys: &str, content: &str) -> String {
    format!("<< {keys} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

fn assemble(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let table = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        file += &format!("{place:010} 00000 n \n");
    }
    file += &format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    file.into_bytes()
}
