import { de } from "../../lib/i18n/de";
import { en } from "../../lib/i18n/en";
import { translate } from "../../lib/i18n/translate";
import type { NoticeKind } from "./notice-kinds";

/** Subject and plain text of a notice in the reader's language; the link stands on a line of its own, so that every mail program finds it. */
export function noticeText(
  kind: NoticeKind,
  { locale, fields, origin }: { locale: string; fields: Record<string, string>; origin: string },
): { subject: string; text: string } {
  const { notices } = locale.startsWith("de") ? de : en;
  const say = (key: keyof typeof notices) => translate(notices[key], { ...fields, origin }, locale);
  const body = say(`${kind}_text`);
  const link = fields["link"] && !body.includes(fields["link"]) ? [fields["link"]] : [];
  return {
    subject: say(`${kind}_subject`),
    text: `${[say("greeting"), body, ...link, say("closing")].join("\n\n")}\n`,
  };
}
