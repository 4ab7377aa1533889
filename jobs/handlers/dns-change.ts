import { runChange } from "../../src/features/domains/server/connect/run-change";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onDnsChange: Handler<"dns.change"> = async ({ tenantId, domainId, changeId }, services) =>
  runChange(systemContext(services, { job: "dns.change" }, tenantId), { domainId, changeId });
