const rawText = "plaintext,xmp,listing";

/**
 * Parses a message once, in a document that runs and loads nothing, and gives one `div` with everything that is to be sanitised: the styles
 * of the head, what `<body>` said about colours and direction, and the content.
 */
export function parseMail(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const root = parsed.createElement("div");
  for (const name of ["bgcolor", "class", "dir", "lang", "style"]) {
    const value = parsed.body.getAttribute(name) ?? parsed.documentElement.getAttribute(name);
    if (value !== null) root.setAttribute(name, value);
  }
  if (root.hasAttribute("bgcolor")) root.style.backgroundColor ||= root.getAttribute("bgcolor") ?? "";
  root.style.color ||= parsed.body.getAttribute("text") ?? "";
  root.append(...parsed.head.querySelectorAll("style"), ...parsed.body.childNodes);
  for (const old of root.querySelectorAll(rawText)) {
    const pre = parsed.createElement("pre");
    pre.textContent = old.textContent;
    old.replaceWith(pre);
  }
  return root;
}
