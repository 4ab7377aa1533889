import { trpc } from "~/trpc/client";
import type { OpenedDraft } from "../../schema/drafts";
import type { Desk } from "../composer-desk";
import { type Draft, emptyDraft } from "../composing/draft";
import { keptDrafts } from "../draft-store";

/** Opens a draft of the mail server in a composer, or the composer that has it already. Rejects with the failure when it is gone. */
export async function continueDraft(desk: Desk, draftId: string, owner: string): Promise<void> {
  const opened = await trpc.webmail.drafts.open.query({ draftId });
  const seeds = desk.seeds();
  const isOpen = keptDrafts(owner).some(({ id }) => id === opened.draftKey);
  // One that began otherwise, as an answer, has the key in it: the newest is the likeliest.
  const seed =
    seeds.find((one) => one.begin === "kept" && one.draft.id === opened.draftKey) ?? (isOpen && seeds.at(-1));
  if (!seed) desk.open({ begin: "kept", draft: toDraft(opened, owner) });
  else if (seed.folded) desk.toggle(seed.id);
}

function toDraft(opened: OpenedDraft, owner: string): Draft {
  const { draftId, draftKey, savedAt, from, to, cc, bcc, subject, text, html, files, replyToId } = opened;
  return {
    ...emptyDraft(owner, html === null ? "plain" : "rich"),
    ...{ id: draftKey, to, cc, bcc, subject, text, html: html ?? "" },
    ...(from ? { from } : {}),
    ...(replyToId ? { kind: "reply" as const, replyToId } : {}),
    files: files.map(({ name, type, size, source }) => ({
      ...{ key: crypto.randomUUID(), name, type, size, source, state: "ready" as const },
      ...(source.cid === undefined ? {} : { cid: source.cid }),
    })),
    saved: { draftId, at: savedAt },
  };
}
