import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { createLabel } from "./create-label";
import { listLabels } from "./list-labels";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);

test("labels come by name, each person's own", async () => {
  for (const name of ["Work", "Home", "Ärger"]) await createLabel(people.ana.ctx, { name, colour: "green" });
  const { labels } = await listLabels(people.ana.ctx);
  expect(labels.map(({ name }) => name).toSorted()).toEqual(["Home", "Work", "Ärger"]);
  expect(await listLabels(people.bea.ctx)).toEqual({ labels: [] });
});
