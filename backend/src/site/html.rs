//! Rendering pages: fills the placeholders of the built HTML.

use super::{Branding, SiteError, policy};

/// A rendered page.
pub(super) struct Page {
    pub html: String,
    /// Its Content-Security-Policy header.
    pub policy: String,
}

const POLICY: &str = "<!-- parvis:csp -->";
/// The placeholder for the lines of the block-mark.
const MARK: &str = "<!-- parvis:mark -->";
/// The delimiters of the part for the state's theme.
const STATE: [&str; 2] = ["<!-- parvis:state -->", "<!-- /parvis:state -->"];
/// The delimiters of the logo.
const LOGO: [&str; 2] = ["<!-- parvis:logo -->", "<!-- /parvis:logo -->"];
/// The delimiters of the link to the instance's stylesheet.
const STYLESHEET: [&str; 2] = ["<!-- parvis:stylesheet -->", "<!-- /parvis:stylesheet -->"];

/// Renders the app's page. `path` is for errors.
pub(super) fn render(path: &str, built: &str, branding: &Branding) -> Result<Page, SiteError> {
    let values = [
        ("__PARVIS_API__", &*branding.api),
        ("__PARVIS_SERVICE_NAME__", &*branding.service_name),
        ("__PARVIS_TAGLINE__", &*branding.tagline),
        ("__PARVIS_THEME__", branding.theme),
        ("__PARVIS_MARK__", &*branding.mark.join("|")),
        ("__PARVIS_LOGO__", &*branding.logo),
        ("__PARVIS_STYLESHEET__", &*branding.stylesheet),
    ];
    let html = fill_in(path, built, &values)?;
    expect(path, &html, MARK)?;
    let lines: Vec<String> = branding.mark.iter().map(|line| escape(line)).collect();
    let html = html.replace(MARK, &lines.join("<br>"));
    let html = with_part(path, &html, STATE, branding.theme == "state")?;
    let html = with_part(path, &html, LOGO, !branding.logo.is_empty())?;
    let html = with_part(path, &html, STYLESHEET, !branding.stylesheet.is_empty())?;
    with_policy(path, &html, branding, &[])
}

/// Renders the page with session details for frames.
pub(super) fn render_frame(
    path: &str,
    built: &str,
    branding: &Branding,
) -> Result<Page, SiteError> {
    let origins = branding.frame_origins.join(" ");
    let values = [
        ("__PARVIS_API__", &*branding.api),
        ("__PARVIS_SERVICE_NAME__", &*branding.service_name),
        ("__PARVIS_FRAME_ORIGINS__", &*origins),
    ];
    let html = fill_in(path, built, &values)?;
    with_policy(path, &html, branding, &branding.frame_origins)
}

fn fill_in(path: &str, built: &str, values: &[(&'static str, &str)]) -> Result<String, SiteError> {
    let mut html = built.to_owned();
    for (placeholder, value) in values {
        expect(path, &html, placeholder)?;
        html = html.replace(placeholder, &escape(value));
    }
    Ok(html)
}

fn with_policy(
    path: &str,
    html: &str,
    branding: &Branding,
    frame_origins: &[String],
) -> Result<Page, SiteError> {
    expect(path, html, POLICY)?;
    // Last, as the policy contains hashes of the page's content.
    let policy = policy::for_page(html, &branding.api);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(Page {
        html: html.replace(POLICY, &meta),
        policy: policy::header(&policy, frame_origins),
    })
}

/// The page with the part between two delimiters, or without it.
fn with_part(
    path: &str,
    html: &str,
    [start, end]: [&'static str; 2],
    is_shown: bool,
) -> Result<String, SiteError> {
    let missing = |placeholder| SiteError::Placeholder {
        path: path.to_owned(),
        placeholder,
    };
    let (before, rest) = html.split_once(start).ok_or_else(|| missing(start))?;
    let (part, after) = rest.split_once(end).ok_or_else(|| missing(end))?;
    let part = if is_shown { part } else { "" };
    Ok(format!("{before}{part}{after}"))
}

fn expect(path: &str, html: &str, placeholder: &'static str) -> Result<(), SiteError> {
    if html.contains(placeholder) {
        return Ok(());
    }
    Err(SiteError::Placeholder {
        path: path.to_owned(),
        placeholder,
    })
}

/// Escapes text for an element or a quoted attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<html data-theme=\"__PARVIS_THEME__\"><head><!-- parvis:csp -->\
        <meta name=\"parvis-api\" content=\"__PARVIS_API__\">\
        <!-- parvis:state --><link href=\"marianne\"><!-- /parvis:state -->\
        <!-- parvis:stylesheet --><link rel=\"stylesheet\" href=\"__PARVIS_STYLESHEET__\"><!-- /parvis:stylesheet --></head>\
        <meta name=\"parvis-mark\" content=\"__PARVIS_MARK__\">\
        <body><!-- parvis:mark --><!-- parvis:logo --><img src=\"__PARVIS_LOGO__\"><!-- /parvis:logo -->__PARVIS_SERVICE_NAME__ __PARVIS_TAGLINE__</body></html>";

    fn branding(service_name: &str) -> Branding {
        Branding {
            api: String::new(),
            service_name: service_name.to_owned(),
            tagline: "Se réunir".to_owned(),
            theme: "neutral",
            mark: Vec::new(),
            logo: String::new(),
            stylesheet: String::new(),
            frame_origins: Vec::new(),
        }
    }

    #[test]
    fn a_page_is_filled_in_and_escaped() {
        let page = render("index.html", BUILT, &branding("<b>\"Visio\"</b>")).expect("renders");
        assert!(
            page.html
                .contains("&lt;b&gt;&quot;Visio&quot;&lt;/b&gt; Se réunir")
        );
        assert!(!page.html.contains("__PARVIS"));
        assert!(page.html.contains("http-equiv=\"Content-Security-Policy\""));
        assert!(page.policy.ends_with("frame-ancestors 'none'"));
    }

    #[test]
    fn the_state_s_typeface_is_asked_for_by_its_own_services_alone() {
        let html = |theme| {
            let branding = Branding {
                theme,
                ..branding("Visio")
            };
            render("index.html", BUILT, &branding)
                .expect("renders")
                .html
        };
        assert!(html("state").contains("marianne"));
        let branding = Branding {
            theme: "state",
            mark: ["Ministère", "<des> exemples"].map(str::to_owned).into(),
            ..branding("Visio")
        };
        let marked = render("index.html", BUILT, &branding)
            .expect("renders")
            .html;
        assert!(marked.contains("Ministère<br>&lt;des&gt; exemples"));
        assert!(marked.contains("content=\"Ministère|&lt;des&gt; exemples\""));
        assert!(!html("neutral").contains("marianne"));
        assert!(!html("state").contains("parvis:"));
    }

    #[test]
    fn a_page_has_a_logo_and_a_stylesheet_where_the_instance_has_them() {
        let html = |logo: &str, stylesheet: &str| {
            let branding = Branding {
                logo: logo.to_owned(),
                stylesheet: stylesheet.to_owned(),
                ..branding("Visio")
            };
            render("index.html", BUILT, &branding)
                .expect("renders")
                .html
        };
        assert!(html("/assets/logo.svg", "").contains("<img src=\"/assets/logo.svg\">"));
        assert!(
            html("", "/assets/a.css").contains("<link rel=\"stylesheet\" href=\"/assets/a.css\">")
        );
        assert!(!html("", "").contains("<img"));
        assert!(!html("", "").contains("stylesheet"));
    }

    #[test]
    fn a_frame_may_be_held_by_the_pages_of_the_instance_and_no_other() {
        let built = "<head><!-- parvis:csp --><meta name=parvis-api content=\"__PARVIS_API__\">\
            <meta name=application-name content=\"__PARVIS_SERVICE_NAME__\">\
            <meta name=parvis-frames content=\"__PARVIS_FRAME_ORIGINS__\"></head>";
        let policy = |origins: &[&str]| {
            let branding = Branding {
                frame_origins: origins.iter().map(ToString::to_string).collect(),
                ..branding("Visio")
            };
            render_frame("f.html", built, &branding)
                .expect("renders")
                .policy
        };
        assert!(policy(&[]).ends_with("frame-ancestors 'none'"));
        let both = ["https://a.example.fr", "https://b.example.fr"];
        let expected = "frame-ancestors https://a.example.fr https://b.example.fr";
        assert!(policy(&both).ends_with(expected));
    }

    #[test]
    fn a_page_of_another_version_is_refused() {
        let built = BUILT.replace("__PARVIS_API__", "");
        let error = render("index.html", &built, &branding("Visio"))
            .err()
            .expect("refused");
        assert!(error.to_string().contains("__PARVIS_API__"), "{error}");
    }
}
