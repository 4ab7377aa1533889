import type { Message } from "../schema";
import type { Person } from "./people";

export type AnswerKind = "reply" | "replyAll" | "forward";

/** The words around a quotation, in the reader's language. */
export type Wording = {
  /** `On 3 May, Ada wrote:` */
  wrote: (message: Message) => string;
  /** The lines that head a forwarded message. */
  forwarded: (message: Message) => string;
};

export type Draft = {
  /** Lives in the browser only; the key under which the draft is kept. */
  id: string;
  /** Whose mailbox it was written in. */
  owner: string;
  kind: AnswerKind | "new";
  to: string;
  cc: string;
  bcc: string;
  subject: string;
  text: string;
  replyToId?: string;
  /** Names of attachments of a forwarded message, which stay behind. */
  leftBehind: string[];
  idempotencyKey: string;
  /** What was sent under the key, so that other words get another one. */
  attempted?: string;
};

const subjectWith = (prefix: "Re" | "Fwd", subject: string): string => {
  const known = prefix === "Re" ? /^\s*(?:re|aw|antw?)\s*:/i : /^\s*(?:fwd?|wg)\s*:/i;
  return (known.test(subject) ? subject : `${prefix}: ${subject}`).slice(0, 998);
};

const quoted = (text: string): string =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()))
    .join("\n");

/** Whom an answer goes to: who asked to be answered, or, when one answers oneself, whom one had written to. */
function audience(kind: "reply" | "replyAll", message: Message, own: string): { to: string[]; cc: string[] } {
  const isOwn = ({ email }: Person) => email.toLowerCase() === own;
  const fromMe = message.from.some(isOwn);
  const first = fromMe ? message.to : message.replyTo.length > 0 ? message.replyTo : message.from;
  const rest = kind === "reply" ? [] : fromMe ? message.cc : [...message.to, ...message.cc];
  const seen = new Set<string>();
  const fresh = (people: readonly Person[]) =>
    people.flatMap(({ email }) => {
      const key = email.toLowerCase();
      if (seen.has(key)) return [];
      seen.add(key);
      return [email];
    });
  const to = fresh(first);
  return { to, cc: fresh(rest.filter((person) => !isOwn(person))) };
}

/** A message to begin with. */
export const emptyDraft = (owner: string): Draft => ({
  ...{ id: crypto.randomUUID(), owner, kind: "new", to: "", cc: "", bcc: "", subject: "", text: "", leftBehind: [] },
  idempotencyKey: crypto.randomUUID(),
});

/** An answer to `message`, whose words are given as `text`. */
export function answerDraft(kind: AnswerKind, message: Message, text: string, owner: string, wording: Wording): Draft {
  const draft = { ...emptyDraft(owner), kind };
  if (kind === "forward")
    return {
      ...draft,
      subject: subjectWith("Fwd", message.subject),
      text: `\n\n${wording.forwarded(message)}\n\n${text}`,
      leftBehind: message.attachments.map(({ name, type }) => name ?? type),
    };
  const { to, cc } = audience(kind, message, owner);
  return {
    ...draft,
    ...{ to: to.join(", "), cc: cc.join(", "), replyToId: message.id },
    subject: subjectWith("Re", message.subject),
    text: `\n\n${wording.wrote(message)}\n${quoted(text)}\n`,
  };
}
