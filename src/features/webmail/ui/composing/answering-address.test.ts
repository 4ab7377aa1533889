import { expect, test } from "bun:test";
import { answeringAddress } from "./answering-address";

const identities = [{ email: "ana@acme.test" }, { email: "sales@acme.test" }];
const to = (...emails: string[]) => emails.map((email) => ({ name: null, email }));
const message = { from: to("bob@b.test"), to: to("ana@acme.test"), cc: [], bcc: [] };

test("one answers as the address that the message came to", () => {
  expect(answeringAddress(message, identities)).toBe("ana@acme.test");
  expect(answeringAddress({ ...message, to: to("cleo@c.test"), cc: to("Sales@acme.test") }, identities)).toBe(
    "sales@acme.test",
  );
});

test("one goes on writing as whom one wrote", () => {
  expect(answeringAddress({ ...message, from: to("sales@acme.test") }, identities)).toBe("sales@acme.test");
});

test("of a message that came to none of them it is not said", () => {
  expect(answeringAddress({ ...message, to: to("list@b.test") }, identities)).toBeUndefined();
});
