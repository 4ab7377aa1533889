import { de } from "../../lib/i18n/de";
import { en } from "../../lib/i18n/en";
import { translate } from "../../lib/i18n/translate";
import type { NoticeKind } from "./notice-kinds";

/** Fields that somebody chose who may be a stranger to the reader. */
const chosen = new Set(["company", "inviter", "by"]);
const longestName = 80;

/**
 * A name as it may stand in a mail to anybody: short, in one line, and nothing in it that a mail program would make a link of. An address
 * of a person stays what it is.
 */
const harmless = (name: string): string => {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  if (/^[\w.+-]+@[\w.-]+$/.test(line)) return line;
  const short = line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line;
  return short.replaceAll(/(?<=\S)([.:/@])(?=\S)/g, "$1 ");
};

/** Subject and plain text of a notice in the reader's language; the link stands on a line of its own, so that every mail program finds it. */
export function noticeText(
  kind: NoticeKind,
  { locale, fields, origin }: { locale: string; fields: Record<string, string>; origin: string },
): { subject: string; text: string } {
  const { notices } = locale.startsWith("de") ? de : en;
  const entries = Object.entries(fields).map(([name, value]) => [name, chosen.has(name) ? harmless(value) : value]);
  const vars = { ...Object.fromEntries(entries), origin } as Record<string, string>;
  const say = (key: keyof typeof notices) => translate(notices[key], vars, locale);
  const body = say(`${kind}_text`);
  const link = fields["link"] && !body.includes(fields["link"]) ? [fields["link"]] : [];
  return {
    subject: say(`${kind}_subject`),
    text: `${[say("greeting"), body, ...link, say("closing")].join("\n\n")}\n`,
  };
}
