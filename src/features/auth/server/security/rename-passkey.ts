import { and, eq } from "drizzle-orm";
import { passkeys } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import type { RenamePasskey } from "../../schema/passkeys";

/** Gives one of the member's passkeys another name. Throws `passkey.not_found`. */
export async function renamePasskey(ctx: MemberCtx, { passkeyId, name }: RenamePasskey): Promise<void> {
  const { personId, memberId } = ctx.actor;
  await ctx.txAsPerson(async (tx) => {
    const own = and(eq(passkeys.personId, personId), eq(passkeys.id, passkeyId));
    const [before] = await tx.select({ name: passkeys.name }).from(passkeys).where(own).for("update");
    if (!before) throw new AppError("passkey.not_found");
    await tx.update(passkeys).set({ name }).where(own);
    const subject = { type: "member", id: memberId } as const;
    await audit(tx, ctx, { action: "auth.passkey_rename", subject, before, after: { name } });
  });
}
