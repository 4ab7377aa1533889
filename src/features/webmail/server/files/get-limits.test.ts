import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { getLimits } from "./get-limits";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);

test("a composer knows what may be attached before anything is uploaded: what the mail server takes", async () => {
  expect(await getLimits(people.ana.ctx)).toEqual({ maxFileBytes: 50_000_000, maxMessageBytes: 50_000_000 });
});
