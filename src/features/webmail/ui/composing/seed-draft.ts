import { t } from "~/lib/i18n/t";
import type { Message } from "../../schema";
import type { Seed } from "../composer-desk";
import { fullTime } from "../mail-time";
import { personName, type Person } from "../people";
import { answerDraft, type Wording } from "./answer-draft";
import { type Draft, emptyDraft } from "./draft";
import { quoteMessage } from "./quote-message";
import { ownAddresses } from "./setup";

const line = (people: readonly Person[]) =>
  people.map((person) => (person.name ? `${personName(person)} <${person.email}>` : person.email)).join(", ");
const dateOf = ({ sentAt, receivedAt }: Message) => fullTime(sentAt ?? receivedAt);

const wording: Wording = {
  wrote: (message) => t("webmail.quoteWrote", { date: dateOf(message), name: line(message.from) }),
  forwarded: (message) =>
    [
      t("webmail.forwardedHead"),
      `${t("webmail.from")}: ${line(message.from)}`,
      `${t("webmail.date")}: ${dateOf(message)}`,
      `${t("webmail.subject")}: ${message.subject}`,
      `${t("webmail.to")}: ${line(message.to)}`,
    ].join("\n"),
};

/** The draft that a composer opens with. */
export function seedDraft(seed: Seed, own: string, format: Draft["format"]): Draft {
  if (seed.begin === "kept") return seed.draft;
  if (seed.begin === "empty") return emptyDraft(own, format);
  const quote = quoteMessage(seed.message);
  return answerDraft(seed.kind, seed.message, quote, { owner: own, own: ownAddresses(own), format, wording });
}
