import { verifyDomain } from "../../src/features/domains/server/verify-domain";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onDnsVerification: Handler<"dns-verification" | "dns-verification.due"> = async (
  { tenantId, domainId },
  services,
) => verifyDomain(systemContext(services, { job: "dns-verification" }, tenantId), { domainId });
