import { isIP } from "node:net";
import type { Platform } from "~/server/services";
import type { DomainNameRules } from "~/lib/domain-name";
import type { PlatformNames } from "./dns/record-set";
import { createDnsDesk, type DnsDesk } from "./dns/dns-desk";
import { findAuthority } from "./dns/find-authority";
import { mtaStsIdOf, ourMtaStsPolicy } from "./dns/mta-sts-policy";
import { createResolver, type Resolver } from "./dns/resolver";
import { type Authority, parseServerAddress } from "./dns/server-address";

/** Where the panel answers, if that is a name that others can look up; in a trial on one machine, the mail host stands for it. */
function webHostOf({ appUrl, mailHost }: Platform): string {
  const { hostname } = new URL(appUrl);
  return isIP(hostname.replace(/^\[|\]$/g, "")) || !hostname.includes(".") ? mailHost : hostname;
}

/** The host names that customers' records point to. */
export function platformNames(platform: Platform): PlatformNames {
  const { mailHost, spfHost, dmarcReportAddress, mtaStsMode } = platform;
  const mxHosts = [mailHost];
  return {
    ...{ mxHosts, mailHost, spf: { include: spfHost }, autoconfigHost: webHostOf(platform) },
    reportsAddress: dmarcReportAddress,
    mtaStsId: mtaStsMode === "none" ? undefined : mtaStsIdOf(ourMtaStsPolicy(mxHosts, mtaStsMode)),
  };
}

/** The trial's own zones under `.test`, in which the platform's hosts are published. */
export const trialZonesOf = ({ mailHost, spfHost }: Pick<Platform, "mailHost" | "spfHost">): string[] => {
  const zones = [mailHost, spfHost].map((host) => host.split(".").slice(-2).join("."));
  return [...new Set(zones)].filter((zone) => zone.endsWith(".test"));
};

/** Which names may be claimed on this installation. */
export const domainNameRules = ({ appUrl, mailHost, spfHost, dkimZone, trialZone }: Platform): DomainNameRules => ({
  allowTest: trialZone !== null,
  platformNames: [
    mailHost,
    spfHost,
    ...(dkimZone ? [dkimZone.name] : []),
    new URL(appUrl).hostname,
    ...(trialZone ? trialZonesOf({ mailHost, spfHost }) : []),
  ],
});

/** DNS as this installation sees it: its own zone for `.test` in the trial, the configured or the system's resolvers for the rest. */
export const resolverOf = (platform: Platform): Resolver => createResolver(routesOf(platform));

/**
 * The same, but what lies in the zone of `domain` is asked of that zone's own servers; and who they are, where that is known. `likely` are their names
 * as they were last time.
 */
export async function resolverFor(
  domain: string,
  platform: Platform,
  likely: string[] = [],
): Promise<{ resolve: Resolver; authority: Authority | null }> {
  const isInTrial = platform.trialZone !== null && domain.endsWith(".test");
  if (isInTrial) return { resolve: resolverOf(platform), authority: null };
  const routes = { ...routesOf(platform), desk: deskOf(platform) };
  const authority = await findAuthority(domain, createResolver(routes), { likely });
  // Without the zone's own servers there is nothing to tell its names from others by: none is taken from what another check heard.
  return { resolve: authority ? createResolver({ ...routes, authority }) : resolverOf(platform), authority };
}

const desks = new WeakMap<Platform, DnsDesk>();

/** One for all checks of the process. */
export function deskOf(platform: Platform): DnsDesk {
  const desk = desks.get(platform) ?? createDnsDesk(platform.dnsZoneRate);
  desks.set(platform, desk);
  return desk;
}

const routesOf = ({ dnsServers, trialZone }: Platform) => ({
  servers: dnsServers.map(parseServerAddress),
  trialServer: trialZone ? parseServerAddress(trialZone.server) : undefined,
});
