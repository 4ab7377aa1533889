import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { addSignature } from "./add-signature";
import { getSetup } from "./get-setup";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const words = (name: string) => ({ name, html: `<p>${"ü".repeat(3000)}</p>`, text: name });

test("a signature longer than a mail server holds is kept whole, and is one's own only", async () => {
  const added = await addSignature(ctx, words("Work"));
  expect((await getSetup(ctx)).signatures).toEqual([added]);
  expect(added.html).toHaveLength(3007);
  expect((await getSetup(people.bea.ctx)).signatures).toEqual([]);
});

test("there is an end to how many there are, also for those that are added at once", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 25 }, (_, at) => addSignature(ctx, words(`${at}`))));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(19);
  await expect(addSignature(ctx, words("more"))).rejects.toMatchObject({ key: "signature.too_many" });
});
