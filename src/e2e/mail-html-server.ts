import { join } from "node:path";
import { mailFrameHeaders, mailFrameHtml, mailFramePath } from "~/lib/mail-frame";
import { picturePath } from "~/lib/picture-path";
import { newNonce, pagePolicy } from "~/server/http/security-headers";
import { bundlePages } from "./bundle-page";
import type { Vector } from "./mail-html.page";

const gif = Uint8Array.fromBase64("R0lGODlhAQABAPAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");
const nonce = newNonce();
const html = { "content-type": "text/html; charset=utf-8" };
/** What of the empty page decides where links go; the vector then has the rest of the document, its own `<html>` and `<head>` included. */
const frameHead = /<base [^>]*>/.exec(mailFrameHtml)?.[0] ?? "";
const pageHtml = (script: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reader</title>
<main><h1>Reader</h1><div id="app"></div></main><script type="module" nonce="${nonce}" src="/bundle/${script}.js"></script></html>`;
const guarded = { ...html, "content-security-policy": pagePolicy(nonce) };

export type MailHtmlServer = { origin: string; knows: (url: string) => boolean; stop: () => Promise<void> };

/** Serves the test pages, the bundled reader and the vectors on loopback; `knows` says whether an address is one that the test itself uses. */
export async function serveMailHtml(vectors: Vector[]): Promise<MailHtmlServer> {
  const bundle = await bundlePages(
    ...["mail-html.page.ts", "message-body.page.tsx"].map((name) => join(import.meta.dir, name)),
  );
  const raw = new Map(vectors.map((vector) => [vector.id, vector.html]));
  const rawUnder = (prefix: string, path: string) =>
    path.startsWith(prefix) ? raw.get(path.slice(prefix.length)) : undefined;

  const answer = (path: string): Response | undefined => {
    if (path === "/plain") return new Response(pageHtml("mail-html.page"), { headers: html });
    if (path === "/reader") return new Response(pageHtml("mail-html.page"), { headers: guarded });
    if (path === "/message") return new Response(pageHtml("message-body.page"), { headers: guarded });
    if (path === "/blank") return new Response("<!doctype html><title>Blank</title><body></body>", { headers: html });
    const script = path.startsWith("/bundle/") ? bundle.get(path.slice("/bundle/".length)) : undefined;
    if (script !== undefined) return new Response(script, { headers: { "content-type": "text/javascript" } });
    if (path.startsWith(picturePath)) return new Response(gif, { headers: { "content-type": "image/gif" } });
    if (path === "/favicon.svg") return new Response(null, { status: 204 });
    if (path === mailFramePath) return new Response(mailFrameHtml, { headers: mailFrameHeaders });
    const unprotected = rawUnder("/raw/", path);
    if (unprotected !== undefined) return new Response(unprotected, { headers: html });
    const framed = rawUnder("/framed/", path);
    return framed === undefined ? undefined : new Response(`${frameHead}${framed}`, { headers: mailFrameHeaders });
  };

  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch: (request) => answer(new URL(request.url).pathname) ?? new Response("", { status: 404 }),
  });
  const { origin } = server.url;
  return {
    origin,
    knows: (url) => url.startsWith(`${origin}/`) && answer(new URL(url).pathname) !== undefined,
    stop: () => server.stop(true),
  };
}
