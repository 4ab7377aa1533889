import { seed } from "../../db/seed";
import { trialAccounts } from "../../db/trial-accounts";
import { runScript, UsageError } from "./script";

await runScript({
  help: `
Usage: bun run db:seed [--json]

Fills a trial with a tenant, an active domain, two mailbox users and some mail. Run again, it finishes what was cut off and puts the
first mailbox back as it was. Only where names under .test are served here.
Exit status: 0 filled, 1 failed, 2 wrongly called.`,
  async run({ services, print }) {
    if (!services.platform.trialZone) throw new UsageError("This is not a trial: there is no local zone.");
    await seed(services);
    print(`Filled: ${trialAccounts.people.map(({ address }) => address).join(", ")}`, { ok: true });
    return 0;
  },
});
