import { asc } from "drizzle-orm";
import { tenants } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { runScript } from "./script";

await runScript({
  help: `
Usage: bun run tenant:list [--json]

Prints every tenant: id, state and name, oldest first.
Exit status: 0.`,
  async run({ services, print }) {
    const { id, state, name, suspendedReason, eraseAt } = tenants;
    const rows = await inScope(services.db, { sweep: true }, (tx) =>
      tx.select({ id, state, name, suspendedReason, eraseAt }).from(tenants).orderBy(asc(tenants.id)),
    );
    print(rows.map((row) => [row.id, row.state, row.name].join("  ")).join("\n"), rows);
    return 0;
  },
});
