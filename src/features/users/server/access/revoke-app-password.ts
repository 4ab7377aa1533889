import type { Ctx } from "~/server/context";
import { AppError } from "~/lib/errors";
import type { UserAppPassword } from "../../schema/access";
import { changeUser } from "../change-user";
import { destroyNow, revokeAppPasswords } from "./revoke-app-passwords";

/** Removes an app password of a mailbox user: the program that has it gets in no more. Throws `user.not_found`, `app_password.not_found`. */
export async function revokeAppPassword(ctx: Ctx, { userId, appPasswordId }: UserAppPassword): Promise<void> {
  const row = await changeUser(ctx, userId, async (user, tx) => {
    const [name] = await revokeAppPasswords(tx, ctx.now(), user, appPasswordId);
    if (name === undefined) throw new AppError("app_password.not_found");
    return { action: "access.revoke_app", set: {}, before: { name } };
  });
  await destroyNow(ctx, row);
}
