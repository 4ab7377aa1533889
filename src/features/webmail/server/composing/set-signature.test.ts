import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { addSignature } from "./add-signature";
import { setSignature } from "./set-signature";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { id: signatureId, ...words } = await addSignature(people.ana.ctx, {
  name: "Work",
  html: "<b>Ana</b>",
  text: "Ana",
});

test("what is given of a signature changes, the rest stays", async () => {
  const changed = { id: signatureId, ...words, name: "Home" };
  expect(await setSignature(people.ana.ctx, { signatureId, name: "Home" })).toEqual(changed);
  expect(await setSignature(people.ana.ctx, { signatureId })).toEqual(changed);
});

test("nobody changes the signature of a colleague", async () => {
  const attempt = setSignature(people.bea.ctx, { signatureId, name: "Mine" });
  await expect(attempt).rejects.toMatchObject({ key: "signature.not_found" });
});
