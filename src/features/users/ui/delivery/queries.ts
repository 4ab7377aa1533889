import { action, query, reload } from "@solidjs/router";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import type { DeliveryView } from "./delivery-params";

/** One page of what became of mail. */
export const deliveryList = query(
  ({ id: _, limit = 50, ...view }: DeliveryView & { limit?: number }) =>
    pageData(() => trpc.users.trace.list.query({ ...view, limit })),
  "users.trace.list",
);

/** What happened to one message; null when it is not known, or not to the reader. */
export const mailTrace = query(
  (mailDeliveryId: string) =>
    pageData(() =>
      trpc.users.trace.get.query({ mailDeliveryId }).catch((error: unknown) => {
        if (["delivery.not_found", "request.invalid"].includes(failureKeyOf(error) ?? "")) return null;
        throw error;
      }),
    ),
  "users.trace.get",
);

const refreshed = () => reload({ revalidate: [deliveryList.key, mailTrace.key] });

export const retryMail = action(async (mailDeliveryId: string) => {
  await trpc.users.trace.retry.mutate({ mailDeliveryId });
  return refreshed();
}, "users.trace.retry");

export const cancelMail = action(async (mailDeliveryId: string, all: boolean) => {
  await trpc.users.trace.cancel.mutate({ mailDeliveryId, all });
  return refreshed();
}, "users.trace.cancel");
