import { action, query, reload } from "@solidjs/router";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";

/** How a domain's DNS can be changed from here, and how far the last change is. */
export const connectState = query(
  (domainId: string) => pageData(() => trpc.domains.connect.get.query({ domainId })),
  "domains.connect",
);

/** What the DNS provider offers by itself; `null` where that cannot be found out, or not by this reader. */
export const discovered = query(
  (domainId: string, movesMail: boolean) =>
    pageData(async () => {
      try {
        return (await trpc.domains.connect.discover.query({ domainId, movesMail })).domainConnect;
      } catch (error) {
        if (failureKeyOf(error) === "auth.required") throw error;
        return null;
      }
    }),
  "domains.discover",
);

export const forgetToken = action(async (domainId: string) => {
  await trpc.domains.connect.forget.mutate({ domainId });
  return reload({ revalidate: connectState.key });
}, "domains.forgetToken");
