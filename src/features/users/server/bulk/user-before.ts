import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { mailUsers } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";

/** What a bulk action may change of a mailbox user. */
const UserBefore = z.object({
  state: z.enum(["active", "suspended", "deleted"]),
  blocks: z.array(z.enum(["signIn", "send", "receive"])),
  quotaBytes: z.int(),
});
export type UserBefore = z.infer<typeof UserBefore>;

const columns = {
  ...{ state: mailUsers.state, quotaBytes: mailUsers.quotaBytes, revision: mailUsers.revision },
  ...{ maySignIn: mailUsers.maySignIn, maySend: mailUsers.maySend, mayReceive: mailUsers.mayReceive },
};

/** How a mailbox user is, under the row's lock, and in which revision; undefined when there is none. */
export async function readUser(
  ctx: Ctx,
  userId: string,
): Promise<{ before: UserBefore; revision: number } | undefined> {
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId));
  const [row] = await ctx.tx((tx) => tx.select(columns).from(mailUsers).where(own).for("update"));
  if (!row) return undefined;
  const { maySignIn, maySend, mayReceive, state, quotaBytes, revision } = row;
  const may = { signIn: maySignIn, send: maySend, receive: mayReceive };
  const blocks = (["signIn", "send", "receive"] as const).filter((what) => !may[what]);
  return { before: { state, blocks, quotaBytes }, revision };
}

/** As it stands in a row's values. */
export const beforeText = (before: UserBefore): string => JSON.stringify(before);
export const parseBefore = (text: string | undefined): UserBefore => UserBefore.parse(JSON.parse(text ?? ""));
