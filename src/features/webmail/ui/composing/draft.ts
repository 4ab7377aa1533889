import type { OutgoingFile } from "../../schema/outgoing";
import type { Person } from "../people";

export type AnswerKind = "reply" | "replyAll" | "forward" | "forwardAttached";

export const lines = ["to", "cc", "bcc"] as const;
/** A line of recipients. */
export type Line = (typeof lines)[number];

/** A file of a draft, or one that is on its way to becoming it. */
export type DraftFile = {
  /** Lives in the browser only. */
  key: string;
  name: string;
  type: string;
  /** Octets. */
  size: number;
  /** Content-ID without angle brackets, where the HTML shows it. */
  cid?: string;
  state: "uploading" | "ready" | "failed";
  /** From 0 to 1, while it is uploading. */
  progress?: number;
  /** What the server knows it by; absent until it is ready. */
  source?: OutgoingFile;
};

/** A message that is being written: plain data, so that it can be kept wherever text can. */
export type Draft = {
  /** Lives as long as the draft: what it is kept under in the browser, and what its Message-ID is made of. */
  id: string;
  /** Whose mailbox it is written in. */
  owner: string;
  kind: AnswerKind | "new";
  /** One of the own addresses; absent: the mailbox's. */
  from?: string;
  /** Chips. One whose address is none is kept as it was written, and stops the message from being sent. */
  to: Person[];
  cc: Person[];
  bcc: Person[];
  /** What is typed in a line and is no chip yet. */
  typed: Readonly<Record<Line, string>>;
  subject: string;
  format: "rich" | "plain";
  /** As it would be sent: pictures by `cid:` or where they are on the internet. Hostile like any mail, because it quotes. */
  html: string;
  /** The words in plain format; in rich format they are made from the HTML when it is saved or sent. */
  text: string;
  files: DraftFile[];
  /** Id of the signature that stands in it. */
  signatureId?: string;
  replyToId?: string;
  forwardOfId?: string;
  idempotencyKey: string;
  /** What was sent under the key, so that other words get another one. */
  attempted?: string;
  /** As which message it lies in Drafts, and since when (ISO text). */
  saved?: { draftId: string; at: string };
  /** Who writes it, to tell tabs apart, and whether something of it may have been saved without an answer. */
  saving?: { writer: string; isUncertain: boolean };
  /** When it shall go (ISO text); absent: at once. */
  sendAt?: string;
};

export const noneTyped: Draft["typed"] = { to: "", cc: "", bcc: "" };

/** A message to begin with. */
export const emptyDraft = (owner: string, format: Draft["format"] = "plain"): Draft => ({
  ...{ id: crypto.randomUUID(), owner, kind: "new", to: [], cc: [], bcc: [], typed: noneTyped },
  ...{ subject: "", format, html: "", text: "", files: [], idempotencyKey: crypto.randomUUID() },
});
