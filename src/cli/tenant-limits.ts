import { TenantPlan } from "../features/auth/schema/tenant";
import { setLimits } from "../features/auth/server/tenant/set-limits";
import { findTenant } from "./find-tenant";
import { required, runScript, UsageError } from "./script";

const gibibyte = 1024 ** 3;

await runScript({
  help: `
Usage: bun run tenant:limits --tenant ID [--domains N] [--users N] [--storage-gib N] [--messages-per-day N] [--json]

Changes what a tenant's plan allows; what is left out stays. Less than what is used takes nothing away, but nothing more can be made.
Exit status: 0 changed, 1 refused, 2 wrongly called.`,
  options: {
    tenant: { type: "string" },
    domains: { type: "string" },
    users: { type: "string" },
    "storage-gib": { type: "string" },
    "messages-per-day": { type: "string" },
  },
  async run({ services, values, print }) {
    const number = (name: string, factor = 1) =>
      values[name] === undefined ? undefined : Math.round(Number(values[name]) * factor);
    const plan = TenantPlan.safeParse({
      ...{ maxDomains: number("domains"), maxMailUsers: number("users") },
      ...{ maxStorageBytes: number("storage-gib", gibibyte), maxMessagesPerDay: number("messages-per-day") },
    });
    if (!plan.success) throw new UsageError(plan.error.issues.map(({ message }) => message).join("\n"));
    const { ctx, name } = await findTenant(services, "tenant:limits", required(values, "tenant"));
    await setLimits(ctx, plan.data);
    print(`The plan of ${name} is changed.`, { tenantId: ctx.tenantId, ...plan.data });
    return 0;
  },
});
