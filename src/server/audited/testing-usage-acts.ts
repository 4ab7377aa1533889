import { type Acts, byOwner } from "./testing-act";

/** Storage of a tenant. */
export const usageActs: Acts = {
  "users.usage.setMode": { audits: ["tenant.set_storage_mode"], call: byOwner(() => ({ mode: "pooled" })) },
};
