import type { submissions } from "../../../../db/schema";
import type { Sent } from "../schema/sending";
import { undoMarginSeconds } from "./hold-seconds";

type SubmissionRow = typeof submissions.$inferSelect;

/** The answer to whoever sent it, as it stands now. */
export function sentView({ id, messageId, refused, sendAt, createdAt }: SubmissionRow, now: Date): Sent {
  const leaves = sendAt ?? createdAt;
  const left = Math.floor((leaves.getTime() - now.getTime()) / 1000) - undoMarginSeconds;
  return { submissionId: id, messageId, refused, sendAt: leaves.toISOString(), undoSeconds: Math.max(0, left) };
}
