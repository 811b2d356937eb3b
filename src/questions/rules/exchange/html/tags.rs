//! What is a tag in texts of other systems.

/// Whether a `<` begins a tag, and not what is less: `a<b и c>d` has none. A name that HTML does not have is none
/// either, unless it is one of another vocabulary, `o:p`.
pub(super) fn is_tag(text: &str) -> bool {
    let inner = text.get(1..).unwrap_or_default();
    if inner.starts_with(['!', '?']) {
        return true;
    }
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = tag_name(inner);
    let rest = inner.get(name.len()..).unwrap_or_default();
    if name.is_empty() {
        return false;
    }
    if rest.starts_with(':') {
        return true;
    }
    let known = NAMES.split_whitespace().any(|known| known == name);
    let attributes = rest.trim_start();
    let ended = attributes.is_empty() || attributes.starts_with(['>', '/']);
    let word = attributes
        .trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '@'));
    let valued = word.len() < attributes.len() && word.trim_start().starts_with('=');
    // Words that stand alone are attributes of names that are no variables.
    let alone = name.len() > 1 && word.len() < attributes.len();
    known && (rest.is_empty() || ended || (rest.len() > attributes.len() && (valued || alone)))
}

/// The name of a tag, without its `<`; empty when it is none.
pub(super) fn tag_name(html: &str) -> String {
    let mut letters = html.chars().take(12).take_while(char::is_ascii_alphanumeric).peekable();
    if letters.peek().is_some_and(char::is_ascii_alphabetic) {
        letters.map(|c| c.to_ascii_lowercase()).collect()
    } else {
        String::new()
    }
}

/// The names of HTML, those of before it was a standard, and those of formulas.
const NAMES: &str = "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink \
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del details \
    dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset g h1 h2 \
    h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark \
    marquee math menu meta meter mfrac mi mn mo mover mroot mrow ms mspace msqrt mstyle msub msubsup \
    msup mtable mtd mtext mtr munder munderover nav nobr noframes nolink noscript object ol optgroup \
    option output p param path picture plaintext pre progress q rb rp rt rtc ruby s samp script search \
    section select semantics slot small source span strike strong style sub summary sup svg table tbody \
    td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp";
