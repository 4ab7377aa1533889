import { and, desc, eq, isNotNull } from "drizzle-orm";
import { mailboxTokens } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { BulkAction, BulkPlan } from "../../schema/bulk";
import { inviteUser } from "../access/invite-user";
import { removeUser } from "../remove-user";
import { resumeUser } from "../resume-user";
import { setQuota } from "../set-quota";
import { suspendUser } from "../suspend-user";
import { undeleteUser } from "../undelete-user";
import type { UserBefore } from "./user-before";

type Act = (ctx: Ctx, userId: string, plan: BulkPlan) => Promise<unknown>;

/** The verb behind each action, as if somebody had done it to that one user. */
export const bulkActions = {
  suspend: (ctx, userId, { blocks }) => suspendUser(ctx, { userId, blocks }),
  resume: (ctx, userId) => resumeUser(ctx, { userId }),
  remove: (ctx, userId) => removeUser(ctx, { userId }),
  restore: (ctx, userId) => undeleteUser(ctx, { userId }),
  set_quota: (ctx, userId, { quotaBytes }) => setQuota(ctx, { userId, quotaBytes: quotaBytes! }),
  invite: inviteAgain,
} satisfies Record<BulkAction, Act>;

/** What takes each action back; `before` is what the user was until then. */
export const opposites = {
  suspend: toBefore,
  resume: toBefore,
  remove: (ctx, userId) => undeleteUser(ctx, { userId }),
  restore: (ctx, userId) => removeUser(ctx, { userId }),
  set_quota: (ctx, userId, { quotaBytes }) => setQuota(ctx, { userId, quotaBytes }),
} satisfies Partial<Record<BulkAction, (ctx: Ctx, userId: string, before: UserBefore) => Promise<unknown>>>;

function toBefore(ctx: Ctx, userId: string, { state, blocks }: UserBefore): Promise<unknown> {
  return state === "suspended" && blocks.length > 0
    ? suspendUser(ctx, { userId, blocks })
    : resumeUser(ctx, { userId });
}

/** To where the last one was mailed. The run as a whole is what was asked for once, so it is not held to the pace of single ones. */
async function inviteAgain(ctx: Ctx, userId: string): Promise<unknown> {
  const own = and(eq(mailboxTokens.tenantId, ctx.tenantId), eq(mailboxTokens.mailUserId, userId));
  const invited = and(own, eq(mailboxTokens.kind, "invite"), isNotNull(mailboxTokens.email));
  const [last] = await ctx.tx((tx) =>
    tx
      .select({ email: mailboxTokens.email })
      .from(mailboxTokens)
      .where(invited)
      .orderBy(desc(mailboxTokens.createdAt))
      .limit(1),
  );
  if (!last?.email) throw new AppError("user.no_invitation");
  return inviteUser({ ...ctx, rateLimit: async () => {} }, { userId, email: last.email });
}
