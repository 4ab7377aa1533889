import { guardedFetch } from "~/server/guarded-fetch/guarded-fetch";
import { targetRulesOf } from "~/server/guarded-fetch/target-rules";
import type { Platform } from "~/server/services";
import type { PolicyFetcher } from "./dns/find-foreign-policy";

const timeoutMs = 5000;
const maxBytes = 65_536;

/**
 * Fetches MTA-STS policies as senders do (RFC 8461 section 3.3): over HTTPS, with a certificate for that very name, following nothing. The name is chosen by
 * a stranger, so nothing but public addresses is called.
 */
export const policyFetcher =
  (platform: Platform): PolicyFetcher =>
  async (host) => {
    const request = { timeoutMs, maxBytes };
    const response = await guardedFetch(
      `https://${host}/.well-known/mta-sts.txt`,
      targetRulesOf(platform),
      request,
    ).catch(() => null);
    const isText = response?.headers["content-type"]?.toLowerCase().startsWith("text/plain");
    return response?.status === 200 && isText && !response.isTruncated ? response.body.toString("utf8") : null;
  };
