import { inScope } from "../../../../db/transaction";
import { audit } from "~/server/audit";
import { auditPerson } from "~/server/audit-person";
import { type Ctx, systemContext } from "~/server/context";
import type { Services } from "~/server/services";

type Asked = Services & Pick<Ctx, "ip" | "requestId">;

/**
 * Writes down that somebody was refused for a wrong password or a wrong second factor. Never rejects; not to be awaited by a sign-in,
 * whose answer must not take longer where there is a row to write for.
 */
export async function recordRefusal(
  ctx: Asked,
  whose: { personId: string } | { tenantId: string; mailUserId: string },
  action: "auth.sign_in_refused" | "auth.second_factor_refused" = "auth.sign_in_refused",
): Promise<void> {
  const write = async () => {
    if ("personId" in whose)
      return inScope(ctx.db, whose, (tx) => auditPerson(tx, ctx, whose.personId, { action, job: "sign-in" }));
    const actor = { ...systemContext(ctx, { job: "sign-in" }, whose.tenantId), ip: ctx.ip, requestId: ctx.requestId };
    return actor.tx((tx) => audit(tx, actor, { action, subject: { type: "mail_user", id: whose.mailUserId } }));
  };
  await write().catch((error: unknown) => ctx.log.error("a refused sign-in was not recorded", { error }));
}
