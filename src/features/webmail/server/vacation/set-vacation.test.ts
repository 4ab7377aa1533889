import { expect, setDefaultTimeout, test } from "bun:test";
import { createTransport } from "nodemailer";
import { setOwnForwarding } from "../forwarding/set-own-forwarding";
import { applyNow, password } from "~/features/users/server/testing-users";
import { auditedActions, testServices } from "~/server/testing";
import { withEngine } from "../session-engine";
import { testMailboxes, until } from "../testing-webmail";
import { SetVacation } from "../../schema/vacation";
import { getVacation } from "./get-vacation";
import { setVacation } from "./set-vacation";

setDefaultTimeout(60_000);

const { services, submissionPort } = await testServices();
const { people, member } = await testMailboxes(services, "acme.test", ["ana", "bea", "cleo"]);
const { ana, bea, cleo } = people;

const wish = {
  isEnabled: true,
  fromDate: null,
  untilDate: null,
  zone: "+0100",
  subject: "Away",
  text: "Back on Monday.",
};
const subjects = async ({ ctx }: typeof ana) =>
  (await withEngine(ctx, (engine) => engine.overview({ mailbox: { role: "inbox" }, limit: 20 }))).page.threads.map(
    ({ subject }) => subject,
  );
const write = (from: string, to: string, subject: string) =>
  createTransport({
    ...{ host: "127.0.0.1", port: submissionPort, ignoreTLS: true, auth: { user: from, pass: password } },
  }).sendMail({ from, to, subject, text: "Hello" });

test("whoever writes to somebody who is away is told so once, and mail is passed on all the same", async () => {
  await setOwnForwarding(ana.ctx, { target: cleo.address, keepsCopy: true });
  expect(await setVacation(ana.ctx, wish)).toMatchObject({ isEnabled: true, application: "pending" });
  await applyNow(services, member, ana.userId);
  expect(await getVacation(ana.ctx)).toMatchObject({
    subject: "Away",
    text: "Back on Monday.",
    application: "applied",
  });
  await write(bea.address, ana.address, "Lunch?");
  await until("the answer", async () => (await subjects(bea)).includes("Away"));
  await until("the forwarded message", async () => (await subjects(cleo)).includes("Lunch?"));
  await write(bea.address, ana.address, "Dinner?");
  await until("the second message", async () => (await subjects(cleo)).includes("Dinner?"));
  expect((await subjects(bea)).filter((subject) => subject === "Away")).toHaveLength(1);
  expect(await auditedActions(services, member.tenantId)).toContain("vacation.set");
});

test("before its first day, and once it is switched off, nobody is answered", async () => {
  await setVacation(ana.ctx, { ...wish, fromDate: "2999-01-01", subject: "Far away" });
  await applyNow(services, member, ana.userId);
  await write(cleo.address, ana.address, "Hello?");
  await setVacation(ana.ctx, { ...wish, isEnabled: false });
  await applyNow(services, member, ana.userId);
  await write(cleo.address, ana.address, "Still there?");
  await until("the last message", async () => (await subjects(ana)).includes("Still there?"));
  expect((await subjects(cleo)).filter((subject) => /away/i.test(subject))).toEqual([]);
});

test("an absence without words, or that ends before it begins, is refused by the field", () => {
  const pathOf = (change: object) => SetVacation.safeParse({ ...wish, ...change }).error?.issues[0]?.path[0];
  expect(pathOf({ text: " " })).toBe("text");
  expect(pathOf({ fromDate: "2026-12-24", untilDate: "2026-12-23" })).toBe("untilDate");
  expect(pathOf({ zone: "Berlin" })).toBe("zone");
  expect(pathOf({ subject: "x\r\nBcc: y@z.test" })).toBe("subject");
});
