import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { signInMailbox } from "./sign-in-mailbox";
import { appliedUser, password, tenantWithDomain } from "~/features/users/server/testing-users";
import { mailboxContext } from "~/server/context";
import { auditedActions, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { submissions } from "../../../../db/schema";
import { ListThreads } from "../schema";
import { SendMessage } from "../schema/sending";
import { listThreads } from "./list-threads";
import { sendMessage } from "./send-message";
import { settleSubmission } from "./settle-submission";

const { services, owner } = await testServices();
const { ctx: member, domainId } = await tenantWithDomain(services, "acme.test");
const user = await appliedUser(services, member, domainId, "ana");
const browser = testBrowser(services);
await browser.visit((as) => signInMailbox(as, { address: user.address, password }));
const ana = await browser.visit((as) => mailboxContext(as));

const message = (subject: string) =>
  SendMessage.parse({ idempotencyKey: crypto.randomUUID(), to: [user.address], subject, text: "Hello." });
const rowOf = async ({ idempotencyKey }: SendMessage) =>
  (await owner.select().from(submissions).where(eq(submissions.idempotencyKey, idempotencyKey!)))[0]!;

test("of one click that arrives twenty times at once one message is made, and that it was sent is what stays", async () => {
  const once = message("Twenty");
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      sendMessage(ana, once).then(
        ({ messageId }) => messageId,
        (error) => error.key,
      ),
    ),
  );
  const row = await rowOf(once);
  expect(row.state).toBe("sent");
  expect(new Set(outcomes.filter((outcome) => outcome !== "submission.unknown_outcome"))).toEqual(
    new Set([row.messageId]),
  );
  const { threads } = await browser.visit((as) => listThreads(mailboxContext(as), ListThreads.parse({ role: "sent" })));
  expect(threads.filter(({ subject }) => subject === "Twenty").length).toBe(1);
  const audited = await auditedActions(services, ana.tenantId);
  expect(audited.filter((action) => action === "message.sent").length).toBe(1);
});

test("whoever could not tell does not talk over who could", async () => {
  const sent = message("Certain");
  await sendMessage(ana, sent);
  const { id } = await rowOf(sent);
  await settleSubmission(ana, id, { state: "unknown", error: "?" });
  expect((await rowOf(sent)).state).toBe("sent");
});
