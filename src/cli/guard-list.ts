import { ListCases } from "../features/users/schema/guard";
import { listCases } from "../features/users/server/guard/list-cases";
import { findTenant } from "./find-tenant";
import { required, runScript } from "./script";

await runScript({
  help: `
Usage: bun run guard:list --tenant ID [--all] [--json]

Prints mailboxes of a tenant that may not send because they behaved as if somebody else had them, and why; with --all those that were decided too.
Exit status: 0.`,
  options: { tenant: { type: "string" }, all: { type: "boolean" } },
  async run({ services, values, print }) {
    const { ctx } = await findTenant(services, "guard:list", required(values, "tenant"));
    const page = await listCases(ctx, ListCases.parse({ state: values.all ? undefined : "open", limit: 100 }));
    const lines = page.cases.map(({ id, address, sign, state, createdAt, evidence }) =>
      [id, address, state, sign, createdAt, JSON.stringify(evidence)].join("  "),
    );
    print(lines.join("\n") || "None.", page);
    return 0;
  },
});
