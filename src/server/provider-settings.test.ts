import { expect, test } from "bun:test";
import { parseEnv } from "./env";
import { providerSettings } from "./provider-settings";

const offered = (source: Record<string, string>) => providerSettings(parseEnv(source));

test("a provider is offered when its id and secret are set, the installation's own first", () => {
  expect(offered({})).toEqual([]);
  const of = (name: string) => ({ [`${name}_CLIENT_ID`]: "id", [`${name}_CLIENT_SECRET`]: "secret" });
  const all = {
    ...of("GITHUB"),
    ...of("MICROSOFT"),
    ...of("GOOGLE"),
    ...of("OIDC"),
    OIDC_ISSUER: "https://id.example.org",
  };
  expect(offered({ ...all, OIDC_NAME: "Acme ID" }).map(({ id, name }) => [id, name])).toEqual([
    ["oidc", "Acme ID"],
    ["google", "Google"],
    ["microsoft", "Microsoft"],
    ["github", "GitHub"],
  ]);
  expect(offered(of("GOOGLE")).map(({ id }) => id)).toEqual(["google"]);
});

test("Microsoft is asked for the directory that is named, else for people of any", () => {
  const issuerOf = (more: Record<string, string>) =>
    offered({ MICROSOFT_CLIENT_ID: "id", MICROSOFT_CLIENT_SECRET: "secret", ...more })[0]?.issuer;
  expect(issuerOf({})).toBe("https://login.microsoftonline.com/common/v2.0");
  expect(issuerOf({ MICROSOFT_TENANT: "acme.example" })).toBe("https://login.microsoftonline.com/acme.example/v2.0");
  expect(() => issuerOf({ MICROSOFT_TENANT: "../evil" })).toThrow("MICROSOFT_TENANT");
});
