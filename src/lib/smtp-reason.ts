/** Why mail did not get through, or not yet, in kinds that have plain words (`delivery.why_…`, `delivery.todo_…`). */
export const smtpReasons = [
  ...(["no_such_mailbox", "no_such_domain", "malformed", "moved", "sender_refused", "takes_no_mail"] as const),
  ...(["mailbox_off", "mailbox_full", "too_large", "list_trouble", "server_full", "server_trouble"] as const),
  ...(["unreachable", "dns_trouble", "loop", "expired", "protocol", "too_many_recipients", "content"] as const),
  ...(["not_allowed", "encryption", "sign_in", "dkim", "spf", "reverse_dns", "dmarc", "too_fast"] as const),
  ...(["greylisted", "spam", "refused", "try_later"] as const),
] as const;
export type SmtpReason = (typeof smtpReasons)[number];

/** By subject and detail of an enhanced status code (RFC 3463, with RFC 5248's registry: 7505, 7372, 8689, 6531). */
const byEnhanced: Record<string, SmtpReason> = {
  ...{ "1.0": "no_such_mailbox", "1.1": "no_such_mailbox", "1.2": "no_such_domain", "1.3": "malformed" },
  ...{ "1.4": "malformed", "1.5": "no_such_mailbox", "1.6": "moved", "1.7": "sender_refused" },
  ...{ "1.8": "sender_refused", "1.9": "content", "1.10": "takes_no_mail" },
  ...{ "2.0": "mailbox_off", "2.1": "mailbox_off", "2.2": "mailbox_full", "2.3": "too_large", "2.4": "list_trouble" },
  ...{ "3.0": "server_trouble", "3.1": "server_full", "3.2": "server_trouble", "3.3": "server_trouble" },
  ...{ "3.4": "too_large", "3.5": "server_trouble", "3.6": "server_trouble" },
  ...{ "4.0": "unreachable", "4.1": "unreachable", "4.2": "unreachable", "4.3": "dns_trouble", "4.4": "dns_trouble" },
  ...{ "4.5": "server_trouble", "4.6": "loop", "4.7": "expired" },
  ...{ "5.0": "protocol", "5.1": "protocol", "5.2": "protocol", "5.3": "too_many_recipients", "5.4": "protocol" },
  ...{ "5.5": "protocol", "5.6": "protocol" },
  ...{ "6.0": "content", "6.1": "content", "6.2": "content", "6.3": "content", "6.4": "content", "6.5": "content" },
  ...{ "6.6": "content", "6.7": "malformed", "6.8": "content", "6.9": "content", "6.10": "malformed" },
  ...{ "7.0": "not_allowed", "7.1": "not_allowed", "7.2": "list_trouble", "7.3": "encryption", "7.4": "encryption" },
  ...{ "7.5": "encryption", "7.6": "encryption", "7.7": "encryption", "7.8": "sign_in", "7.9": "sign_in" },
  ...{ "7.10": "encryption", "7.11": "encryption", "7.12": "sign_in", "7.13": "mailbox_off", "7.14": "not_allowed" },
  ...{ "7.17": "not_allowed", "7.18": "not_allowed", "7.20": "dkim", "7.21": "dkim", "7.22": "dkim", "7.23": "spf" },
  ...{ "7.24": "spf", "7.25": "reverse_dns", "7.26": "dmarc", "7.27": "sender_refused", "7.28": "too_fast" },
  ...{ "7.29": "too_fast", "7.30": "encryption" },
};
/** By reply code alone (RFC 5321 section 4.2.3), which says less. */
const byCode: Record<number, SmtpReason> = {
  ...{ 421: "try_later", 450: "try_later", 451: "try_later", 452: "server_full", 454: "encryption", 455: "protocol" },
  ...{ 500: "protocol", 501: "malformed", 502: "protocol", 503: "protocol", 504: "protocol", 521: "takes_no_mail" },
  ...{ 530: "sign_in", 535: "sign_in", 550: "refused", 551: "moved", 552: "mailbox_full", 553: "malformed" },
  ...{ 554: "refused", 555: "protocol", 556: "takes_no_mail" },
};
/** Codes that are used for everything, with words that say more than they do. */
const vague = new Set<SmtpReason>(["not_allowed", "refused", "try_later", "server_trouble"]);
const byWords: [RegExp, SmtpReason][] = [
  [/gr[ae]y ?-?list/i, "greylisted"],
  [/\bdmarc\b/i, "dmarc"],
  [/\bspf\b/i, "spf"],
  [/\bdkim\b/i, "dkim"],
  [/reverse dns|\bPTR\b|rdns/i, "reverse_dns"],
  [/spam|black ?-?list|block ?-?list|\bRBL\b|\bDNSBL\b|reputation|listed (?:by|in|at|on)/i, "spam"],
  [/rate ?-?limit|too (?:many|much) (?:messages|mails?|connections)|too fast|throttl/i, "too_fast"],
  [/no such user|user unknown|unknown user|does(?:n't| not) exist|mailbox unavailable/i, "no_such_mailbox"],
  [/over ?-?quota|mailbox (?:is )?full|quota exceeded/i, "mailbox_full"],
  [/connection (?:refused|reset|timed)|ECONN|timed? ?out|unreachable/i, "unreachable"],
];

/** What an SMTP reply comes to; null when nothing was said. */
export function smtpReason(said: {
  code: number | null;
  enhancedCode: string | null;
  reply: string | null;
}): SmtpReason | null {
  const { code, enhancedCode, reply } = said;
  if (code !== null && code < 400) return null;
  const known = byEnhanced[enhancedCode?.replace(/^\d\./, "") ?? ""] ?? (code === null ? undefined : byCode[code]);
  const told = reply === null ? undefined : byWords.find(([words]) => words.test(reply))?.[1];
  if (known && !vague.has(known)) return known;
  if (told ?? known) return (told ?? known)!;
  if (code !== null) return code < 500 ? "try_later" : "refused";
  return reply === null ? null : "try_later";
}
