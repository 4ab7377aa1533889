import { expect, test } from "bun:test";
import { en } from "~/lib/i18n/en";
import { DnsProviderId } from "../../schema/provider";
import { otherProvider, providerForms, typedInto } from "./provider-form";

const txt = { name: "example.org", type: "TXT", value: "v=spf1 ~all", fix: null } as const;
const mx = { name: "example.org", type: "MX", value: "10 mx1.host.example", fix: null } as const;
const zone = "example.org";

test("the domain itself is @ for one provider and an empty field for another", () => {
  expect(typedInto(providerForms.cloudflare, txt, zone).name).toBe("@");
  expect(typedInto(providerForms.ovh, txt, zone).name).toBe("");
  expect(typedInto(otherProvider, { ...txt, name: "_dmarc.example.org" }, zone).name).toBe("_dmarc");
});

test("for a domain inside a larger zone, names are counted from the zone that the form edits", () => {
  const record = { ...txt, name: "_dmarc.mail.example.org" };
  expect(typedInto(otherProvider, record, zone).name).toBe("_dmarc.mail");
});

test("the priority has a field of its own, except where it stands in the value", () => {
  expect(typedInto(otherProvider, mx, zone)).toMatchObject({ value: "mx1.host.example", priority: "10" });
  expect(typedInto(providerForms.route53, mx, zone)).toMatchObject({ value: "10 mx1.host.example", priority: null });
});

test("a dot at the end where the zone would be appended, quotation marks where they are asked for", () => {
  expect(typedInto(providerForms.hetzner, mx, zone).value).toBe("mx1.host.example.");
  expect(typedInto(providerForms.hetzner, txt, zone).value).toBe("v=spf1 ~all");
  expect(typedInto(providerForms.route53, { ...txt, value: "k".repeat(300) }, zone).value).toBe(
    `"${"k".repeat(255)}" "${"k".repeat(45)}"`,
  );
});

test("what is published is the edited value, where there is one", () => {
  const fix = { value: "v=spf1 include:a include:b ~all", remove: [] };
  expect(typedInto(otherProvider, { ...txt, fix }, zone).value).toBe(fix.value);
});

test("every provider is described, and each trap has a sentence", () => {
  for (const id of DnsProviderId.options) {
    expect([id, Boolean(providerForms[id].name)]).toEqual([id, true]);
    expect([id, `trap_${id}` in en.guide]).toEqual([id, Boolean(providerForms[id].hasTrap)]);
  }
});
