import { afterAll } from "bun:test";
import { eq } from "drizzle-orm";
import { webhookDeliveries } from "../../../../../db/schema";
import type { Database } from "../../../../../db/client";
import { inScope } from "../../../../../db/transaction";
import type { Ctx } from "~/server/context";
import type { Services } from "~/server/services";
import { queueDelivery } from "~/server/webhooks/queue-delivery";
import type { CreatedWebhook } from "../../schema/webhooks";
import { createWebhook } from "./create-webhook";
import { deliverWebhook } from "./deliver-webhook";

export type Received = { headers: Record<string, string>; body: string };

/** A receiver on loopback that answers by `answer`, 204 by default, and keeps what it got. Ends with the file. */
export function webhookReceiver(
  answer: (received: Received, nth: number) => Response | Promise<Response> = () => new Response(null, { status: 204 }),
) {
  const received: Received[] = [];
  const server = Bun.serve({
    ...{ hostname: "127.0.0.1", port: 0, idleTimeout: 60 },
    async fetch(request) {
      const one = { headers: Object.fromEntries(request.headers), body: await request.text() };
      return answer(one, received.push(one) - 1);
    },
  });
  afterAll(() => server.stop(true));
  return { received, url: `http://127.0.0.1:${server.port}/hook` };
}

/** A webhook for `url` that asked for users being created. */
export const webhookTo = (ctx: Ctx, url: string): Promise<CreatedWebhook> =>
  createWebhook(ctx, { url, description: "", events: ["user.created"] });

/** Puts `count` events in line for a webhook. Returns the deliveries' ids. */
export async function queueEvents(ctx: Ctx, webhookId: string, count = 1): Promise<string[]> {
  const event = (n: number) => ({
    ...{ tenantId: ctx.tenantId, event: "user.created", data: { n }, at: ctx.now() },
  });
  const made: string[] = [];
  for (let n = 0; n < count; n++) made.push(...(await ctx.tx((tx) => queueDelivery(tx, [webhookId], event(n)))));
  return made;
}

/** What the worker does when the job's turn comes. */
export const runDelivery = (services: Services, { tenantId }: Ctx, webhookId: string): Promise<void> =>
  deliverWebhook(services, { tenantId, webhookId });

/** The deliveries of a webhook as they stand, oldest first. */
export const deliveriesOf = (db: Database, { tenantId }: Ctx, webhookId: string) =>
  inScope(db, { tenantId }, (tx) =>
    tx.select().from(webhookDeliveries).where(eq(webhookDeliveries.webhookId, webhookId)).orderBy(webhookDeliveries.id),
  );
