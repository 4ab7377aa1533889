import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { addSignature } from "./add-signature";
import { getSetup } from "./get-setup";
import { removeSignature } from "./remove-signature";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);

test("a signature is removed by whose it is, once, and by nobody else", async () => {
  const { id: signatureId } = await addSignature(people.ana.ctx, { name: "Work", html: "", text: "" });
  const gone = { key: "signature.not_found" };
  await expect(removeSignature(people.bea.ctx, { signatureId })).rejects.toMatchObject(gone);
  await removeSignature(people.ana.ctx, { signatureId });
  expect((await getSetup(people.ana.ctx)).signatures).toEqual([]);
  await expect(removeSignature(people.ana.ctx, { signatureId })).rejects.toMatchObject(gone);
});
