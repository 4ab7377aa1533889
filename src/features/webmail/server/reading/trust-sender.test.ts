import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { getMessage } from "../get-message";
import { setPreferences } from "../preferences/set-preferences";
import { putMail, testMailboxes } from "../testing-webmail";
import { distrustSender } from "./distrust-sender";
import { putVerified } from "./testing-reading";
import { trustSender } from "./trust-sender";

const { services } = await testServices();
const { ana, bea } = (await testMailboxes(services, "acme.test", ["ana", "bea"])).people;
const proven = await putVerified(ana.ctx, { subject: "Ships" });
const unproven = await putMail(ana.ctx, { subject: "Ships, too" });
const of = async (messageId: string, ctx = ana.ctx) => (await getMessage(ctx, { messageId })).pictures;

test("pictures wait for a word; whom somebody trusts is asked about no more, until the word is taken back", async () => {
  expect(await of(proven)).toBe("ask");
  await trustSender(ana.ctx, { messageId: proven });
  await trustSender(ana.ctx, { messageId: proven });
  expect(await of(proven)).toBe("sender");
  expect(await of(await putVerified(bea.ctx, { subject: "Ships" }), bea.ctx)).toBe("ask");
  await distrustSender(ana.ctx, { address: "grace@navy.example" });
  expect(await of(proven)).toBe("ask");
});

test("whoever only writes a trusted sender's name gets nothing of the trust", async () => {
  await trustSender(ana.ctx, { messageId: proven });
  expect(await of(unproven)).toBe("ask");
  await distrustSender(ana.ctx, { address: "grace@navy.example" });
});

test("nobody is trusted who is not proven, and nothing of another mailbox is", async () => {
  expect(await refusalOf(trustSender(ana.ctx, { messageId: unproven }))).toBe("message.sender_unproven");
  expect(await refusalOf(trustSender(bea.ctx, { messageId: "zzzz" }))).toBe("message.not_found");
});

test("who wants all pictures gets those of proven senders at once, the others still wait", async () => {
  await setPreferences(ana.ctx, { images: "always" });
  expect([await of(proven), await of(unproven)]).toEqual(["always", "ask"]);
});
