import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { Identities } from "../../schema/oauth";
import { listIdentities } from "./list-identities";
import { newcomerBrowser } from "./testing-newcomer";

const { services } = await testServices();

test("a member sees the own ways in, and nobody else's", async () => {
  const [one, other] = [await newcomerBrowser(services), await newcomerBrowser(services)];
  await Promise.all([one.signUp(), other.signUp()]);
  const { linked, offered } = Identities.parse(await one.as(listIdentities));
  expect(linked.map(({ name, email }) => ({ name, email }))).toEqual([{ name: "oidc", email: one.newcomer.email! }]);
  expect(offered).toEqual([]);
});
