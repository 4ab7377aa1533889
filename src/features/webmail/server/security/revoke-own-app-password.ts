import { destroyNow, revokeAppPasswords } from "~/features/users/server/access/revoke-app-passwords";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { AppPasswordRef } from "../../schema/security";
import { changeOwnMailbox } from "./change-own-mailbox";

/** Removes an app password: the program that has it gets in no more. Throws `app_password.not_found`. */
export async function revokeOwnAppPassword(ctx: MailboxCtx, { appPasswordId }: AppPasswordRef): Promise<void> {
  const { user } = await changeOwnMailbox(ctx, async (row, tx) => {
    const [name] = await revokeAppPasswords(tx, ctx.now(), row, appPasswordId);
    if (name === undefined) throw new AppError("app_password.not_found");
    return { action: "access.revoke_app", set: {}, before: { name }, answer: undefined };
  });
  await destroyNow(ctx, user);
}
