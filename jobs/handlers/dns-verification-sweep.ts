import { sweepDomainChecks } from "../../src/features/domains/server/sweep-domain-checks";
import type { Handler } from "../handler";

export const onDnsVerificationSweep: Handler<"dns-verification.sweep"> = async (_, services) => {
  await sweepDomainChecks(services);
};
