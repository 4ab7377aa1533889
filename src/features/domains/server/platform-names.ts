import type { Platform } from "~/server/services";
import type { DomainNameRules } from "~/lib/domain-name";
import type { PlatformNames } from "./dns/record-set";
import { createResolver, type Resolver } from "./dns/resolver";
import { parseServerAddress } from "./dns/server-address";

/** The host names that customers' records point to. */
export const platformNames = ({ mailHost, spfHost, dmarcReportAddress }: Platform): PlatformNames => ({
  mxHosts: [mailHost],
  spf: { include: spfHost },
  mailHost,
  autoconfigHost: mailHost,
  reportsAddress: dmarcReportAddress,
});

/** Which names may be claimed on this installation. */
export const domainNameRules = ({ appUrl, mailHost, spfHost, trialZone }: Platform): DomainNameRules => ({
  allowTest: trialZone !== null,
  platformNames: [mailHost, spfHost, new URL(appUrl).hostname],
});

/** DNS as this installation sees it: its own zone for `.test` in the trial, the configured or the system's resolvers for the rest. */
export const resolverOf = ({ dnsServers, trialZone }: Platform): Resolver =>
  createResolver({
    servers: dnsServers.map(parseServerAddress),
    trialServer: trialZone ? parseServerAddress(trialZone.server) : undefined,
  });
