import { sendMessage } from "~/features/webmail/server/send-message";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import { SendMessage } from "~/features/webmail/schema/sending";
import type { Acts, Call, World } from "./testing-act";

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Of a message that waits for an hour. */
const onScheduled =
  (more: object) =>
  async ({ services }: World): Promise<Call> => {
    const { people } = await testMailboxes(services, `a${Bun.randomUUIDv7().slice(-12)}.test`, ["ana"]);
    const to = ["x@elsewhere.test"];
    const message = SendMessage.parse({ to, subject: "s", text: "t", sendAt: inHours(1) });
    const { submissionId } = await sendMessage(people.ana.ctx, message);
    return { context: await people.ana.browser.visit((context) => context), input: { submissionId, ...more } };
  };

/** What is done to messages that wait. */
export const outboxActs: Acts = {
  "webmail.outbox.cancel": { audits: ["message.cancelled"], call: onScheduled({}) },
  "webmail.outbox.reschedule": { audits: ["message.sent"], call: onScheduled({ sendAt: inHours(2) }) },
};
