import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dkimKeys, domainEvents, domains } from "../../../../../db/schema";
import type { DomainState } from "../../../../../db/schema/enums";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { type Ctx, systemContext } from "~/server/context";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { noteEvent } from "../note-event";
import { raiseAlert } from "../raise-alert";
import { lastDigestTime } from "./digest-time";
import { sendDigest } from "./send-digest";
import { waitingAlerts, watchedDomain } from "./testing-alerts";

const { services, owner } = await testServices();
let names = 0;

const hourMs = 3_600_000;
/** A Wednesday at half past eight, more than a day after all is made, whatever the hour of this is. */
const wednesday = (() => {
  const day = lastDigestTime(new Date(Date.now() + 48 * hourMs)).getTime() + 1.5 * hourMs;
  return Array.from({ length: 7 }, (_, at) => new Date(day + at * 24 * hourMs)).find((at) => at.getUTCDay() === 3)!;
})();
const hoursLater = (hours: number) => new Date(wednesday.getTime() + hours * hourMs);
const at = (ctx: Ctx, now: Date): Ctx => ({
  ...systemContext(services, { job: "domain.digest" }, ctx.tenantId),
  now: () => now,
});
const send = (ctx: Ctx, hours = 0) => sendDigest(at(ctx, hoursLater(hours)));
const sent = async (ctx: { actor: { email: string } }) =>
  (await mailedTo(services, owner, ctx.actor.email)).filter(({ kind }) => kind === "domain_digest");

async function domainIn(ctx: Ctx, state: DomainState, more: Partial<typeof domains.$inferInsert> = {}) {
  const name = `summed${names++}.test`;
  const id = await watchedDomain(owner, ctx, name);
  await owner
    .update(domains)
    .set({ state, ...more })
    .where(eq(domains.id, id));
  return { id, name };
}
const note = (ctx: Ctx, domainId: string, hours: number) => {
  const job = at(ctx, hoursLater(hours));
  return job.tx((tx) =>
    noteEvent(tx, job, { domainId, kind: "record", subject: "spf", before: "a", after: `${hours}` }),
  );
};

test("the summary names what is not well, what has to be done and what changed, once a day", async () => {
  const { ctx } = await testMember(services);
  const broken = await domainIn(ctx, "broken");
  const unproven = await domainIn(ctx, "active", { proofMisses: 1, proofMissedSince: new Date() });
  const waiting = await domainIn(ctx, "active");
  const [key] = await owner.select().from(dkimKeys).where(eq(dkimKeys.domainId, waiting.id));
  const { id: _, ...fields } = key!;
  await owner.update(dkimKeys).set({ stage: "active" }).where(eq(dkimKeys.id, key!.id));
  await owner.insert(dkimKeys).values({ ...fields, selector: "next", stage: "pending" });
  const changed = await domainIn(ctx, "active");
  for (const hours of [-30, -3, -2, -1]) await note(ctx, changed.id, hours);
  await note(ctx, broken.id, -2);
  const quiet = await domainIn(ctx, "active");
  await send(ctx);
  await send(ctx, 1);
  const [mail, ...more] = await sent(ctx);
  expect(more).toEqual([]);
  expect(mail!.text).toContain(`- ${broken.name}: Broken`);
  expect(mail!.text).toContain(`- ${changed.name}: 3 changes`);
  for (const { name, id } of [unproven, waiting]) {
    expect(mail!.text).toContain(`- ${name}
`);
    expect(mail!.text).toContain(id);
  }
  expect(mail!.text).not.toContain(quiet.name);
  expect(mail!.text.split(broken.name).length).toBe(2);
  await note(ctx, changed.id, 20);
  await send(ctx, 24);
  expect((await sent(ctx)).at(-1)!.text).toContain(`- ${changed.name}: 1 change\n`);
});

test("where all is well and nothing changed nothing is sent, nor about a domain that is just being set up", async () => {
  const { ctx } = await testMember(services);
  await domainIn(ctx, "active");
  const fresh = await domainIn(ctx, "setting_up", { provenAt: hoursLater(-2) });
  await note(ctx, fresh.id, -1);
  await send(ctx);
  expect(await sent(ctx)).toEqual([]);
});

test("what nobody mends for weeks is told on Mondays", async () => {
  const { ctx } = await testMember(services);
  await domainIn(ctx, "broken");
  for (let day = 0; day < 14; day++) await send(ctx, day * 24);
  expect((await sent(ctx)).length).toBe(2);
});

test("whoever looks after some domains gets the summary of these", async () => {
  const { ctx } = await testMember(services);
  const [mine, other] = [await domainIn(ctx, "active"), await domainIn(ctx, "active")];
  await note(ctx, mine.id, -1);
  await note(ctx, other.id, -1);
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", [mine.id]);
  const { ctx: idle } = await joinTenant(services, ctx.tenantId, "domain_admin", []);
  await send(ctx);
  const [mail] = await sent(held);
  expect([mail!.text.includes(mine.name), mail!.text.includes(other.name)]).toEqual([true, false]);
  expect([(await sent(idle)).length, (await sent(ctx)).length]).toEqual([0, 1]);
});

test("of several workers at once one sends it, and what was waiting to be told again is told by it", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await domainIn(ctx, "broken");
  await note(ctx, domainId, -1);
  const job = at(ctx, hoursLater(-3));
  await job.tx((tx) => raiseAlert(tx, job, { domainId, kind: "broken" }));
  await Promise.all(Array.from({ length: 6 }, () => send(ctx)));
  expect([(await sent(ctx)).length, await waitingAlerts(owner, ctx)]).toEqual([1, []]);
});

test("a domain whose changes are as many as a storm makes is one line", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId, name } = await domainIn(ctx, "active");
  const event = { tenantId: ctx.tenantId, domainId, kind: "record" as const, createdAt: hoursLater(-2) };
  await owner.insert(domainEvents).values(Array.from({ length: 1000 }, () => event));
  await send(ctx);
  const [mail] = await sent(ctx);
  expect(mail!.text).toContain(`- ${name}: 1,000 changes`);
});
