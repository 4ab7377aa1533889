/** So many webhooks of one tenant are served at a time by one worker: the others' turn comes meanwhile. */
const perTenant = 2;

const busy = new Map<string, Set<string>>();

/** Takes the right to serve a webhook in this process. Returns how to give it back, null when it is taken or the tenant has its share. */
export function takeDeliverySlot(tenantId: string, webhookId: string): (() => void) | null {
  const taken = busy.get(tenantId) ?? new Set();
  if (taken.has(webhookId) || taken.size >= perTenant) return null;
  busy.set(tenantId, taken.add(webhookId));
  return () => {
    taken.delete(webhookId);
    if (taken.size === 0) busy.delete(tenantId);
  };
}
