import { expect, setDefaultTimeout, test } from "bun:test";
import { addAlias } from "~/features/users/server/aliases/add-alias";
import { applyNow } from "~/features/users/server/testing-users";
import { AppError } from "~/lib/errors";
import { refusalOf, testServices } from "~/server/testing";
import { ListThreads } from "../schema";
import { SendMessage, type SendMessageInput } from "../schema/sending";
import { getMessage } from "./get-message";
import { listThreads } from "./list-threads";
import { setPreferences } from "./preferences/set-preferences";
import { sendMessage } from "./send-message";
import { withEngine } from "./session-engine";
import { putMail, testMailboxes, until } from "./testing-webmail";

setDefaultTimeout(60_000);
const { services } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const mail = (change: Partial<SendMessageInput> = {}) =>
  SendMessage.parse({ idempotencyKey: crypto.randomUUID(), to: [bea.address], subject: "s", text: "t", ...change });
const rowsIn = async (role: "inbox" | "sent" | "drafts", who = ana) =>
  (await listThreads(who.ctx, ListThreads.parse({ role }))).threads;
const subjectsIn = async (role: "inbox" | "sent" | "drafts", who = ana) =>
  (await rowsIn(role, who)).map(({ subject }) => subject);
/** A stored draft. */
const putDraft = (subject: string) => {
  const raw = new TextEncoder().encode(`From: ${ana.address}\r\nSubject: ${subject}\r\n\r\nHello\r\n`);
  const message = { raw, role: "drafts", keywords: ["$draft", "$seen"], receivedAt: new Date() } as const;
  return withEngine(ana.ctx, (engine) => engine.messages.import({ ...message, keywords: [...message.keywords] })).then(
    ({ id }) => id,
  );
};

test("names, HTML and a hidden copy go out as they were written", async () => {
  const to = [{ name: "Béa Roux", email: bea.address }];
  const sent = await sendMessage(
    ana.ctx,
    mail({ to, bcc: [ana.address], subject: "Rich", html: "<p>It <b>works</b></p>" }),
  );
  expect(sent.undoSeconds).toBe(0);
  await until("the message has arrived", async () => (await subjectsIn("inbox", bea)).includes("Rich"));
  const [row] = (await rowsIn("inbox", bea)).filter(({ subject }) => subject === "Rich");
  const arrived = await getMessage(bea.ctx, { messageId: row!.messageId });
  expect(arrived).toMatchObject({ to, bcc: [], text: expect.stringContaining("t") });
  expect(arrived.html).toContain("<b>works</b>");
  const [copy] = (await rowsIn("sent")).filter(({ subject }) => subject === "Rich");
  expect((await getMessage(ana.ctx, { messageId: copy!.messageId })).bcc.map(({ email }) => email)).toEqual([
    ana.address,
  ]);
});

test("a draft that is sent is gone from Drafts, and two tabs that send it send it once", async () => {
  const draftId = await putDraft("Both");
  const [one, two] = [mail({ subject: "Both", draftId }), mail({ subject: "Both", draftId, text: "other words" })];
  const outcomes = await Promise.all([one, two].map((message) => refusalOf(sendMessage(ana.ctx, message))));
  expect(outcomes.toSorted()).toEqual(["none", "submission.draft_gone"]);
  await until("the message has arrived", async () => (await subjectsIn("inbox", bea)).includes("Both"));
  expect((await subjectsIn("inbox", bea)).filter((subject) => subject === "Both").length).toBe(1);
  expect(await subjectsIn("drafts")).not.toContain("Both");
  expect(await refusalOf(sendMessage(ana.ctx, mail({ subject: "Both", draftId })))).toBe("submission.draft_gone");
});

test("a draft that was saved anew in another tab is not sent as it was before", async () => {
  const draftId = await putDraft("Stale");
  await withEngine(ana.ctx, (engine) => engine.messages.destroy([draftId]));
  expect(await refusalOf(sendMessage(ana.ctx, mail({ subject: "Stale", draftId })))).toBe("submission.draft_gone");
  expect(await subjectsIn("sent")).not.toContain("Stale");
});

test("however often a message is refused one draft of it is left, which the refusal names", async () => {
  const refused = async (draftId?: string) => {
    const message = mail({ to: ["nobody@acme.test"], subject: "Again", ...(draftId ? { draftId } : {}) });
    const error = await sendMessage(ana.ctx, message).catch((thrown: unknown) => thrown);
    return error instanceof AppError ? error.details.draftId : undefined;
  };
  const first = await refused();
  expect(first).toBeString();
  expect(await refused(first)).toBe(first);
  expect((await subjectsIn("drafts")).filter((subject) => subject === "Again").length).toBe(1);
});

test("what is answered and what is forwarded is marked so", async () => {
  const [asked, told] = [await putMail(ana.ctx, { subject: "Asked" }), await putMail(ana.ctx, { subject: "Told" })];
  await sendMessage(ana.ctx, mail({ replyToId: asked }));
  await sendMessage(ana.ctx, mail({ forwardOfId: told }));
  expect((await getMessage(ana.ctx, { messageId: asked })).keywords).toContain("$answered");
  expect((await getMessage(ana.ctx, { messageId: told })).keywords).toContain("$forwarded");
});

test("an answer to a message that is gone goes all the same", async () => {
  const asked = await putMail(ana.ctx, { subject: "Gone" });
  await withEngine(ana.ctx, (engine) => engine.messages.destroy([asked]));
  expect(await refusalOf(sendMessage(ana.ctx, mail({ replyToId: asked })))).toBe("none");
});

test("an alias sends as what it is", async () => {
  await addAlias(member, { userId: ana.userId, domainId, localPart: "shop", note: "", isEnabled: true });
  await applyNow(services, member, ana.userId);
  await sendMessage(ana.ctx, mail({ from: "shop@acme.test", subject: "From the shop" }));
  await until("the message has arrived", async () => (await subjectsIn("inbox", bea)).includes("From the shop"));
  const [row] = (await rowsIn("inbox", bea)).filter(({ subject }) => subject === "From the shop");
  expect(row!.from.map(({ email }) => email)).toEqual(["shop@acme.test"]);
});

test("nobody sends from an address of somebody else, and what was refused so is not counted as tried", async () => {
  const message = mail({ from: bea.address, subject: "As Bea" });
  expect(await refusalOf(sendMessage(ana.ctx, message))).toBe("submission.forbidden_from");
  expect(await refusalOf(sendMessage(ana.ctx, message))).toBe("submission.forbidden_from");
  expect(await subjectsIn("sent")).not.toContain("As Bea");
});

test("somebody's own choice says how long a message can be taken back", async () => {
  await setPreferences(ana.ctx, { undoSeconds: 20 });
  const { undoSeconds } = await sendMessage(ana.ctx, mail({ undoSeconds: "preferred" }));
  expect(undoSeconds).toBeGreaterThanOrEqual(18);
  expect(undoSeconds).toBeLessThanOrEqual(20);
});

test("a time that is past or more than a week away is refused", async () => {
  for (const hours of [-1, 24 * 7 + 1]) {
    const sendAt = new Date(Date.now() + hours * 3_600_000).toISOString();
    expect(await refusalOf(sendMessage(ana.ctx, mail({ sendAt })))).toBe("request.invalid");
  }
});
