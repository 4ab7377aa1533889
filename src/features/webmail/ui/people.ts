import { t } from "~/lib/i18n/t";
import type { Message, ThreadSummary } from "../schema";

export type Person = Message["from"][number];

/** A name that cannot deceive by turning the writing around it. */
export const plainName = (name: string | null): string => (name ?? "").replace(/[\p{Cc}\p{Cf}]/gu, "").trim();

export const personName = ({ name, email }: Person): string => plainName(name) || email;

/** `Ada Lovelace, Charles Babbage`, and "me" for the mailbox itself. */
export const peopleText = (people: readonly Person[], own: string): string =>
  people.map((person) => (person.email.toLowerCase() === own ? t("webmail.me") : personName(person))).join(", ");

/** Whom a row is about: who wrote, or, in a folder of what one wrote oneself, to whom. */
export const rowPeople = ({ from, to }: ThreadSummary, isOutgoing: boolean, own: string): string => {
  if (!isOutgoing) return from.length > 0 ? peopleText(from, own) : t("webmail.noSender");
  return to.length > 0 ? t("webmail.toPeople", { people: peopleText(to, own) }) : t("webmail.noRecipients");
};
