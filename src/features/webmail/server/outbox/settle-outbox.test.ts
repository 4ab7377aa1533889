import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { submissions } from "../../../../../db/schema";
import { systemContext } from "~/server/context";
import { auditedActions, testServices } from "~/server/testing";
import { sendMessage } from "../send-message";
import { testMailboxes } from "../testing-webmail";
import { settleOutbox } from "./settle-outbox";
import { forgetEnd, inHours, newMessage, rowOf } from "./testing-outbox";

setDefaultTimeout(60_000);
const { services, owner } = await testServices();
const { member, people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const job = systemContext(services, { job: "outbox.settle" }, member.tenantId);
const settle = () => settleOutbox(job, { userId: ana.userId });

test("a send whose end was lost with its process is found out", async () => {
  const message = newMessage(bea.address, { subject: "Survived" });
  const { messageId } = await sendMessage(ana.ctx, message);
  await forgetEnd(owner, message.idempotencyKey);
  await settle();
  expect(await rowOf(owner, message.idempotencyKey)).toMatchObject({ state: "sent", messageId });
  expect((await rowOf(owner, message.idempotencyKey)).emailId).toBeString();
  expect(await sendMessage(ana.ctx, message)).toMatchObject({ messageId, refused: [] });
});

test("what never came to the mail server is told to have failed, but not while it may still be under way", async () => {
  const message = newMessage(bea.address, { subject: "Lost" });
  await sendMessage(ana.ctx, message);
  const nowhere = `${crypto.randomUUID()}@acme.test`;
  const ofRow = eq(submissions.idempotencyKey, message.idempotencyKey!);
  await owner.update(submissions).set({ messageId: nowhere }).where(ofRow);
  await forgetEnd(owner, message.idempotencyKey, 2);
  await settle();
  expect((await rowOf(owner, message.idempotencyKey)).state).toBe("sending");
  await forgetEnd(owner, message.idempotencyKey, 5);
  await settle();
  expect(await rowOf(owner, message.idempotencyKey)).toMatchObject({ state: "refused", emailId: null });
  expect(await auditedActions(services, member.tenantId)).toContain("message.refused");
});

test("a call back whose end was lost is found out as well, whichever it was", async () => {
  const [held, called] = [
    newMessage(bea.address, { sendAt: inHours(2) }),
    newMessage(bea.address, { sendAt: inHours(2) }),
  ];
  for (const message of [held, called]) await sendMessage(ana.ctx, message);
  const { engineSubmissionId, emailId } = await rowOf(owner, called.idempotencyKey);
  const { withEngine } = await import("../session-engine");
  await withEngine(ana.ctx, (engine) =>
    engine.submissions.cancel({ submissionId: engineSubmissionId!, emailId: emailId! }),
  );
  const settledAt = new Date(Date.now() - 600_000);
  for (const { idempotencyKey } of [held, called])
    await owner
      .update(submissions)
      .set({ state: "unknown", settledAt })
      .where(eq(submissions.idempotencyKey, idempotencyKey!));
  await settle();
  expect((await rowOf(owner, held.idempotencyKey)).state).toBe("sent");
  expect((await rowOf(owner, called.idempotencyKey)).state).toBe("cancelled");
});
