import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { getVacation } from "./get-vacation";
import { setVacation } from "./set-vacation";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);

test("who never was away has an empty answer that is off, and sees nobody else's", async () => {
  const away = { fromDate: "2026-12-24", untilDate: "2026-12-31", zone: "+0100", subject: "Away", text: "Back soon." };
  await setVacation(people.ana.ctx, { isEnabled: true, ...away });
  const { zone: _, ...shown } = away;
  expect(await getVacation(people.ana.ctx)).toMatchObject({ isEnabled: true, ...shown });
  const none = { isEnabled: false, fromDate: null, untilDate: null, subject: "", text: "" };
  expect(await getVacation(people.bea.ctx)).toEqual({ ...none, application: "applied" });
});
