/** For so long what was deleted can be brought back, and nobody else gets its address and the mail that still comes for it. */
export const deleteWindowMs = 30 * 86_400_000;

/** What was deleted at this moment or before cannot be brought back any more. */
export const windowStart = (now: Date): Date => new Date(now.getTime() - deleteWindowMs);

/** Whether a mailbox user was deleted for so long that nothing of it is kept. */
export const isOver = ({ state, deletedAt }: { state: string; deletedAt: Date | null }, now: Date): boolean =>
  state === "deleted" && deletedAt !== null && deletedAt <= windowStart(now);
