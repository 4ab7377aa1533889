import { expect, test } from "bun:test";
import { mailLabels } from "../../../../../db/schema";
import { refusalOf, testServices } from "~/server/testing";
import { getOverview } from "../get-overview";
import { testMailboxes } from "../testing-webmail";
import { createLabel, labelsAtMost } from "./create-label";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("a label is there at once, with the keyword that stands on messages, and only for who made it", async () => {
  const made = await createLabel(ctx, { name: "Tax 2026", colour: "teal" });
  expect(made).toMatchObject({ keyword: "tax-2026", name: "Tax 2026", colour: "teal" });
  expect((await getOverview(ctx, { limit: 5 })).labels).toEqual([made]);
  expect((await getOverview(people.bea.ctx, { limit: 5 })).labels).toEqual([]);
});

test("two labels of one name are refused, whatever their case and even at one moment", async () => {
  expect(await refusalOf(createLabel(ctx, { name: "TAX 2026", colour: "red" }))).toBe("label.taken");
  const outcomes = await Promise.all([1, 2].map(() => refusalOf(createLabel(ctx, { name: "Twice", colour: "red" }))));
  expect(outcomes.toSorted()).toEqual(["label.taken", "none"]);
});

test("there are not more labels than a menu can show", async () => {
  const { tenantId } = ctx;
  const { mailUserId } = people.bea.ctx.actor;
  const rows = Array.from({ length: labelsAtMost }, (_, at) => `l${at}`);
  await owner
    .insert(mailLabels)
    .values(rows.map((name) => ({ tenantId, mailUserId, name, keyword: name, colour: "grey" })));
  expect(await refusalOf(createLabel(people.bea.ctx, { name: "One more", colour: "grey" }))).toBe(
    "label.limit_reached",
  );
});
