/** Where the server answers with `mailFrameHtml` and `mailFrameHeaders`; the reader's `<iframe>` points here. */
export const mailFramePath = "/mail/frame";

/** What the frame may do: nothing by itself. The reader reaches its document (same origin) and a clicked link opens a new, ordinary tab. */
export const mailFrameSandbox = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/**
 * The frame's own policy. It is a document of its own because `srcdoc` and `blob:` frames inherit the page's policy instead. `img-src` has
 * no 'self': inline images arrive as `blob:`, and a message must not be able to call our own addresses.
 */
const policy = [
  "default-src 'none'",
  "img-src data: blob:",
  "style-src 'unsafe-inline'",
  "font-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  `sandbox ${mailFrameSandbox}`,
].join("; ");

/** Sent with `mailFrameHtml`. The sandbox stands in the policy too, for a frame element that lost its attribute. */
export const mailFrameHeaders: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": policy,
  "x-frame-options": "SAMEORIGIN",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "private, max-age=3600",
};

/**
 * The empty page that a message is put into. `data-card` is set by the reader when the message brings its own colours: it then lies on
 * light paper in both themes, unless `data-dark` turns it and not its pictures; without it the message takes over the colours around it. `<base target>` keeps a link from
 * navigating inside the frame even if it were shown unsanitised.
 */
export const mailFrameHtml = `<!doctype html>
<html lang="">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<base target="_blank">
<title>Message</title>
<style>
html { font: 0.875rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: break-word; background: transparent; }
html[data-card] { color-scheme: only light; background: Canvas; color: CanvasText; }
html[data-card] > body { padding: 12px; }
html[data-dark], html[data-dark] img { filter: invert(0.92) hue-rotate(180deg); }
body { margin: 0; box-sizing: border-box; }
[data-message] { display: flow-root; }
img { max-width: 100%; }
img:not([width]):not([height]) { height: auto; }
pre { white-space: pre-wrap; }
table { font: inherit; color: inherit; }
details[data-quote] > summary { width: fit-content; margin-block: 8px; padding: 2px 8px; border: 1px solid; border-radius: 8px; opacity: 0.8; cursor: pointer; font-size: 0.8125rem; }
blockquote { margin: 0 0 0 4px; padding-inline-start: 12px; border-inline-start: 2px solid GrayText; }
:focus-visible { outline: 2px solid; outline-offset: 2px; }
</style>
</head>
<body></body>
</html>
`;
