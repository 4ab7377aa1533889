import { expect, test } from "bun:test";
import { provideCatalogue } from "~/lib/i18n/catalogue";
import { en } from "~/lib/i18n/en";
import { actionText, actorText, changesOf, fieldText, kindText } from "./words";

provideCatalogue({ locale: () => "en", messages: (area) => en[area] });

/** Every action that the code writes, as it stands there; those that are put together are named here. */
const written = new Set([
  ...(["message.sent", "message.refused", "message.unknown", "domain.prove", "domain.judge"] as const),
  ...["totp_add", "totp_remove", "passkey_add", "passkey_remove", "recovery_codes_renew"].map((kind) => `auth.${kind}`),
]);
for (const pattern of ["src/features/*/server/**/*.ts", "src/server/**/*.ts"])
  for await (const path of new Bun.Glob(pattern).scan())
    if (!/\.test\.ts$|\/testing|\/expectations\//.test(path))
      for (const [said] of (await Bun.file(path).text()).matchAll(/\baction(?::| =)[^,;\n]*/g))
        for (const [, action] of said.matchAll(/"([a-z_]+\.[a-z_]+)"/g)) written.add(action!);

test("each action in the log has words of its own", () => {
  const words = en.audit as Record<string, string>;
  expect([...written].filter((action) => !words[`act_${action.replaceAll(".", "_")}`]).toSorted()).toEqual([]);
});

test("what nobody has found words for yet is still readable", () => {
  expect(actionText("thing.set_aside")).toBe("Thing set aside");
  expect([fieldText("maxOddThings"), kindText("odd_thing")]).toEqual(["Max odd things", "Odd thing"]);
});

test("who is not known by name is told from the platform itself", () => {
  const text = (kind: "job" | "script" | "token" | "member", id: string) => actorText({ kind, id, label: "ci" });
  expect([text("job", "sign-in"), text("job", "reset"), text("job", "engine.apply")]).toEqual([
    ...["Somebody", "Somebody with the mailed link", "The platform"],
  ]);
  expect([text("script", "seed"), text("token", "1"), text("member", "1")]).toEqual([
    ...["The operator", "API token ci", "ci"],
  ]);
});

test("a change is told field by field, whatever was recorded", () => {
  expect(
    changesOf({
      before: { quotaBytes: 1024 ** 3, note: null },
      after: { quotaBytes: 2 * 1024 ** 3, roles: ["a", "b"], deep: { x: [1] }, isOn: true },
    }),
  ).toEqual([
    { field: "quotaBytes", before: "1 GB", after: "2 GB" },
    { field: "note", before: "nothing", after: "nothing" },
    { field: "roles", before: "nothing", after: "a, b" },
    { field: "deep", before: "nothing", after: '{"x":[1]}' },
    { field: "isOn", before: "nothing", after: "yes" },
  ]);
});
