import { de } from "../lib/i18n/de";
import { en } from "../lib/i18n/en";
import type { FailureKey } from "../lib/errors";
import { newNonce } from "./http/security-headers";
import { preferencesOf } from "./http/preferences";

type Words = keyof typeof en.audit;

const words: Partial<Record<FailureKey, Words>> = {
  "auth.reauth_required": "refusedReauth",
  "auth.role_too_low": "refusedRole",
  "auth.second_factor_required": "refusedFactor",
  "auth.cross_site": "refusedCrossSite",
  "request.too_many": "refusedTooMany",
};

const style = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}h1{font-size:1.375rem}a{color:inherit}`;

/** A page that says why a file is not given, and leads back to `from`, a path of ours. `waitSeconds` after too many of them. */
export function exportRefused(
  request: Request,
  { reason, from, waitSeconds }: { reason: FailureKey; from: string; waitSeconds?: number },
): Response {
  const { locale } = preferencesOf(request);
  const { audit: say } = locale === "de" ? de : en;
  const nonce = newNonce();
  const text = say[words[reason] ?? "refusedOther"];
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say.refusedTitle} · DeftMail</title><style nonce="${nonce}">${style}</style>
<main><h1>${say.refusedTitle}</h1><p>${text}</p><p><a href="${from}">${say.refusedBack}</a></p></main></html>`;
  return new Response(html, {
    status: reason === "request.too_many" ? 429 : 403,
    headers: {
      ...(waitSeconds ? { "retry-after": String(waitSeconds) } : {}),
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
    },
  });
}
