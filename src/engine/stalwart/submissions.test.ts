import { afterEach, expect, test } from "bun:test";
import { createEngine } from "../create-engine.ts";
import type { OutgoingMessage } from "../mail-submissions.ts";
import { serveJmap } from "./testing-jmap-server.ts";

let stop: (() => unknown) | undefined;
afterEach(() => stop?.());

const roles = [
  { id: "d", name: "Drafts", role: "drafts" },
  { id: "e", name: "Sent", role: "sent" },
];
const submission = { id: "s", emailId: "m", threadId: "t", sendAt: "2026-11-22T10:00:00Z", undoStatus: "final" };
const recipient = (delivered: string, smtpReply: string) => ({ delivered, smtpReply, displayed: "unknown" });

/** A server that creates every draft; the other answers of a submission are given. */
function sending(answers: {
  submit?: ReturnType<Parameters<typeof serveJmap>[0]>;
  filed?: object;
  deliveryStatus?: Record<string, object>;
}) {
  const {
    submit,
    filed = { updated: { m: null } },
    deliveryStatus = { "bo@x.test": recipient("queued", "250 ok") },
  } = answers;
  const server = serveJmap((method, args) => {
    if (method === "Mailbox/get") return { list: roles, state: "1" };
    if (method === "EmailSubmission/get") return { list: [{ ...submission, deliveryStatus }] };
    if (method === "Email/set")
      return "create" in args ? { created: { message: { id: "m", threadId: "t" } } } : { updated: {} };
    return (
      submit ?? [
        ["EmailSubmission/set", { created: { submission: { id: "s" } } }],
        ["Email/set", { ...filed }],
      ]
    );
  });
  stop = server.stop;
  const user = createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: "x" } }).forUser("API_user");
  const message: OutgoingMessage = {
    identityId: "i",
    from: { name: null, email: "ana@x.test" },
    to: [{ name: null, email: "bo@x.test" }],
    cc: [{ name: null, email: "BO@x.test" }],
    bcc: [],
    subject: "s",
    text: "t",
    html: null,
    messageId: "1@x.test",
    inReplyTo: [],
    references: [],
    attachments: [],
    holdSeconds: 9_000_000,
  };
  const updates = () => server.asked.flatMap(([, { update }]) => (update ? [update] : []));
  return { ...server, updates, sent: user.submissions.send(message).catch((error: unknown) => error) };
}

test("a letter goes once to an address that is named twice, and is held for a week at most", async () => {
  const { sent, asked } = sending({});
  await sent;
  const [, args] = asked.find(([method]) => method === "EmailSubmission/set") ?? [];
  expect(args).toMatchObject({
    create: {
      submission: {
        envelope: {
          mailFrom: { email: "ana@x.test", parameters: { HOLDFOR: "604800" } },
          rcptTo: [{ email: "BO@x.test" }],
        },
      },
    },
  });
});

test("a letter that was sent but stayed among the drafts is filed under Sent", async () => {
  const { sent, updates } = sending({ filed: { notUpdated: { m: { type: "serverUnavailable" } } } });
  expect(await sent).toMatchObject({ submissionId: "s", refused: [] });
  expect(updates()).toEqual([{ m: { mailboxIds: { e: true }, keywords: { $seen: true } } }]);
});

test("a submission that was created but refused by every recipient is a refusal, and the letter becomes a draft again", async () => {
  const { sent, updates } = sending({ deliveryStatus: { "bo@x.test": recipient("no", "550 5.1.1 no such user") } });
  expect(await sent).toMatchObject({ failure: "refused", detail: expect.stringContaining("550 5.1.1") });
  expect(updates()).toEqual([{ m: { mailboxIds: { d: true }, keywords: { $draft: true, $seen: true } } }]);
});

test("refused recipients among others are named", async () => {
  const { sent } = sending({
    deliveryStatus: { "bo@x.test": recipient("queued", "250 ok"), "cy@x.test": recipient("no", "550 gone") },
  });
  expect(await sent).toMatchObject({ refused: [{ email: "cy@x.test", smtpReply: "550 gone" }] });
});

test.each([
  ["serverUnavailable", "unknownOutcome"],
  ["serverFail", "unknownOutcome"],
  ["forbidden", "refused"],
])("the engine's %s in place of a submission is told as %s", async (error, failure) => {
  expect(await sending({ submit: { error } }).sent).toMatchObject({ failure });
});

test.each(["forbiddenFrom", "forbiddenMailFrom", "invalidRecipients", "tooManyRecipients"])(
  "a submission that is not created as %s is a refusal",
  async (type) => {
    expect(await sending({ submit: { notCreated: { submission: { type } } } }).sent).toMatchObject({
      failure: "refused",
    });
  },
);
