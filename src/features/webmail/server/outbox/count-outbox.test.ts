import { expect, setDefaultTimeout, test } from "bun:test";
import { testServices } from "~/server/testing";
import { sendMessage } from "../send-message";
import { testMailboxes } from "../testing-webmail";
import { cancelMessage } from "./cancel-message";
import { countOutbox } from "./count-outbox";
import { inHours, newMessage } from "./testing-outbox";

setDefaultTimeout(60_000);
const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ctx } = people.ana;

test("what waits for its time is counted, what can be taken back for seconds only is not", async () => {
  await sendMessage(ctx, newMessage("x@elsewhere.test", { undoSeconds: 30 }));
  expect(await countOutbox(ctx)).toEqual({ waiting: 0, troubled: 0 });
  const later = await sendMessage(ctx, newMessage("x@elsewhere.test", { sendAt: inHours(1) }));
  expect(await countOutbox(ctx)).toEqual({ waiting: 1, troubled: 0 });
  await cancelMessage(ctx, later);
  expect(await countOutbox(ctx)).toEqual({ waiting: 0, troubled: 0 });
});
