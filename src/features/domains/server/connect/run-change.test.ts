import { expect, test } from "bun:test";
import type { Ctx } from "~/server/context";
import { auditedActions, testMember, testServices } from "~/server/testing";
import { applyChange } from "./apply-change";
import { getConnection } from "./get-connection";
import { planChange } from "./plan-change";
import { runChange } from "./run-change";
import { testCloudflare } from "./testing-cloudflare";
import { asWorker, changeDns, domainAtCloudflare, withCloudflare } from "./testing-connect";
import { undoChange } from "./undo-change";

const cloudflare = testCloudflare();
const { services: strict, logged } = await testServices();
const services = withCloudflare(strict, cloudflare);
const { ctx } = await testMember(services);
const worker = asWorker(services, ctx);

/** What a zone holds, whatever the provider calls it and we remark on it; long texts stand there in pieces. */
const plain = (lines: string[]) =>
  lines
    .map((line) =>
      line
        .replaceAll('" "', "")
        .replace(/ DeftMail \S+$| of the shop$| old$/, "")
        .trim(),
    )
    .toSorted();
/** The same for every domain: without its name, its proof and its key. */
const common = (lines: string[], name: string) =>
  plain(lines).map((line) => line.replaceAll(name, "*").replace(/deftmail-verify=\S+|p=MI\S+/g, "…"));
const stateOf = async (domainId: string) => (await getConnection(ctx, { domainId })).change;

/** A worker that dies at its `nth` word to the database. */
function dyingAt(nth: number): { ctx: Ctx; isDead: () => boolean } {
  let left = nth;
  const tx: Ctx["tx"] = async (work) => {
    if (--left < 0) throw new Error("killed");
    return worker.tx(work);
  };
  return { ctx: { ...worker, tx }, isDead: () => left < 0 };
}

test("a change does what was shown, leaves everything else alone, and a second look finds nothing to do", async () => {
  const it = await domainAtCloudflare(ctx, cloudflare);
  const plan = await changeDns(services, ctx, it, { movesMail: true });
  const after = plain(it.shown());
  for (const { value } of plan.add) expect(after.some((line) => line.includes(value.split(" ").at(-1)!))).toBe(true);
  expect(after.filter((line) => line.includes("old.test") || line.includes("outlook"))).toEqual([]);
  expect(after).toContain(`${it.name} A  192.0.2.1 proxied`);
  expect(after).toContain(`${it.name} TXT  "some-site-verification=1"`);
  expect(it.zone.records.filter(({ content }) => content.includes("v=spf1"))).toHaveLength(1);
  const again = await planChange(ctx, { domainId: it.domainId, token: it.token, movesMail: true });
  expect([again.add, again.remove]).toEqual([[], []]);
  expect(await stateOf(it.domainId)).toMatchObject({ state: "applied", error: null, isUndo: false });
  expect(await auditedActions(services, ctx.tenantId)).toContain("domain.dns_changed");
});

test("undoing brings every record back as it was, with its proxy and its remark", async () => {
  const it = await domainAtCloudflare(ctx, cloudflare);
  const before = it.shown().toSorted();
  const { changeId } = await changeDns(services, ctx, it, { movesMail: true });
  await undoChange(ctx, { domainId: it.domainId, changeId, token: it.token, keepsToken: false });
  await runChange(worker, { domainId: it.domainId, changeId });
  expect(it.shown().toSorted()).toEqual(before);
  expect(await stateOf(it.domainId)).toMatchObject({ state: "undone", error: null });
});

test("a worker killed at any moment leaves a change that the next one finishes exactly, and undoes exactly", async () => {
  const whole = await domainAtCloudflare(ctx, cloudflare);
  await changeDns(services, ctx, whole);
  const expected = common(whole.shown(), whole.name);
  let kills = 0;
  for (let nth = 0, isOver = false; !isOver; nth += 4) {
    const it = await domainAtCloudflare(ctx, cloudflare);
    const before = it.shown().toSorted();
    const { changeId } = await planChange(ctx, { domainId: it.domainId, token: it.token, movesMail: false });
    const ref = { domainId: it.domainId, changeId };
    await applyChange(ctx, { ...ref, token: it.token, keepsToken: true });
    const first = dyingAt(nth);
    await runChange(first.ctx, ref).catch(() => kills++);
    isOver = !first.isDead();
    await runChange(worker, ref);
    expect(await stateOf(it.domainId)).toMatchObject({ state: "applied", error: null });
    expect(common(it.shown(), it.name)).toEqual(expected);
    await undoChange(ctx, { ...ref, keepsToken: true });
    await runChange(dyingAt(nth).ctx, ref).catch(() => kills++);
    await runChange(worker, ref);
    expect(it.shown().toSorted()).toEqual(before);
  }
  expect(kills).toBeGreaterThan(10);
}, 60_000);

test("what the owner gave a record beside its value stays with it", async () => {
  const it = await domainAtCloudflare(ctx, cloudflare);
  const spf = it.zone.records.find(({ content }) => content.includes("v=spf1"))!;
  spf.tags = ["owner:mail-team"];
  await changeDns(services, ctx, it);
  const now = it.zone.records.find(({ id }) => id === spf.id);
  expect(now).toMatchObject({ content: expect.stringContaining("include:spf"), tags: ["owner:mail-team"] });
});

test("a zone that somebody changed since the preview is left untouched", async () => {
  const it = await domainAtCloudflare(ctx, cloudflare);
  const { changeId } = await planChange(ctx, { domainId: it.domainId, token: it.token, movesMail: false });
  it.zone.records.push({ id: "new", type: "TXT", name: it.name, content: '"v=spf1 -all"', ttl: 300 });
  const before = it.shown();
  await applyChange(ctx, { domainId: it.domainId, changeId, token: it.token, keepsToken: false });
  await runChange(worker, { domainId: it.domainId, changeId });
  expect(it.shown()).toEqual(before);
  expect(await stateOf(it.domainId)).toMatchObject({ state: "failed", error: "changed_since", done: 0 });
});

test("undoing leaves alone what somebody changed since, and says so", async () => {
  const it = await domainAtCloudflare(ctx, cloudflare);
  const { changeId } = await changeDns(services, ctx, it);
  const dmarc = it.zone.records.find(({ name }) => name === `_dmarc.${it.name}`)!;
  dmarc.content = '"v=DMARC1; p=reject"';
  await undoChange(ctx, { domainId: it.domainId, changeId, token: it.token, keepsToken: false });
  await runChange(worker, { domainId: it.domainId, changeId });
  expect(it.zone.records.find(({ id }) => id === dmarc.id)?.content).toBe('"v=DMARC1; p=reject"');
  expect(it.zone.records.some(({ content }) => content.includes("deftmail-verify"))).toBe(false);
  expect(await stateOf(it.domainId)).toMatchObject({ state: "undone", error: "left_some" });
});

test("a provider that fails on the way leaves what was done to be finished or undone", async () => {
  const it = await domainAtCloudflare(ctx, cloudflare);
  const before = it.shown().toSorted();
  const { changeId } = await planChange(ctx, { domainId: it.domainId, token: it.token, movesMail: false });
  const ref = { domainId: it.domainId, changeId };
  let posts = 0;
  // Done, but the answer is lost: nobody knows.
  cloudflare.state.after = (call) => {
    if (call.startsWith("POST") && ++posts === 3) throw new Error("cut");
  };
  await applyChange(ctx, { ...ref, token: it.token, keepsToken: true });
  await runChange(worker, ref);
  cloudflare.state.after = () => {};
  expect(await stateOf(it.domainId)).toMatchObject({ state: "failed", error: "unavailable" });
  await applyChange(ctx, { ...ref, keepsToken: true });
  await runChange(worker, ref);
  expect(await stateOf(it.domainId)).toMatchObject({ state: "applied", error: null });
  expect(new Set(plain(it.shown())).size).toBe(it.shown().length);
  await undoChange(ctx, { ...ref, keepsToken: true });
  await runChange(worker, ref);
  expect(it.shown().toSorted()).toEqual(before);
});

test("a token that was taken back on the way is refused, and none stands in a log", async () => {
  const it = await domainAtCloudflare(ctx, cloudflare);
  const { changeId } = await planChange(ctx, { domainId: it.domainId, token: it.token, movesMail: false });
  await applyChange(ctx, { domainId: it.domainId, changeId, token: it.token, keepsToken: false });
  cloudflare.revoke(it.token);
  await runChange(worker, { domainId: it.domainId, changeId });
  expect(await stateOf(it.domainId)).toMatchObject({ state: "failed", error: "refused" });
  expect(logged.filter((line) => line.includes("token-"))).toEqual([]);
});
