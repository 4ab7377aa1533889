import type { Ctx } from "~/server/context";
import type { MailUser, UserRef } from "../schema";
import { changeUser } from "./change-user";
import { toMailUser } from "./mail-user-view";
import { touchReaders } from "./touch-readers";

const free = { state: "active", maySignIn: true, maySend: true, mayReceive: true } as const;

/** Ends a mailbox user's suspension, whatever it took away. What the guard has paused stays paused. Throws `user.not_found`. */
export async function resumeUser(ctx: Ctx, { userId }: UserRef): Promise<MailUser> {
  const row = await changeUser(ctx, userId, (user) => {
    const { state, maySignIn, maySend, mayReceive } = user;
    if (state === "active") return null;
    return {
      ...{ action: "user.resume", set: free, before: { state, maySignIn, maySend, mayReceive }, after: free },
      also: (tx) => touchReaders(tx, ctx, user, free),
    };
  });
  return toMailUser(row);
}
