import { Html, html } from "./html";
import type { Words } from "./words";

const tokens = Bun.file(new URL("../../ui/tokens.css", import.meta.url));
const own = Bun.file(new URL("./operator.css", import.meta.url));

export type Frame = { locale: string; theme: string; nonce: string };

/** A whole page of the operator: our tokens, no script. */
export async function pageFrame({ locale, theme, nonce }: Frame, words: Words, body: Html): Promise<string> {
  const styles = new Html(`${await tokens.text()}\n${await own.text()}`);
  const page = html`<!doctype html>
    <html lang="${locale}" data-theme="${theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${words("title")} · DeftMail</title>
        <link rel="icon" href="/favicon.svg" />
        <style nonce="${nonce}">
          ${styles}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
  return page.text;
}
