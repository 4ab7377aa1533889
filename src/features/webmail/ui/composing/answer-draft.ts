import type { Message } from "../../schema";
import type { Person } from "../people";
import { type AnswerKind, type Draft, type DraftFile, emptyDraft } from "./draft";

/** What is answered, ready to stand in another message. */
export type Quote = {
  text: string;
  /** From the sanitiser. */
  html: string;
};

/** The words around a quotation, in the reader's language. */
export type Wording = {
  /** `On 3 May, Ada wrote:` */
  wrote: (message: Message) => string;
  /** The lines that head a forwarded message. */
  forwarded: (message: Message) => string;
};

/** Who answers, and how. */
export type Answerer = {
  owner: string;
  /** Every address of theirs, in lower case. */
  own: readonly string[];
  format: Draft["format"];
  wording: Wording;
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

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const htmlLines = (text: string) => escaped(text).replaceAll("\n", "<br>");
/** Each line finds out by itself in which direction it is written. */
const line = (html: string) => `<div dir="auto">${html}</div>`;

/** Whom an answer goes to: who asked to be answered, or, when one answers oneself, whom one had written to. */
function audience(
  kind: "reply" | "replyAll",
  message: Message,
  own: readonly string[],
): { to: Person[]; cc: Person[] } {
  const isOwn = ({ email }: Person) => own.includes(email.toLowerCase());
  const fromMe = message.from.some(isOwn);
  const first = fromMe ? message.to : message.replyTo.length > 0 ? message.replyTo : message.from;
  const rest = kind === "reply" ? [] : fromMe ? message.cc : [...message.to, ...message.cc];
  const seen = new Set<string>();
  const fresh = (people: readonly Person[]) =>
    people.filter(({ email }) => {
      const key = email.toLowerCase();
      return !seen.has(key) && seen.add(key);
    });
  const to = fresh(first);
  return { to, cc: fresh(rest.filter((person) => !isOwn(person))) };
}

/** The files of a message as files of another one; they stay where they are until that one is sent. */
const filesOf = ({ id, attachments }: Message): DraftFile[] =>
  attachments.map(({ blobId, name, type, size, cid }) => ({
    ...{ key: crypto.randomUUID(), name: name ?? type, type, size, state: "ready" },
    ...(cid ? { cid } : {}),
    source: { messageId: id, blobId, ...(cid ? { cid } : {}) },
  }));

/** A forwarded message as one file. Its size is that of its parts: the whole is not at hand. */
const asFile = ({ id, subject, attachments, html, text }: Message): DraftFile => ({
  ...{ key: crypto.randomUUID(), name: `${subject.slice(0, 100) || "message"}.eml`, type: "message/rfc822" },
  size: attachments.reduce((sum, { size }) => sum + size, (html ?? text ?? "").length),
  ...{ state: "ready", source: { messageId: id } },
});

/** An answer to `message`; the place for one's own words is before everything that is quoted. */
export function answerDraft(kind: AnswerKind, message: Message, quote: Quote, by: Answerer): Draft {
  const draft = { ...emptyDraft(by.owner, by.format), kind };
  if (kind === "forwardAttached")
    return {
      ...draft,
      subject: subjectWith("Fwd", message.subject),
      files: [asFile(message)],
      forwardOfId: message.id,
    };
  const files = filesOf(message);
  if (kind === "forward") {
    const head = by.wording.forwarded(message);
    return {
      ...draft,
      ...{ subject: subjectWith("Fwd", message.subject), files, forwardOfId: message.id },
      text: `\n\n${head}\n\n${quote.text}`,
      html: `${line("<br>")}<blockquote type="cite">${line(htmlLines(head))}${line("<br>")}${quote.html}</blockquote>`,
    };
  }
  const wrote = by.wording.wrote(message);
  return {
    ...{ ...draft, ...audience(kind, message, by.own), replyToId: message.id },
    subject: subjectWith("Re", message.subject),
    files: files.filter(({ cid }) => cid && quote.html.includes(`cid:${encodeURI(cid)}`)),
    text: `\n\n${wrote}\n${quoted(quote.text)}\n`,
    html: `${line("<br>")}${line(htmlLines(wrote))}<blockquote type="cite">${quote.html}</blockquote>`,
  };
}
