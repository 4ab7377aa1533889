import { deleteWindowMs } from "~/lib/delete-window";

const dayMs = 86_400_000;

/** Whole days in which a deleted mailbox user can still be brought back; 0 on the last. */
export const daysLeft = (deletedAt: string | null, now = Date.now()): number =>
  Math.max(0, Math.floor(((deletedAt ? Date.parse(deletedAt) : now) + deleteWindowMs - now) / dayMs));
