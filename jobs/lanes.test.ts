import { afterAll, expect, test } from "bun:test";
import { testDatabase } from "../db/testing";
import { eventually } from "../src/lib/testing-eventually";
import { createLog } from "../src/server/log";
import type { Services } from "../src/server/services";
import { enqueue } from "./enqueue";
import { lanes } from "./lanes";
import { type Handlers, startWorker } from "./start-worker";

const { db } = await testDatabase();
const services = { db, log: createLog("test", "error", () => {}) } as Services;
let release = () => {};
const strangers = new Promise<void>((resolve) => (release = resolve));
let waiting = 0;
const ran: string[] = [];

const handlers = {
  "webhook.deliver": async () => {
    waiting += 1;
    await strangers;
  },
  "engine.apply": async ({ id }) => void ran.push(id),
} as Partial<Handlers> as Handlers;

const worker = await startWorker(services, handlers);
afterAll(() => (release(), worker.stop()));

test("however many strangers' servers keep us waiting, our own work goes on beside it", async () => {
  const tenants = Array.from({ length: 100 }, () => Bun.randomUUIDv7());
  await db.transaction(async (tx) => {
    for (const id of tenants) await enqueue(tx, "webhook.deliver", { tenantId: id, webhookId: id }, { key: id });
  });
  const most = Math.max(...lanes.map(({ concurrency }) => concurrency));
  await eventually(
    async () => waiting,
    (count) => count === most,
  );
  const id = Bun.randomUUIDv7();
  await db.transaction((tx) => enqueue(tx, "engine.apply", { tenantId: id, id, kind: "domain" }, { key: id }));
  await eventually(
    async () => ran,
    (ids) => ids.includes(id),
  );
  expect(waiting).toBe(most);
});
