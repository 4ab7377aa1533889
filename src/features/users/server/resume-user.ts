import type { Ctx } from "~/server/context";
import type { MailUser, UserRef } from "../schema";
import { changeUser } from "./change-user";
import { toMailUser } from "./mail-user-view";

/** Lets a suspended mailbox user sign in again. Throws `user.not_found`. */
export async function resumeUser(ctx: Ctx, { userId }: UserRef): Promise<MailUser> {
  const row = await changeUser(ctx, userId, ({ state }) =>
    state === "active"
      ? null
      : { action: "user.resume", set: { state: "active" }, before: { state }, after: { state: "active" } },
  );
  return toMailUser(row);
}
