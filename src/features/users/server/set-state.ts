import type { Ctx } from "~/server/context";
import type { MailUser, SetState } from "../schema";
import { resumeUser } from "./resume-user";
import { suspendUser } from "./suspend-user";

/** Suspends a mailbox user or ends that, for who says how it should be. Throws `user.not_found`. */
export const setState = (ctx: Ctx, { userId, state, blocks }: SetState): Promise<MailUser> =>
  state === "suspended" ? suspendUser(ctx, { userId, blocks }) : resumeUser(ctx, { userId });
