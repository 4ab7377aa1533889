import { ListUsers } from "../features/users/schema";
import { listUsers } from "../features/users/server/list-users";
import { findDomain } from "./find-domain";
import { required, runScript, UsageError } from "./script";

await runScript({
  help: `
Usage: bun run user:list --domain NAME [--search TEXT] [--is CONDITION] [--after CURSOR] [--limit NUMBER] [--json]

Prints mailbox users of a domain: address, state, storage, and whether the mail server agrees. CONDITION is one of active, suspended,
invited, paused, pending, failed, over_quota, nearly_full, no_recovery, deleted. At most 100 at once; the cursor of the next page is said.
Exit status: 0 printed, 1 refused, 2 wrongly called.`,
  options: {
    ...{ domain: { type: "string" }, search: { type: "string" }, is: { type: "string" } },
    ...{ after: { type: "string" }, limit: { type: "string" } },
  },
  async run({ services, values, print }) {
    const { ctx, domainId } = await findDomain(services, "user:list", required(values, "domain").toLowerCase());
    const { search, is, after, limit = "100" } = values;
    const input = ListUsers.safeParse({
      ...{ domainId, search, after, sort: "address", limit: Number(limit) },
      is: typeof is === "string" ? is.split(",") : undefined,
    });
    if (!input.success)
      throw new UsageError(input.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n"));
    const page = await listUsers(ctx, input.data);
    const lines = page.users.map((user) =>
      [user.address, user.state, `${user.usedBytes} of ${user.quotaBytes} octets`, user.application].join("  "),
    );
    print([...lines, ...(page.next ? [`more: --after '${page.next}'`] : [])].join("\n") || "None.", page);
    return 0;
  },
});
