import { z } from "zod";
import { EngineError } from "../engine-error.ts";

const CoreLimits = z.object({
  maxCallsInRequest: z.int().min(1).catch(16),
  maxObjectsInGet: z.int().min(1).catch(500),
  maxObjectsInSet: z.int().min(1).catch(500),
  maxSizeUpload: z.int().min(1).catch(50_000_000),
});
const MailLimits = z.object({ maxSizeAttachmentsPerEmail: z.int().min(1).catch(50_000_000) });

/** RFC 8620 section 2. */
const SessionReply = z.object({
  capabilities: z.record(z.string(), z.unknown()),
  accounts: z.record(z.string(), z.object({ accountCapabilities: z.record(z.string(), z.unknown()).default({}) })),
  primaryAccounts: z.record(z.string(), z.string()),
  apiUrl: z.string(),
  downloadUrl: z.string(),
  uploadUrl: z.string(),
  eventSourceUrl: z.string(),
});

export type Session = {
  accountId: string;
  /** Capabilities that the server knows, wherever it lists them, of those that this adapter speaks. */
  using: string[];
  maxCalls: number;
  /** Ids in one get or set. */
  maxIds: number;
  /** One file, and all files of a message; octets. */
  maxUploadBytes: number;
  maxAttachmentsBytes: number;
  apiUrl: string;
  downloadUrl: string;
  uploadUrl: string;
  eventSourceUrl: string;
};

const spoken = ["core", "mail", "submission", "quota", "sieve"].map((name) => `urn:ietf:params:jmap:${name}`);
export const stalwartCapability = "urn:stalwart:jmap";
export const mailCapability = "urn:ietf:params:jmap:mail";
export const quotaCapability = "urn:ietf:params:jmap:quota";

/**
 * Reads a session for the account of `capability`. Throws `unauthorized` when there is none: Stalwart answers 200 with no accounts
 * to strangers.
 */
export function readSession(reply: unknown, capability: string): Session {
  const session = SessionReply.parse(reply);
  const accountId = session.primaryAccounts[capability];
  if (accountId === undefined) throw new EngineError("unauthorized", `the session has no account for ${capability}`);
  const limits = CoreLimits.parse(session.capabilities["urn:ietf:params:jmap:core"] ?? {});
  const ofAccount = session.accounts[accountId]?.accountCapabilities;
  const mailLimits = MailLimits.parse(ofAccount?.[mailCapability] ?? session.capabilities[mailCapability] ?? {});
  // Some capabilities are listed only per account, or only among the primary accounts.
  const known = {
    ...session.capabilities,
    ...ofAccount,
    ...session.primaryAccounts,
  };
  return {
    accountId,
    using: [...spoken, stalwartCapability].filter((name) => name in known),
    maxCalls: Math.min(16, limits.maxCallsInRequest),
    maxIds: Math.min(500, limits.maxObjectsInGet, limits.maxObjectsInSet),
    maxUploadBytes: limits.maxSizeUpload,
    maxAttachmentsBytes: mailLimits.maxSizeAttachmentsPerEmail,
    apiUrl: session.apiUrl,
    downloadUrl: session.downloadUrl,
    uploadUrl: session.uploadUrl,
    eventSourceUrl: session.eventSourceUrl,
  };
}
