import { expect, test } from "bun:test";
import { eq, inArray } from "drizzle-orm";
import { enqueue } from "../../../../../jobs/enqueue";
import { handlers } from "../../../../../jobs/handlers";
import { startWorker } from "../../../../../jobs/start-worker";
import { domains, jobs, notices, tenants } from "../../../../../db/schema";
import { until } from "~/lib/testing-until";
import { createMailer } from "~/server/mailer";
import { testMember, testServices } from "~/server/testing";
import { startRelay } from "~/server/testing-relay";
import { lastDigestTime } from "./digest-time";
import { raise, watchedDomain } from "./testing-alerts";

const { services, owner } = await testServices();

test("two workers bring what has waited, and the summary of the day, to a mail server once each", async () => {
  const relay = await startRelay({ disabledCommands: ["STARTTLS"] });
  const mailer = createMailer({ url: `smtp://127.0.0.1:${relay.port}`, from: "no-reply@deftmail.test" });
  const { ctx } = await testMember(services);
  const domainId = await watchedDomain(owner, ctx, "worked.test");
  const day = 24 * 3_600_000;
  let morning = lastDigestTime(new Date(Date.now() + 2 * day)).getTime();
  // On other days nothing is said of trouble without any change.
  while (new Date(morning).getUTCDay() !== 1) morning += day;
  await raise(services, ctx, (morning - Date.now()) / 60_000 - 60, { domainId, kind: "broken" });
  await owner.update(domains).set({ state: "broken" }).where(eq(domains.id, domainId));
  const longAgo = new Date(Date.now() - 49 * 3_600_000);
  await owner.update(tenants).set({ createdAt: longAgo }).where(eq(tenants.id, ctx.tenantId));
  // The look at DNS that comes with a new domain is another matter.
  await owner.delete(jobs);
  const noon = new Date(morning + 5 * 3_600_000);
  const at = { ...services, mailer, now: () => noon };
  const workers = [await startWorker(at, handlers), await startWorker(at, handlers)];
  const sweep = (name: "domain.alert.sweep" | "domain.digest.sweep") =>
    services.db.transaction(async (tx) => {
      for (const key of ["a", "b"]) await enqueue(tx, name, {}, { key });
    });
  const isQuiet = async () => {
    const open = await owner
      .select()
      .from(jobs)
      .where(inArray(jobs.state, ["pending", "running"]));
    return open.length === 0 && (await owner.select().from(notices)).length === 0;
  };
  try {
    await sweep("domain.alert.sweep");
    await until(async () => relay.mails.length > 0 && (await isQuiet()), 20_000);
    await sweep("domain.digest.sweep");
    await until(async () => relay.mails.length > 1 && (await isQuiet()), 20_000);
  } finally {
    for (const worker of workers) await worker.stop();
  }
  expect(relay.mails.map(({ to, raw }) => [to, /^Subject: (.*)\r$/m.exec(raw)?.[1]])).toEqual([
    [[ctx.actor.email], "worked.test: mail may be lost"],
    [[ctx.actor.email], "Today's look at the domains of Test"],
  ]);
}, 60_000);
