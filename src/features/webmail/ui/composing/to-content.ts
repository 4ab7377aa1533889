import type { OutgoingContent, Recipient } from "../../schema/outgoing";
import { htmlText } from "../html-text";
import { type Person, plainName } from "../people";
import { isAddress, readPeople } from "../recipients";
import type { Draft, Line } from "./draft";

/** Everybody in a line: its chips, and what is typed there and is no chip yet. An address that stands there twice counts once. */
export function peopleIn(draft: Pick<Draft, Line | "typed">, line: Line): Person[] {
  const byAddress = new Map<string, Person>();
  for (const person of [...draft[line], ...readPeople(draft.typed[line])]) {
    const key = person.email.toLowerCase();
    if (!byAddress.has(key)) byAddress.set(key, person);
  }
  return [...byAddress.values()];
}

const toRecipient = ({ name, email }: Person): Recipient => {
  const shown = plainName(name).slice(0, 200);
  return shown && shown !== email ? { name: shown, email } : email;
};

/** What a draft says, to be saved or sent. Addresses that are none are left out: sending refuses them before. Browser only. */
export function toContent(draft: Draft): OutgoingContent {
  const recipients = (line: Line) =>
    peopleIn(draft, line)
      .filter(({ email }) => isAddress(email))
      .map(toRecipient);
  const isRich = draft.format === "rich";
  return {
    ...(draft.from ? { from: draft.from } : {}),
    ...{ to: recipients("to"), cc: recipients("cc"), bcc: recipients("bcc"), subject: draft.subject },
    text: isRich ? htmlText(draft.html).slice(0, 1_000_000) : draft.text,
    ...(isRich ? { html: draft.html } : {}),
    files: draft.files.flatMap(({ source }) => source ?? []),
    ...(draft.replyToId ? { replyToId: draft.replyToId } : {}),
    ...(draft.forwardOfId ? { forwardOfId: draft.forwardOfId } : {}),
  };
}
