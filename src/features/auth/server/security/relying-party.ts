import type { Services } from "~/server/services";

/** Whom passkeys are made for: the name in the address of the panel (W3C WebAuthn level 3, section 5.1.2, "RP ID"). */
export function relyingParty({ platform }: Pick<Services, "platform">) {
  return { rpID: new URL(platform.appUrl).hostname, rpName: "DeftMail", origin: platform.appUrl };
}
