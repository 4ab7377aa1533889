import type { GroupPostReason } from "../../schema/group-posts";
import type { GroupRow } from "./group-view";

export type Verdict = { state: "passing" | "held" | "rejected"; reason: GroupPostReason | null };

type Facts = {
  group: Pick<GroupRow, "posting" | "isModerated">;
  /** Why nobody may get it, whoever wrote it. */
  dropped: GroupPostReason | null;
  /** The author is who the message says. */
  isProven: boolean;
  /** The author as a member of the group. */
  member: { mayPost: boolean } | null;
  isSpam: boolean;
  /** A member asks to be left out from now on. */
  isFarewell: boolean;
  hasRecipients: boolean;
};

/** What becomes of a post by the rule of its group: a table, so that every row of it can be tried. What the rule does not let pass is held, never lost. */
export function judgePost(facts: Facts): Verdict {
  const { group, dropped, isProven, member, isSpam, isFarewell, hasRecipients } = facts;
  if (dropped) return { state: "rejected", reason: dropped };
  if (isFarewell && isProven && member) return { state: "rejected", reason: "unsubscribed" };
  const held = (reason: GroupPostReason): Verdict => ({ state: "held", reason });
  const isClosed = group.posting !== "anyone";
  if (isClosed && !member) return held("stranger");
  if (isClosed && !isProven) return held("unproven");
  if (group.posting === "named" && !member?.mayPost) return held("not_named");
  if (isSpam) return held("spam");
  if (group.isModerated) return held("moderated");
  return hasRecipients ? { state: "passing", reason: null } : held("no_members");
}
