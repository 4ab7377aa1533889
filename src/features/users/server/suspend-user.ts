import type { Ctx } from "~/server/context";
import type { Block, MailUser, SuspendUser } from "../schema";
import { changeUser } from "./change-user";
import { type MailUserRow, toMailUser } from "./mail-user-view";
import { touchReaders } from "./touch-readers";

const usual: Block[] = ["signIn", "send"];
const restrictionsOf = ({ maySignIn, maySend, mayReceive }: MailUserRow) => ({ maySignIn, maySend, mayReceive });

/**
 * Keeps a mailbox user from what is named, and from nothing else: signing in (every session, open page and key ends at once), sending, receiving
 * (mail is refused, and its sender hears of it). Throws `user.not_found`.
 */
export async function suspendUser(ctx: Ctx, { userId, blocks = usual }: SuspendUser): Promise<MailUser> {
  const row = await changeUser(ctx, userId, (user) => {
    const before = { state: user.state, ...restrictionsOf(user) };
    const may = (what: Block) => !blocks.includes(what);
    const restrictions = { maySignIn: may("signIn"), maySend: may("send"), mayReceive: may("receive") };
    const after = { state: "suspended" as const, ...restrictions };
    if (Bun.deepEquals(before, after)) return null;
    return {
      ...{ action: "user.suspend", set: after, before, after, endsSessions: !after.maySignIn },
      also: (tx) => touchReaders(tx, ctx, user, after),
    };
  });
  return toMailUser(row);
}
