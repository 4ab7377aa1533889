import { TenantPlan } from "../features/auth/schema/tenant";
import { setLimits } from "../features/auth/server/tenant/set-limits";
import { findTenant } from "./find-tenant";
import { required, runScript, UsageError } from "./script";

const gibibyte = 1024 ** 3;

await runScript({
  help: `
Usage: bun run tenant:limits --tenant ID [--domains N] [--users N] [--groups N] [--storage-gib N]
       [--messages-per-day N] [--recipients-per-hour N] [--user-recipients-per-hour N] [--user-recipients-per-day N] [--json]

Changes what a tenant's plan allows; what is left out stays. Less than what is used takes nothing away, but nothing more can be made.
Messages count by recipient: --messages-per-day and --recipients-per-hour hold for all mailboxes together, the other two for each.
Exit status: 0 changed, 1 refused, 2 wrongly called.`,
  options: {
    tenant: { type: "string" },
    domains: { type: "string" },
    users: { type: "string" },
    "storage-gib": { type: "string" },
    groups: { type: "string" },
    "messages-per-day": { type: "string" },
    "recipients-per-hour": { type: "string" },
    "user-recipients-per-hour": { type: "string" },
    "user-recipients-per-day": { type: "string" },
  },
  async run({ services, values, print }) {
    const number = (name: string, factor = 1) =>
      values[name] === undefined ? undefined : Math.round(Number(values[name]) * factor);
    const plan = TenantPlan.safeParse({
      ...{ maxDomains: number("domains"), maxMailUsers: number("users") },
      ...{ maxStorageBytes: number("storage-gib", gibibyte), maxMessagesPerDay: number("messages-per-day") },
      ...{ maxGroups: number("groups"), maxRecipientsPerHour: number("recipients-per-hour") },
      maxUserRecipientsPerHour: number("user-recipients-per-hour"),
      maxUserRecipientsPerDay: number("user-recipients-per-day"),
    });
    if (!plan.success) throw new UsageError(plan.error.issues.map(({ message }) => message).join("\n"));
    const { ctx, name } = await findTenant(services, "tenant:limits", required(values, "tenant"));
    await setLimits(ctx, plan.data);
    print(`The plan of ${name} is changed.`, { tenantId: ctx.tenantId, ...plan.data });
    return 0;
  },
});
