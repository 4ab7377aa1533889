import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { createLabel } from "./create-label";
import { listLabels } from "./list-labels";
import { updateLabel } from "./update-label";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("a label is called otherwise and stays on its messages", async () => {
  const { id: labelId, keyword } = await createLabel(ctx, { name: "Works", colour: "blue" });
  expect(await updateLabel(ctx, { labelId, name: "Work" })).toMatchObject({ name: "Work", keyword, colour: "blue" });
  expect(await updateLabel(ctx, { labelId, name: "WORK", colour: "pink" })).toMatchObject({ name: "WORK", keyword });
});

test("it cannot take the name of another, and another's cannot be changed", async () => {
  const { id: labelId } = await createLabel(ctx, { name: "Home", colour: "blue" });
  expect(await refusalOf(updateLabel(ctx, { labelId, name: "work" }))).toBe("label.taken");
  expect(await refusalOf(updateLabel(people.bea.ctx, { labelId, name: "Mine" }))).toBe("label.not_found");
  expect((await listLabels(ctx)).labels.map(({ name }) => name)).toEqual(["Home", "WORK"]);
});
