import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { groupPosts } from "../../../../../db/schema";
import { EngineError, type EngineFailure } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import { eventually } from "~/lib/testing-eventually";
import type { Services } from "~/server/services";
import { testServices } from "~/server/testing";
import { approveGroupPost } from "./approve-group-post";
import { lookAtPosts } from "./look-at-posts";
import * as t from "./testing-groups";

const { services, owner } = await testServices();
const world = await t.groupWorld(services, "acme.test");
const { ctx } = world;
const ana = await t.reader(services, world, "ana");
const bea = await t.reader(services, world, "bea");

/** The engine, but passing on goes wrong in the given way once, before or after it was done. */
function troubled(failure: EngineFailure, when: "before" | "after"): Services {
  let isDone = false;
  const passOn =
    (engine: UserEngine): UserEngine["submissions"]["passOn"] =>
    async (message) => {
      if (isDone) return engine.submissions.passOn(message);
      isDone = true;
      if (when === "after") await engine.submissions.passOn(message);
      throw new EngineError(failure, "the reply was lost");
    };
  const forUser = (credential: string): UserEngine => {
    const engine = services.engine.forUser(credential);
    return { ...engine, submissions: { ...engine.submissions, passOn: passOn(engine) } };
  };
  return { ...services, engine: { ...services.engine, forUser } };
}

async function heldPost(localPart: string) {
  const asked = { localPart, isModerated: true } as const;
  const { id: groupId, address } = await t.appliedGroup(services, world, asked, [ana.address, bea.address]);
  await t.write(ana, address, `To ${localPart}`);
  const [post] = await t.lookUntil(services, ctx, groupId, 1);
  await approveGroupPost(ctx, { groupId, postId: post!.id });
  return { groupId, subject: `To ${localPart}` };
}
const look = (at: Services, groupId: string) =>
  lookAtPosts(t.asGroupJob(at, ctx), { groupId }).then(
    () => "done",
    (error: EngineError) => error.failure,
  );
const times = async (reader: t.Reader, subject: string) =>
  (await t.subjectsOf(reader)).filter((one) => one === subject).length;

test("a reply that is lost after the mail server took the post makes nobody get it twice", async () => {
  const { groupId, subject } = await heldPost("lost");
  expect(await look(troubled("unknownOutcome", "after"), groupId)).toBe("unknownOutcome");
  expect(await t.postsOf(ctx, groupId)).toMatchObject([{ state: "passing", decidedAt: null }]);
  expect(await look(services, groupId)).toBe("done");
  expect(await t.postsOf(ctx, groupId)).toMatchObject([{ state: "passed" }]);
  await eventually(
    () => times(bea, subject),
    (count) => count > 0,
  );
  expect([await times(ana, subject), await times(bea, subject)]).toEqual([1, 1]);
});

test("a mail server that is away is tried again, and nothing is lost", async () => {
  const { groupId, subject } = await heldPost("away");
  expect(await look(troubled("unavailable", "before"), groupId)).toBe("unavailable");
  expect(await look(services, groupId)).toBe("done");
  await eventually(
    () => times(bea, subject),
    (count) => count === 1,
  );
});

test("what the mail server refuses for good waits for a person again, with the reason", async () => {
  const { groupId, subject } = await heldPost("refused");
  expect(await look(troubled("refused", "before"), groupId)).toBe("done");
  expect(await t.postsOf(ctx, groupId)).toMatchObject([{ state: "held", reason: "engine_refused" }]);
  expect(await times(bea, subject)).toBe(0);
});

test("a post that a worker died over is left to it for minutes, and then gone on with", async () => {
  const { groupId } = await heldPost("died");
  await owner.update(groupPosts).set({ decidedAt: new Date() }).where(eq(groupPosts.groupId, groupId));
  expect(await look(services, groupId)).toBe("done");
  expect(await t.postsOf(ctx, groupId)).toMatchObject([{ state: "passing" }]);
  expect(await look({ ...services, now: () => new Date(Date.now() + 6 * 60_000) }, groupId)).toBe("done");
  expect(await t.postsOf(ctx, groupId)).toMatchObject([{ state: "passed" }]);
});

test("a message that is handed on again under its key goes to those who do not have it yet", async () => {
  const raw = Buffer.from(
    `From: ${ana.address}\r\nTo: list@x.test\r\nSubject: Keyed\r\nMessage-ID: <k@x>\r\n\r\nHi\r\n`,
  );
  const message = { raw, sender: ana.address, key: "keyed-1" };
  const first = await ana.engine.submissions.passOn({ ...message, recipients: [bea.address] });
  const again = await ana.engine.submissions.passOn({ ...message, recipients: [bea.address, ana.address] });
  expect(again).toEqual(first);
  await eventually(
    () => times(ana, "Keyed"),
    (count) => count === 1,
  );
  expect(await times(bea, "Keyed")).toBe(1);
  const refused = await ana.engine.submissions.passOn({ ...message, key: "keyed-2", recipients: ["nobody@acme.test"] });
  expect(refused.refused.map(({ email }) => email)).toEqual(["nobody@acme.test"]);
  const foreign = ana.engine.submissions.passOn({ ...message, sender: bea.address, recipients: [ana.address] });
  expect(await foreign.catch((error: EngineError) => error.failure)).toBe("refused");
});
