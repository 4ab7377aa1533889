import { activeDomain } from "~/features/domains/server/testing-domains";
import { listCases } from "~/features/users/server/guard/list-cases";
import { pauseSending } from "~/features/users/server/guard/pause-sending";
import { appliedUser } from "~/features/users/server/testing-users";
import { ListCases } from "~/features/users/schema/guard";
import { systemContext } from "../context";
import { type Acts, byOwner } from "./testing-act";

const onPaused = byOwner(async (ctx, { services }) => {
  const { id: domainId } = await activeDomain(services, ctx, `a${Bun.randomUUIDv7().slice(-12)}.test`);
  const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
  const guard = systemContext(services, { job: "guard" }, ctx.tenantId);
  await pauseSending(guard, userId, { sign: "fan_out", evidence: { recipients: 40, strangers: 40 } });
  const { cases } = await listCases(ctx, ListCases.parse({ userId }));
  return { caseId: cases[0]!.id };
});

/** `users.guard.*` */
export const guardActs: Acts = {
  "users.guard.release": { audits: ["guard.release"], call: onPaused },
  "users.guard.confirm": { audits: ["guard.confirm"], call: onPaused },
};
