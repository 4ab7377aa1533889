import type { Ctx } from "~/server/context";
import type { MailUser, UserRef } from "../schema";
import { changeUser } from "./change-user";
import { toMailUser } from "./mail-user-view";

/** Locks a mailbox user out everywhere, at once; mail still arrives. Throws `user.not_found`. */
export async function suspendUser(ctx: Ctx, { userId }: UserRef): Promise<MailUser> {
  const row = await changeUser(ctx, userId, ({ state }) =>
    state === "suspended"
      ? null
      : {
          ...{ action: "user.suspend", set: { state: "suspended" }, endsSessions: true },
          ...{ before: { state }, after: { state: "suspended" } },
        },
  );
  return toMailUser(row);
}
