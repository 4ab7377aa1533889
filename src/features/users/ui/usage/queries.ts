import { action, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import type { StorageMode } from "../../schema/usage";

/** What a mailbox holds and held. */
export const userUsage = query(
  (userId: string) => pageData(() => trpc.users.usage.get.query({ userId })),
  "users.usage",
);

/** What all mailboxes hold together. */
export const tenantStorage = query(() => pageData(() => trpc.users.usage.tenant.query()), "users.storage");

export const setStorageMode = action(async (form: FormData) => {
  await trpc.users.usage.setMode.mutate({ mode: String(form.get("mode")) as StorageMode });
  return reload({ revalidate: [tenantStorage.key, userUsage.key] });
}, "users.usage.setMode");
