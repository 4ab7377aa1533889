import type { ThreadFilter, ThreadSort } from "../mail-objects.ts";

/** A mailbox's messages as RFC 8621 section 4.4.1 filters them: one for each word of ours that is about single messages, and about threads. */
export function emailFilter(mailboxId: string, { unread, flagged, hasAttachment, label }: ThreadFilter = {}) {
  const conditions = [
    { inMailbox: mailboxId, ...(hasAttachment ? { hasAttachment } : {}) },
    ...(unread ? [{ notKeyword: "$seen" }, { notKeyword: "$draft" }] : []),
    ...(flagged ? [{ someInThreadHaveKeyword: "$flagged" }] : []),
    ...(label === undefined ? [] : [{ someInThreadHaveKeyword: label }]),
  ];
  return conditions.length > 1 ? { operator: "AND", conditions } : conditions[0]!;
}

const properties = { received: "receivedAt", from: "from", subject: "subject", size: "size" } as const;

/** Newest first, or what is asked for and then newest first. */
export function emailSort({ by, ascending }: ThreadSort = { by: "received", ascending: false }) {
  const first = { property: properties[by], isAscending: ascending };
  return by === "received" ? [first] : [first, { property: "receivedAt", isAscending: false }];
}

export const hasFilter = (filter: ThreadFilter | undefined): boolean =>
  Object.values(filter ?? {}).some((value) => value !== undefined);
