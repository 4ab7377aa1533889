import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { getPhoneSetup } from "./get-phone-setup";
import { asMailbox } from "./testing-mail-security";

const { services } = await testServices();
const { people } = await testMailboxes(services, "phone.test", ["ana"]);

test("in a trial nobody is told of servers that are not there", async () =>
  expect(await asMailbox(people.ana.browser, getPhoneSetup)).toEqual({ address: "ana@phone.test", servers: null }));

test("elsewhere a phone learns where mail is, and a picture leads to the profile", async () => {
  const platform = { ...services.platform, trialZone: null };
  const { servers } = await asMailbox(people.ana.browser, (ctx) => getPhoneSetup({ ...ctx, platform }));
  expect(servers).toMatchObject({
    ...{ incomingHost: "mail.deftmail.test", incomingPort: 993, outgoingHost: "mail.deftmail.test", outgoingPort: 465 },
    profileUrl: "http://localhost:3000/apple/ana%40phone.test.mobileconfig",
  });
  expect(servers!.picture.length).toBeGreaterThan(20);
});
