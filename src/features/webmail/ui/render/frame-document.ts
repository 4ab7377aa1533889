import { mailFramePath } from "~/lib/mail-frame";

/**
 * The document inside the frame, once it is the empty page that the server sends at `path` with its own policy. Rejects when anything else was loaded
 * (an error page, a redirect to the sign-in page): a message is never put into a document whose policy is unknown.
 */
export function frameDocument(frame: HTMLIFrameElement, path = mailFramePath): Promise<Document> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      const inside = frame.contentDocument;
      if (inside?.location.pathname === path && inside.body) resolve(inside);
      else reject(new Error("the message frame did not load"));
    };
    const inside = frame.contentDocument;
    const isBlank = !inside || inside.URL === "about:blank" || inside.readyState !== "complete";
    if (isBlank) frame.addEventListener("load", settle, { once: true });
    else settle();
  });
}
