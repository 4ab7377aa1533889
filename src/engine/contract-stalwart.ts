import { managedPeer } from "./contract-managed.ts";
import type { ContractPeer } from "./contract-peer.ts";

const { CONTRACT_STALWART_URL: baseUrl, CONTRACT_STALWART_KEY: bearer, CONTRACT_STALWART_SMTP: smtp } = process.env;

/** Why the tests against a real Stalwart cannot run here, or `null`. */
export function whyNoStalwart(): string | null {
  if (!baseUrl) return "CONTRACT_STALWART_URL is not set";
  if (!bearer) return "CONTRACT_STALWART_KEY, an administrator's API key, is not set";
  if (!smtp) return "CONTRACT_STALWART_SMTP, host:port that takes mail from outside, is not set";
  return null;
}

/** Any Stalwart from 0.16.18 on. The tests make a domain of their own under .test and remove it. */
export const stalwart: ContractPeer = {
  name: "Stalwart",
  features: new Set([
    "getsWhatItCreated",
    "threadKeywords",
    "push",
    "quota",
    "blindCopies",
    "partialRefusal",
    "passesOn",
    "tellsTakenNames",
  ]),
  hasDirectory: true,
  start() {
    const [host = "", port = "25"] = (smtp ?? "").split(":");
    return managedPeer({
      baseUrl: baseUrl ?? "",
      serviceAuth: { bearer: bearer ?? "" },
      smtp: { host, port: Number(port) },
      stop: async () => undefined,
    });
  },
};
