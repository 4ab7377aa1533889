import { ListMailDeliveries } from "../features/users/schema/trace";
import { listDeliveries } from "../features/users/server/trace/list-deliveries";
import { findTenant } from "./find-tenant";
import { required, runScript, UsageError } from "./script";

await runScript({
  help: `
Usage: bun run mail:trace TEXT --tenant ID [--state STATE] [--json]

Prints what became of a tenant's mail: TEXT is part of an address, or a Message-ID. The newest 50.
Exit status: 0 found, 1 nothing found, 2 wrongly called.`,
  options: { tenant: { type: "string" }, state: { type: "string" } },
  words: 1,
  async run({ services, values, positionals: [search], print }) {
    if (!search) throw new UsageError("Say what to look for.");
    const { ctx } = await findTenant(services, "mail:trace", required(values, "tenant"));
    const input = ListMailDeliveries.safeParse({ search, state: values.state });
    if (!input.success) throw new UsageError("There is no such state.");
    const page = await listDeliveries(ctx, input.data);
    const lines = page.deliveries.map(({ queuedAt, sender, recipient, state, reply }) =>
      [queuedAt, sender || "<>", "→", recipient, state, reply ?? ""].join("  ").trimEnd(),
    );
    print(lines.join("\n") || "Nothing found.", page);
    return lines.length > 0 ? 0 : 1;
  },
});
