import type { ProviderSettings } from "~/server/provider-settings";
import { gitHubProvider } from "./github-provider";
import { openIdProvider } from "./openid-provider";

/** What one visit to a provider is bound to: its secrets stay in the visitor's browser, sealed. */
export type Visit = {
  /** RFC 6749 section 10.12. */
  state: string;
  /** OpenID Connect Core section 15.5.2. */
  nonce: string;
  /** RFC 7636. */
  verifier: string;
  redirectUri: string;
  /** The visitor is to prove anew who they are, not to be let through because they were there before. */
  isAgain?: boolean;
};

/** Whom a provider vouches for. */
export type Voucher = {
  /** `<issuer> <subject>`: names somebody for good, which an address does not. */
  subject: string;
  /** Lower case; null when the provider tells none that could be one. */
  email: string | null;
  /** The provider says that the address is theirs, and is in a place to know. */
  isEmailProven: boolean;
  name: string;
};

export type Provider = {
  /** Where the browser is sent. Throws `service.unavailable` when the provider cannot be asked where that is. */
  authorizationUrl(visit: Visit): Promise<URL>;
  /**
   * Whom the code that the browser came back with stands for; `issuer` is what it said of where it comes from (RFC 9207). Throws
   * `auth.provider_refused` when the provider or our checks say no, `service.unavailable` when it cannot be asked.
   */
  vouch(visit: Visit, answer: { code: string; issuer: string | null }, now: Date): Promise<Voucher>;
};

const made = new WeakMap<ProviderSettings, Provider>();

/** The provider behind its settings; made once, for it remembers what it discovered. */
export function providerOf(settings: ProviderSettings): Provider {
  const provider = made.get(settings) ?? (settings.id === "github" ? gitHubProvider : openIdProvider)(settings);
  made.set(settings, provider);
  return provider;
}
