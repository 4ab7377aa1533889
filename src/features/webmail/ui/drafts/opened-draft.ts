import type { OpenedDraft } from "../../schema/drafts";
import { type Draft, emptyDraft } from "../composing/draft";
import { openDraft } from "./queries";

/** A draft of the mailbox as it is written on. HTML goes through the sanitiser where it is shown. */
export function toDraft(opened: OpenedDraft, owner: string): Draft {
  const { draftId, draftKey, savedAt, from, replyToId, forwardOfId, to, cc, bcc, subject, html, text } = opened;
  return {
    ...emptyDraft(owner, html === null ? "plain" : "rich"),
    ...{ id: draftKey, to, cc, bcc, subject, html: html ?? "", text, saved: { draftId, at: savedAt } },
    ...(from !== null && from.toLowerCase() !== owner.toLowerCase() ? { from } : {}),
    ...(replyToId === null ? {} : { kind: "reply", replyToId }),
    ...(forwardOfId === null ? {} : { kind: "forward", forwardOfId }),
    files: opened.files.map(({ name, type, size, source }) => ({
      ...{ key: crypto.randomUUID(), name, type, size, state: "ready", source },
      ...(source.cid === undefined ? {} : { cid: source.cid }),
    })),
  };
}

/** Fetches a draft to go on with. Rejects with the failure. */
export const fetchDraft = async (draftId: string, owner: string): Promise<Draft> =>
  toDraft(await openDraft({ draftId }), owner);
