import { applyDomain } from "../features/domains/server/apply-domain";
import { getDomain } from "../features/domains/server/get-domain";
import { verifyDomain } from "../features/domains/server/verify-domain";
import { findDomain } from "./find-domain";
import { runScript, UsageError } from "./script";

await runScript({
  help: `
Usage: bun run domain:verify NAME [--json]

Checks the DNS records of a domain now and makes the mail engine agree, as the worker does.
Exit status: 0 the domain is active, 1 it is not, 2 wrongly called.`,
  words: 1,
  async run({ services, positionals: [name], print }) {
    if (!name) throw new UsageError("Name one domain.");
    const { ctx, domainId } = await findDomain(services, "domain:verify", name.toLowerCase());
    await verifyDomain(ctx, { domainId });
    await applyDomain(ctx, { domainId });
    const domain = await getDomain(ctx, { domainId });
    const lines = domain.records.map(
      (record) => `  ${record.state.padEnd(16)} ${record.type.padEnd(6)} ${record.name}`,
    );
    print([`${domain.name}: ${domain.state}`, ...lines].join("\n"), domain);
    return domain.state === "active" ? 0 : 1;
  },
});
