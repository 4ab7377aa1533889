import { suspendTenant } from "../features/auth/server/tenant/suspend-tenant";
import { findTenant } from "./find-tenant";
import { required, runScript } from "./script";

await runScript({
  help: `
Usage: bun run tenant:suspend --tenant ID --reason TEXT [--json]

Locks everybody of a tenant out at once: members, mailbox users, API tokens; mail programs as soon as the mail server was told. Mail still
arrives. bun run tenant:resume lets them in again, bun run tenant:list prints the ids.
Exit status: 0 suspended, 1 refused, 2 wrongly called.`,
  options: { tenant: { type: "string" }, reason: { type: "string" } },
  async run({ services, values, print }) {
    const reason = required(values, "reason").slice(0, 500);
    const { ctx, name } = await findTenant(services, "tenant:suspend", required(values, "tenant"));
    await suspendTenant(ctx, { reason });
    print(`${name} is suspended.`, { tenantId: ctx.tenantId, state: "suspended" });
    return 0;
  },
});
