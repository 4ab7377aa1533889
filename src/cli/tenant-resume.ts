import { resumeTenant } from "../features/auth/server/tenant/resume-tenant";
import { findTenant } from "./find-tenant";
import { required, runScript } from "./script";

await runScript({
  help: `
Usage: bun run tenant:resume --tenant ID [--json]

Lets everybody of a suspended tenant in again. Mailbox users who were suspended themselves stay so.
Exit status: 0 open, 1 refused, 2 wrongly called.`,
  options: { tenant: { type: "string" } },
  async run({ services, values, print }) {
    const { ctx, name } = await findTenant(services, "tenant:resume", required(values, "tenant"));
    await resumeTenant(ctx);
    print(`${name} is open again.`, { tenantId: ctx.tenantId, state: "active" });
    return 0;
  },
});
