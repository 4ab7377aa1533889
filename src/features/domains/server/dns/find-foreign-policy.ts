import type { Finding } from "../../schema/findings";
import { allowsHost, parseMtaStsPolicy } from "./mta-sts-policy";
import type { Resolver } from "./resolver";
import type { Comparison } from "./verdict";

/** The text of the policy file that `host` serves as senders would take it, `null` when there is none. Never rejects. */
export type PolicyFetcher = (host: string) => Promise<string | null>;

const secondsPerDay = 86_400;

/**
 * A policy that another host still serves for the domain and that forbids senders to deliver to us: the one thing that has to be undone before mail is
 * switched over, because senders remember it (RFC 8461 section 8.3).
 */
export async function findForeignPolicy(
  { domain, platform }: Omit<Comparison, "ask">,
  resolve: Resolver,
  fetchPolicy: PolicyFetcher,
): Promise<Finding[]> {
  const host = `mta-sts.${domain}`;
  const addresses = await Promise.all([resolve(host, "A"), resolve(host, "AAAA")]);
  const isForeign = addresses.some(
    (answer) => answer.status === "found" && !answer.aliases.includes(platform.autoconfigHost),
  );
  const text = isForeign ? await fetchPolicy(host) : null;
  const policy = text === null ? undefined : parseMtaStsPolicy(text);
  if (policy?.mode !== "enforce" || platform.mxHosts.every((mx) => allowsHost(policy, mx))) return [];
  const days = String(Math.ceil(policy.maxAgeSeconds / secondsPerDay));
  const vars = { host, days, want: platform.autoconfigHost };
  return [{ code: "sts_enforced_elsewhere", kind: "warning", vars, record: null }];
}
