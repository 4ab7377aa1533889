import { action, json, query, redirect, reload } from "@solidjs/router";
import type { WebhookEvent } from "~/lib/webhook-events";
import { trpc } from "~/trpc/client";
import type { DeliveryState } from "../../schema/webhooks";
import { failureKeyOf } from "../failure-key";
import { pageData } from "../page-data";

/** Also what is not allowed or not there: the page says so itself. */
const orNull = <T>(read: () => Promise<T>, ...expected: string[]) =>
  pageData(() =>
    read().catch((error: unknown) => {
      if (expected.includes(failureKeyOf(error) ?? "")) return null;
      throw error;
    }),
  );

/** One page of the webhooks; null for whoever may not see them. */
export const webhookList = query(
  (after?: string) => orNull(() => trpc.auth.webhooks.list.query({ after, limit: 50 }), "auth.role_too_low"),
  "webhooks.list",
);

/** One webhook; null when there is none with this id, or not for the reader. */
export const webhookDetail = query(
  (webhookId: string) =>
    orNull(
      () => trpc.auth.webhooks.get.query({ webhookId }),
      ...["webhook.not_found", "request.invalid", "auth.role_too_low"],
    ),
  "webhooks.get",
);

export type LogView = { webhookId: string; state?: DeliveryState; after?: string };

/** One page of what was sent to a webhook. */
export const deliveryList = query(
  (view: LogView) =>
    orNull(
      () => trpc.auth.webhooks.deliveries.query({ ...view, limit: 25 }),
      ...["webhook.not_found", "request.invalid", "auth.role_too_low"],
    ),
  "webhooks.deliveries",
);

/** A delivery with what was sent and answered. */
export const deliveryDetail = query(
  (deliveryId: string) => orNull(() => trpc.auth.webhooks.delivery.query({ deliveryId }), "delivery.not_found"),
  "webhooks.delivery",
);

const everything = [webhookList.key, webhookDetail.key, deliveryList.key, deliveryDetail.key];
const settingsOf = (form: FormData) => ({
  ...{ url: String(form.get("url")), description: String(form.get("description") ?? "") },
  events: form.getAll("events").map(String) as WebhookEvent[],
});

/** Answers with the new webhook and its secret. */
export const createWebhook = action(
  async (form: FormData) =>
    json(await trpc.auth.webhooks.create.mutate(settingsOf(form)), { revalidate: webhookList.key }),
  "webhooks.create",
);

export const updateWebhook = action(async (form: FormData) => {
  await trpc.auth.webhooks.update.mutate({ webhookId: String(form.get("webhookId")), ...settingsOf(form) });
  return reload({ revalidate: everything });
}, "webhooks.update");

/** Answers with the new secret. */
export const rotateSecret = action(
  async (webhookId: string) => json(await trpc.auth.webhooks.rotateSecret.mutate({ webhookId }), { revalidate: [] }),
  "webhooks.rotateSecret",
);

export const setWebhookEnabled = action(async (webhookId: string, isEnabled: boolean) => {
  await trpc.auth.webhooks.setEnabled.mutate({ webhookId, isEnabled });
  return reload({ revalidate: everything });
}, "webhooks.setEnabled");

export const removeWebhook = action(async (webhookId: string) => {
  await trpc.auth.webhooks.remove.mutate({ webhookId });
  throw redirect("/admin/webhooks", { revalidate: webhookList.key });
}, "webhooks.remove");

export const testWebhook = action(async (webhookId: string) => {
  await trpc.auth.webhooks.test.mutate({ webhookId });
  return reload({ revalidate: everything });
}, "webhooks.test");

export const replayDelivery = action(async (deliveryId: string) => {
  await trpc.auth.webhooks.replay.mutate({ deliveryId });
  return reload({ revalidate: everything });
}, "webhooks.replay");
