import type { Draft } from "./draft";
import { peopleIn } from "./to-content";

export type SendWarning = "attachment" | "subject" | "many";

/** Words with which one speaks of something that comes with the message, in the languages of the product. */
const attached =
  /(?<![\p{L}\d])(?:attach(?:ed|ing|ments?)|enclosed|enclosures?|angehängt\p{L}*|anhang|anhänge|anbei|anliegend\p{L}*|beigefügt\p{L}*|beiliegend\p{L}*|in der anlage|als anlage)(?![\p{L}\d])/iu;

/** As many people as one rarely means to answer. */
const many = 15;

/** A file that somebody added: pictures of what is quoted came by themselves. */
const isAdded = ({ cid, source, state }: Draft["files"][number]) =>
  cid === undefined || state === "uploading" || (source !== undefined && "fileId" in source);

/** What somebody may have overlooked. `ownWords`: what they wrote themselves, without quotation and signature. */
export function sendWarnings(draft: Draft, ownWords: string): SendWarning[] {
  const recipients = peopleIn(draft, "to").length + peopleIn(draft, "cc").length;
  return [
    ...(attached.test(`${draft.subject}\n${ownWords}`) && !draft.files.some(isAdded) ? (["attachment"] as const) : []),
    ...(draft.subject.trim() === "" ? (["subject"] as const) : []),
    ...(draft.kind === "replyAll" && recipients > many ? (["many"] as const) : []),
  ];
}
