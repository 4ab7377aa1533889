import { action, query, reload } from "@solidjs/router";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { trpc } from "~/trpc/client";
import { pageData } from "../page-data";

/** One page of what became of the own mail; of one message when `messageId` names it. */
export const ownDeliveries = query(
  (asked: { messageId?: string; after?: string }) =>
    pageData(() => trpc.webmail.trace.list.query({ ...asked, limit: asked.messageId ? 100 : 10 })),
  "webmail.trace.list",
);

/** What happened to one own message; null when it is not known any more. */
export const ownTrace = query(
  (mailDeliveryId: string) =>
    pageData(() =>
      trpc.webmail.trace.get.query({ mailDeliveryId }).catch((error: unknown) => {
        if (failureKeyOf(error) === "delivery.not_found") return null;
        throw error;
      }),
    ),
  "webmail.trace.get",
);

export const cancelOwnMail = action(async (mailDeliveryId: string, all: boolean) => {
  await trpc.webmail.trace.cancel.mutate({ mailDeliveryId, all });
  return reload({ revalidate: [ownDeliveries.key, ownTrace.key] });
}, "webmail.trace.cancel");
