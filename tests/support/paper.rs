//! Reading a printed paper back with other programs than the one that printed it.

use std::path::Path;
use std::process::Command;

fn run(program: &str, arguments: &[&str], folder: &Path) -> Vec<u8> {
    let output = Command::new(program).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The words on a paper, spaces single.
pub fn words(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let text =
        String::from_utf8(run("pdftotext", &["-enc", "UTF-8", "paper.pdf", "-"], folder.path())).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words on a paper in the order in which they were set, spaces single: a table row by row.
pub fn words_in_order(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let text = run("pdftotext", &["-raw", "-enc", "UTF-8", "paper.pdf", "-"], folder.path());
    String::from_utf8(text).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words on one page, counted from 1, spaces single.
pub fn words_on(pdf: &[u8], page: usize) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let page = page.to_string();
    let arguments = ["-enc", "UTF-8", "-f", &page, "-l", &page, "paper.pdf", "-"];
    let text = String::from_utf8(run("pdftotext", &arguments, folder.path())).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many pages a paper has.
pub fn pages(pdf: &[u8]) -> usize {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let text = String::from_utf8(run("pdfinfo", &["paper.pdf"], folder.path())).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
    line.trim().parse().unwrap()
}

/// The address in the code on the first page.
pub fn code(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let arguments = ["-gray", "-r", "300", "-f", "1", "-l", "1", "-singlefile", "paper.pdf", "page"];
    run("pdftoppm", &arguments, folder.path());
    let file = std::fs::read(folder.path().join("page.pgm")).unwrap();
    let mut parts = file.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut number =
        || std::str::from_utf8(parts.next().unwrap()).unwrap().trim_start_matches("P5").parse::<usize>();
    let (width, height) = match number() {
        Ok(width) => (width, number().unwrap()),
        Err(_) => (number().unwrap(), number().unwrap()),
    };
    let pixels = file[file.len() - width * height..].to_vec();
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1, "one code on the page");
    codes[0].decode().unwrap().1
}

/// A word on a page and where its box is, in mm from the upper left corner.
#[derive(Debug)]
pub struct Place {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// What follows `name="` in a line, as a length in mm; papers are measured in points.
fn length(line: &str, name: &str) -> f64 {
    let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
    rest.split('"').next().unwrap().parse::<f64>().unwrap() * 25.4 / 72.0
}

/// The size of each page in mm, and its words.
pub fn places(pdf: &[u8]) -> Vec<((f64, f64), Vec<Place>)> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let found = run("pdftotext", &["-bbox-layout", "-enc", "UTF-8", "paper.pdf", "-"], folder.path());
    let mut pages = Vec::new();
    for line in String::from_utf8(found).unwrap().lines().map(str::trim) {
        if line.starts_with("<page ") {
            pages.push(((length(line, "width"), length(line, "height")), Vec::new()));
        } else if let Some(word) = line.strip_prefix("<word ") {
            let (_, text) = word.strip_suffix("</word>").unwrap().split_once('>').unwrap();
            let (left, top) = (length(word, "xMin"), length(word, "yMin"));
            let (right, bottom) = (length(word, "xMax"), length(word, "yMax"));
            pages.last_mut().unwrap().1.push(Place { text: text.to_owned(), left, top, right, bottom });
        }
    }
    pages
}

/// The sizes of type on a paper, in points.
pub fn type_sizes(pdf: &[u8]) -> Vec<u32> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let found = run("pdftohtml", &["-xml", "-i", "-stdout", "-zoom", "1", "paper.pdf"], folder.path());
    let found = String::from_utf8(found).unwrap();
    let fonts = found.lines().filter(|line| line.contains("<fontspec "));
    let size = |line: &str| line.split_once("size=\"").unwrap().1.split('"').next().unwrap().parse().unwrap();
    fonts.map(size).collect()
}
