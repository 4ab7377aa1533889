import { expect, setDefaultTimeout, test } from "bun:test";
import { setPassword } from "~/features/users/server/set-password";
import { setQuota } from "~/features/users/server/set-quota";
import { password } from "~/features/users/server/testing-users";
import { eventually } from "~/lib/testing-eventually";
import { testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { ListActivity } from "../schema";
import { listActivity } from "./list-activity";
import { sendMessage } from "./send-message";
import { signInMailbox } from "./sign-in-mailbox";
import { testMailboxes } from "./testing-webmail";

setDefaultTimeout(30_000);

const { services } = await testServices();
const { member, people } = await testMailboxes(services, "activity.test", ["ana", "ben"]);
const { ana, ben } = people;
const all = ListActivity.parse({});

test("a mailbox's owner sees their sign-ins and every act of an administrator on it, and nobody else's", async () => {
  await setQuota(member, { userId: ana.userId, quotaBytes: 3 * 1024 ** 3 });
  await setPassword(member, { userId: ben.userId, password: "another long walk at dawn" });
  const input = {
    idempotencyKey: crypto.randomUUID(),
    to: [ben.address],
    cc: [],
    bcc: [],
    files: [],
    subject: "s",
    text: "t",
  };
  await sendMessage(ana.ctx, input);
  await testBrowser(services)
    .visit((ctx) => signInMailbox(ctx, { address: ana.address, password: "wrong" }))
    .catch(() => {});
  await testBrowser(services).visit((ctx) => signInMailbox(ctx, { address: ana.address, password }));
  const entries = await eventually(
    async () => (await listActivity(ana.ctx, all)).entries,
    (found) => found.length === 5,
  );
  expect(entries.map(({ action }) => action).toSorted()).toEqual([
    ...["auth.sign_in_refused", "session.start", "session.start", "user.create", "user.set_quota"],
  ]);
  const quota = entries.find(({ action }) => action === "user.set_quota");
  expect(quota).toMatchObject({ actor: { kind: "member", label: member.actor.email }, ip: "" });
  expect(entries.find(({ action }) => action === "auth.sign_in_refused")?.ip).toBe("192.0.2.7");
});

test("the activity goes on page by page", async () => {
  const whole = (await listActivity(ana.ctx, all)).entries.map(({ id }) => id);
  const first = await listActivity(ana.ctx, { limit: 2 });
  const rest = await listActivity(ana.ctx, { limit: 100, after: first.next });
  expect([...first.entries, ...rest.entries].map(({ id }) => id)).toEqual(whole);
  expect(rest.next).toBeUndefined();
});
