import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { createLabel } from "./create-label";
import { listLabels } from "./list-labels";
import { removeLabel } from "./remove-label";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("a label goes, once, and nobody else can take it away", async () => {
  const { id: labelId } = await createLabel(ctx, { name: "Old", colour: "blue" });
  expect(await refusalOf(removeLabel(people.bea.ctx, { labelId }))).toBe("label.not_found");
  await removeLabel(ctx, { labelId });
  expect(await listLabels(ctx)).toEqual({ labels: [] });
  expect(await refusalOf(removeLabel(ctx, { labelId }))).toBe("label.not_found");
});
