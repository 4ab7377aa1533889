import { expect, test } from "bun:test";
import { CreateToken } from "../../schema/tokens";
import { wishOf } from "./token-form";

const form = (fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
const plain: [string, string][] = [
  ["name", " Nightly report "],
  ["scope", "domains:read"],
  ["scope", "users:read"],
  ["reach", "all"],
  ["ends", "90"],
];

test("what was ticked and typed is what is asked for", () => {
  expect(wishOf(form(plain))).toEqual({
    ...{ name: "Nightly report", holder: "me", scopes: ["domains:read", "users:read"] },
    ...{ domainIds: null, networks: null, expiresInDays: 90 },
  });
  const id = Bun.randomUUIDv7();
  const wish = wishOf(
    form([...plain, ["holder", "tenant"], ["domain", id], ["networks", "192.0.2.1\n\n 2001:db8::/32 "]]),
  );
  expect(wish).toMatchObject({ holder: "tenant", domainIds: null, networks: ["192.0.2.1", "2001:db8::/32"] });
  expect(CreateToken.safeParse(wish).success).toBe(true);
});

test("domains count only where some were asked for, and a token without an end has none", () => {
  const id = Bun.randomUUIDv7();
  const fields = plain.filter(([name]) => name !== "reach" && name !== "ends");
  const wish = wishOf(form([...fields, ["reach", "some"], ["domain", id], ["ends", "never"]]));
  expect(wish).toMatchObject({ domainIds: [id], expiresInDays: null });
});
