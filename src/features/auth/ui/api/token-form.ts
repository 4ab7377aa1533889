import { apiScopes, type ApiScope } from "~/lib/api-scopes";
import type { TokenWish } from "./queries";

/** What a form for a new token says. `domain` and `scope` are boxes that are ticked, networks stand one a line. */
export function wishOf(form: FormData): TokenWish {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const isScope = (value: unknown): value is ApiScope => (apiScopes as readonly unknown[]).includes(value);
  const networks = text("networks")
    .split(/[\s,]+/)
    .filter(Boolean);
  const ends = Number(text("ends"));
  return {
    ...{ name: text("name"), holder: text("holder") === "tenant" ? "tenant" : "me" },
    scopes: form.getAll("scope").filter(isScope),
    domainIds: text("reach") === "some" ? form.getAll("domain").map(String) : null,
    networks: networks.length > 0 ? networks : null,
    expiresInDays: ends > 0 ? ends : null,
  };
}
