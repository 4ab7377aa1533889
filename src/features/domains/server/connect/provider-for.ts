import { AppError, type FailureKey } from "~/lib/errors";
import { targetRulesOf } from "~/server/guarded-fetch/target-rules";
import type { Platform } from "~/server/services";
import { createCloudflare } from "./cloudflare";
import { type DnsProvider, ProviderError, type ProviderFailure } from "./dns-provider";

/** The way into a tenant's zone. */
export const providerFor = (platform: Platform, token: string): DnsProvider =>
  createCloudflare({ token, rules: targetRulesOf(platform), baseUrl: platform.cloudflareUrl });

const keys: Partial<Record<ProviderFailure, FailureKey>> = {
  refused: "dns.refused",
  zone_not_found: "dns.zone_not_found",
  zone_inactive: "dns.zone_inactive",
};

/** Says to whoever asked what a provider did not do. Throws `dns.refused`, `dns.zone_not_found`, `dns.zone_inactive`, `dns.unavailable`. */
export async function forReader<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof ProviderError)) throw error;
    throw new AppError(keys[error.failure] ?? "dns.unavailable", {}, { cause: error });
  });
}
