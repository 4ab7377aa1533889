import { z } from "zod";
import type { Quota } from "../mail-objects.ts";
import type { JmapClient } from "./jmap-client.ts";
import { quotaCapability } from "./session.ts";

/** RFC 9425. */
const QuotaObject = z.object({
  resourceType: z.string(),
  scope: z.string(),
  used: z.number(),
  hardLimit: z.number(),
});

export const QuotaReply = z.object({ list: z.array(QuotaObject) });

/** The account's own storage; Stalwart lists nothing when it is unlimited. */
export function toQuota({ list }: z.infer<typeof QuotaReply>): Quota | null {
  const storage = list.find((quota) => quota.resourceType === "octets" && quota.scope === "account");
  return storage ? { usedBytes: storage.used, limitBytes: storage.hardLimit } : null;
}

/** Nothing to call when the server or the credential has no quota capability. */
export async function quotaCall(jmap: JmapClient): Promise<Record<string, [string, Record<string, unknown>]>> {
  const { using } = await jmap.session();
  return using.includes(quotaCapability) ? { quota: ["Quota/get", { ids: null }] } : {};
}

export async function getQuota(jmap: JmapClient): Promise<Quota | null> {
  const call = await quotaCall(jmap);
  if (!call.quota) return null;
  const { quota } = await jmap.send(call, z.object({ quota: QuotaReply }));
  return toQuota(quota);
}
