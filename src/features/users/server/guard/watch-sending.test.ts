import { expect, test } from "bun:test";
import { inScope } from "../../../../../db/transaction";
import { mailboxNetworks } from "../../../../../db/schema";
import { sendMessage } from "~/features/webmail/server/send-message";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { ListCases } from "../../schema/guard";
import { findSign } from "./find-sign";
import { listCases } from "./list-cases";
import { readFigures } from "./read-figures";
import { guardWorld, mailTo, type PastMessage, sendInPast, strangers } from "./testing-guard";
import { watchSending } from "./watch-sending";

const world = await testServices();
const { services, owner } = world;
const { member, people, tenantId, rowOf, senderOf, openCase, accountOf, flood } = await guardWorld(world, [
  ...["ana", "bea", "cleo", "dora"],
]);

test("a mailbox that writes to strangers in masses is stopped in the mail server and in webmail, and still receives", async () => {
  const ana = await senderOf("ana");
  await flood(ana, 40);
  expect((await accountOf(ana))!.blocks).toEqual(["send"]);
  expect(await refusalOf(sendMessage(people.ana!.ctx, mailTo(["one@far.test"])))).toBe("user.sending_paused");
  await sendMessage(people.bea!.ctx, mailTo([ana.address]));
  expect(await openCase(ana)).toMatchObject({ sign: "fan_out", evidence: { strangers: 40, recipients: 40 } });
  expect(await auditedActions(services, tenantId)).toContain("guard.pause");
  await watchSending(services, tenantId, [ana.mailUserId]);
  expect((await listCases(member, ListCases.parse({ userId: ana.mailUserId }))).cases.length).toBe(1);
});

test("webmail refuses the message that would be one too many, before it is sent", async () => {
  const bea = await senderOf("bea");
  await sendInPast(owner, bea, [{ at: new Date(), to: strangers(20) }]);
  expect(await refusalOf(sendMessage(people.bea!.ctx, mailTo(strangers(20, 50))))).toBe("user.sending_paused");
  expect((await rowOf(bea.address)).sendingPausedAt).not.toBeNull();
  expect(await auditedActions(services, tenantId)).not.toContain("message.refused");
});

test("mail within the tenant counts for nothing", async () => {
  const dora = await senderOf("dora");
  const to = Array.from({ length: 90 }, (_, at) => `colleague${at}@guarded.test`);
  await sendInPast(owner, dora, [{ at: new Date(), to }]);
  await watchSending(services, tenantId, [dora.mailUserId]);
  expect((await rowOf(dora.address)).sendingPausedAt).toBeNull();
});

/** A number between 0 and 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test("50 days of a busy person raise no false alarm: mailings, journeys, bounces, forgotten passwords and all", async () => {
  const cleo = await senderOf("cleo");
  const random = seeded(7);
  const known = strangers(150, 10_000);
  let next = 20_000;
  const found: unknown[] = [];
  for (let day = 0; day < 50; day++) {
    const morning = Date.UTC(2026, 2, 1 + day, 8);
    const network = { network: `198.51.${day}.0/24`, firstSeenAt: new Date(morning), lastSeenAt: new Date(morning) };
    if (day % 7 === 3)
      await owner.insert(mailboxNetworks).values({ tenantId, mailUserId: cleo.mailUserId, ...network });
    const count = 30 + Math.floor(random() * 50);
    const messages = Array.from({ length: count }, (_, at): PastMessage => {
      const to = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
        random() < 0.15 ? strangers(1, next++)[0]! : known[Math.floor(random() * known.length)]!,
      );
      return { at: new Date(morning + (at / count) * 9 * 3_600_000), to, isRefused: random() < 0.02 };
    });
    if (day % 10 === 9) messages.push({ at: new Date(morning + 5 * 3_600_000), to: known.slice(0, 60) });
    await sendInPast(owner, cleo, messages, { failedSignIns: day % 6 === 0 ? 4 : 0 });
    for (let quarter = 1; quarter <= 37; quarter += 2) {
      const at = new Date(morning + quarter * 900_000 + 1);
      const [figures] = await inScope(services.db, { tenantId }, (tx) => readFigures(tx, [cleo.mailUserId], at));
      const sign = findSign(figures!);
      if (sign) found.push({ at, ...sign });
    }
  }
  expect(found).toEqual([]);
}, 60_000);
