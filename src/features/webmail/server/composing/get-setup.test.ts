import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { addSignature } from "./add-signature";
import { getSetup } from "./get-setup";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);

test("a composer is told as whom one may write, and what one writes below it", async () => {
  const signature = await addSignature(people.ana.ctx, { name: "Work", html: "<b>Ana</b>", text: "Ana" });
  const { identities, signatures } = await getSetup(people.ana.ctx);
  expect(identities[0]).toEqual({ email: "ana@acme.test", name: "Ana", kind: "own" });
  expect(signatures).toEqual([signature]);
});
