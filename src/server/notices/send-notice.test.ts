import { expect, test } from "bun:test";
import { and, eq, like } from "drizzle-orm";
import { handlers } from "../../../jobs/handlers";
import { startWorker } from "../../../jobs/start-worker";
import { jobs, notices } from "../../../db/schema";
import { until } from "../../lib/testing-until";
import { createMailer } from "../mailer";
import { testServices } from "../testing";
import { startRelay } from "../testing-relay";
import { queueNotice } from "./queue-notice";
import { sendNotice } from "./send-notice";

const { services, owner, logged } = await testServices();
const link = "http://localhost:3000/reset#canary-of-a-token";
const plain = { disabledCommands: ["STARTTLS"] };
const relayed = (port: number) => ({
  ...services,
  mailer: createMailer({ url: `smtp://127.0.0.1:${port}`, from: "no-reply@deftmail.test" }),
});
const newest = async () => (await owner.select().from(notices).orderBy(notices.id)).at(-1)!;

async function queued(recipient = "ana@acme.example"): Promise<string> {
  await services.db.transaction((tx) =>
    queueNotice(tx, services, { kind: "reset_password", recipient, locale: "en", fields: { link } }),
  );
  return (await newest()).id;
}

test("a notice is sent and forgotten, and a second run of its job sends nothing", async () => {
  const relay = await startRelay(plain);
  const id = await queued();
  await sendNotice(relayed(relay.port), id);
  await sendNotice(relayed(relay.port), id);
  expect(relay.mails.map(({ to }) => to)).toEqual([["ana@acme.example"]]);
  expect(await owner.select().from(notices).where(eq(notices.id, id))).toEqual([]);
});

test("without a relay it is kept, to be read in the trial", async () => {
  const id = await queued();
  await sendNotice(services, id);
  expect((await newest()).state).toBe("kept");
});

test("what is not committed is not sent", async () => {
  const before = (await owner.select().from(notices)).length;
  const undone = services.db.transaction(async (tx) => {
    const fields = { link };
    await queueNotice(tx, services, { kind: "reset_password", recipient: "x@y.example", locale: "en", fields });
    throw new Error("undone");
  });
  expect(await undone.catch((error: Error) => error.message)).toBe("undone");
  expect((await owner.select().from(notices)).length).toBe(before);
});

test("a relay that is down is tried again until it takes the mail", async () => {
  const relay = await startRelay(plain);
  await relay.stop();
  await owner.delete(jobs);
  const id = await queued("later@acme.example");
  const worker = await startWorker(relayed(relay.port), handlers);
  try {
    const failed = and(eq(jobs.key, id), like(jobs.lastError, "%"));
    await until(async () => (await owner.select().from(jobs).where(failed)).length > 0, 20_000);
    const again = await startRelay({ ...plain, port: relay.port });
    await owner.update(jobs).set({ runAt: new Date() }).where(eq(jobs.key, id));
    await until(() => again.mails.length > 0, 20_000);
    await until(async () => (await owner.select().from(notices).where(eq(notices.id, id))).length === 0);
    expect(again.mails.map(({ to }) => to)).toEqual([["later@acme.example"]]);
  } finally {
    await worker.stop();
  }
}, 60_000);

test("V16.2.5 V13.3.1 the link of a notice is in no row and in no log line", async () => {
  await queued();
  const rows = JSON.stringify([await owner.select().from(notices), await owner.select().from(jobs)]);
  expect([rows.includes("canary-of-a-token"), logged.join("").includes("canary-of-a-token")]).toEqual([false, false]);
});
