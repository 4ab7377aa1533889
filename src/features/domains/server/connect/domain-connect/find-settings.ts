import { z } from "zod";
import { guardedFetch } from "~/server/guarded-fetch/guarded-fetch";
import type { TargetRules } from "~/server/guarded-fetch/target-rules";
import type { Resolver } from "../../dns/resolver";

/** What a DNS provider says of itself for one zone (draft-ietf-dconn-domainconnect-05, section 7.2). */
export type ConnectSettings = { zone: string; providerName: string; urlAPI: string; urlSyncUX: string | null };

const Settings = z.object({
  providerId: z.string().max(255),
  providerName: z.string().min(1).max(255),
  providerDisplayName: z.string().min(1).max(255).nullish(),
  urlSyncUX: z.string().max(1000).nullish(),
  urlAPI: z.string().max(1000),
  /** What we would have to understand. */
  crit: z.array(z.string()).nullish(),
});

const authorityAndPath = /^[a-z0-9.-]+(?::\d{1,5})?(?:\/[\w.~/-]*)?$/i;
const understood = new Set(["providerId", "providerName", "providerDisplayName", "urlSyncUX", "urlAPI"]);
/** A zone that lists many is not followed to all of them. */
const maxRecords = 2;
const limits = { timeoutMs: 5000, maxBytes: 65_536 };

export type SettingsSource = { resolve: Resolver; rules: TargetRules };

/** Trials and tests talk to servers on this very machine. */
const isLoopback = ({ hostname }: URL, { allowsLoopback }: TargetRules) => allowsLoopback && hostname === "127.0.0.1";

function baseOf(text: string, rules: TargetRules): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url, rules));
  return isSafe && !url.search && !url.hash && !url.username ? text.replace(/\/+$/, "") : null;
}

/**
 * Asks the provider of a zone for its way to connect: the zone names a server, the server tells the rest. The zone is its owner's, so the server is a stranger's:
 * it is called guarded, following nothing. `null` when there is no such way; never rejects.
 */
export async function findSettings(zone: string, { resolve, rules }: SettingsSource): Promise<ConnectSettings | null> {
  const answer = await resolve(`_domainconnect.${zone}`, "TXT");
  const places = answer.status === "found" ? answer.records.filter((text) => authorityAndPath.test(text)) : [];
  for (const place of places.slice(0, maxRecords)) {
    const scheme = isLoopback(new URL(`http://${place}`), rules) ? "http" : "https";
    const reply = await fetchJson(`${scheme}://${place.replace(/\/+$/, "")}/v2/${zone}/settings`, rules);
    const settings = Settings.safeParse(reply).data;
    if (!settings || settings.crit?.some((name) => !understood.has(name) && reply && name in (reply as object)))
      continue;
    const urlAPI = baseOf(settings.urlAPI, rules);
    if (!urlAPI) continue;
    const providerName = settings.providerDisplayName ?? settings.providerName;
    return { zone, providerName, urlAPI, urlSyncUX: settings.urlSyncUX ? baseOf(settings.urlSyncUX, rules) : null };
  }
  return null;
}

/** Whether the provider has taken our template in (section 8.2). */
export async function knowsTemplate(
  { urlAPI }: ConnectSettings,
  { providerId, serviceId }: { providerId: string; serviceId: string },
  { rules }: SettingsSource,
): Promise<boolean> {
  const url = `${urlAPI}/v2/domainTemplates/providers/${providerId}/services/${serviceId}`;
  const response = await guardedFetch(url, rules, limits).catch(() => null);
  return response !== null && response.status >= 200 && response.status < 300;
}

async function fetchJson(url: string, rules: TargetRules): Promise<unknown> {
  const headers = { accept: "application/json" };
  const response = await guardedFetch(url, rules, { ...limits, headers }).catch(() => null);
  if (response?.status !== 200 || response.isTruncated) return null;
  try {
    return JSON.parse(response.body.toString("utf8")) as unknown;
  } catch {
    return null;
  }
}
