import { syncQuota } from "../../src/features/users/server/sync-quota";
import type { Handler } from "../handler";

export const onEmailQuotaSync: Handler<"email-quota-sync"> = async (_, services) => {
  await syncQuota(services);
};
