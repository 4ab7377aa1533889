import type { MailboxCtx } from "~/server/context";

/** The Message-ID of a draft, without angle brackets: the same however often and from wherever it is saved. */
export function draftMessageId(ctx: MailboxCtx, draftKey: string): string {
  const { address } = ctx.actor;
  return `${draftKey.toLowerCase()}@${address.slice(address.indexOf("@") + 1)}`;
}

/** The key that a Message-ID was made of; `null` for those of other programs. */
export const draftKeyOf = (messageId: string | null): string | null =>
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/.exec(messageId ?? "")?.[1] ?? null;
