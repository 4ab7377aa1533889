import type { Message } from "~/engine/mail-objects";
import { readAuthenticationResults } from "~/features/users/server/groups/authentication-results";
import { mailAddress } from "~/lib/mail-address";
import type { Authentication, Unsubscribe } from "../../schema/reading";
import { domainOf } from "./authentication-of";

type Asked = Pick<Message, "authenticationResults" | "headers">;

/** What a message offers for getting no more of its kind, and where a call would go. */
export type UnsubscribeWay = { shown: Unsubscribe; url: string };

/**
 * The way out of a mailing list: one call (RFC 8058) when both fields are covered by a signature that our own mail server verified, else a
 * message to the list (RFC 2369). Null for a sender who is not verified: an answer would only tell that somebody is there.
 */
export function unsubscribeOf(message: Asked, authentication: Authentication | null): UnsubscribeWay | null {
  const { listUnsubscribe, listUnsubscribePost } = message.headers;
  if (authentication?.verdict !== "verified" || !listUnsubscribe || listUnsubscribe.length > 8000) return null;
  const urls = [...listUnsubscribe.matchAll(/<([^<>]+)>/g)].flatMap(
    ([, text]) => URL.parse(text!.replace(/\s/g, "")) ?? [],
  );
  const web = urls.find(({ protocol, username }) => protocol === "https:" && !username);
  if (web && /^List-Unsubscribe=One-Click$/i.test(listUnsubscribePost ?? "") && isSigned(message))
    return { shown: { kind: "one_click", host: web.hostname }, url: web.href };
  const mail = urls.flatMap((url) => (url.protocol === "mailto:" ? (mailOf(url) ?? []) : []))[0];
  return mail ? { shown: mail, url: "" } : null;
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
};

/** RFC 6068, to one recipient. */
function mailOf({ pathname, searchParams }: URL): Unsubscribe | null {
  const to = decoded(pathname).toLowerCase();
  const line = (searchParams.get("subject") ?? "").replace(/\p{Cc}/gu, " ").trim();
  const body = (searchParams.get("body") ?? "").replace(/[^\P{Cc}\r\n]/gu, " ").trim();
  return mailAddress.test(to) ? { kind: "mail", to, subject: line.slice(0, 200), body: body.slice(0, 2000) } : null;
}

const covered = ["list-unsubscribe", "list-unsubscribe-post"];

/** Whether a signature that passed covers both fields; `h=` (RFC 6376 section 3.5) names them. */
function isSigned({ authenticationResults, headers }: Asked): boolean {
  const { verdicts } = readAuthenticationResults(authenticationResults[0] ?? "");
  const passed = verdicts
    .filter(({ method, result }) => method === "dkim" && result === "pass")
    .map(({ properties }) => properties["header.d"] ?? domainOf(properties["header.i"]));
  return headers.dkimSignatures.some((signature) => {
    const tags = Object.fromEntries(
      signature.split(";").map((tag) => {
        const at = tag.indexOf("=");
        return [
          tag.slice(0, at).trim(),
          tag
            .slice(at + 1)
            .replace(/\s/g, "")
            .toLowerCase(),
        ];
      }),
    );
    const names = (tags["h"] ?? "").split(":");
    return passed.includes(tags["d"] ?? "") && covered.every((name) => names.includes(name));
  });
}
