import { startAuthentication, startRegistration, WebAuthnError } from "@simplewebauthn/browser";
import { t } from "~/lib/i18n/t";
import type { AddPasskey, PasskeyAnswer, PasskeyCreation, PasskeyRequest } from "../../schema/passkeys";
import { failureKeyOf } from "../failure-key";
import { failureText } from "../failure-text";

/** Passkeys belong to one name: a trial is reached as localhost and as 127.0.0.1, and only the former is one. */
class OtherHost extends Error {
  constructor(readonly host: string) {
    super(`passkeys belong to ${host}`);
  }
}

const requireHost = (host: string) => {
  if (location.hostname !== host && !location.hostname.endsWith(`.${host}`)) throw new OtherHost(host);
};

/** Has the browser sign the server's question with a passkey. Throws what `passkeyProblem` words. */
export async function usePasskey(question: PasskeyRequest): Promise<PasskeyAnswer> {
  requireHost(question.rpId);
  const { id, rawId, authenticatorAttachment, response } = await startAuthentication({
    optionsJSON: question as Parameters<typeof startAuthentication>[0]["optionsJSON"],
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    ...{ id, rawId, type: "public-key", clientExtensionResults: {} },
    ...(authenticatorAttachment ? { authenticatorAttachment } : {}),
    response: { clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) },
  };
}

type Transports = AddPasskey["made"]["response"]["transports"];
const known = new Set(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);

/** Has the browser make a passkey. Throws what `passkeyProblem` words. */
export async function makePasskey(options: PasskeyCreation): Promise<AddPasskey["made"]> {
  requireHost(options.rp.id);
  const { id, rawId, authenticatorAttachment, response } = await startRegistration({
    optionsJSON: options as Parameters<typeof startRegistration>[0]["optionsJSON"],
  });
  const { clientDataJSON, attestationObject } = response;
  const transports = (response.transports ?? []).filter((transport) => known.has(transport)) as Transports;
  return {
    ...{ id, rawId, type: "public-key", clientExtensionResults: {} },
    ...(authenticatorAttachment ? { authenticatorAttachment } : {}),
    response: { clientDataJSON, attestationObject, transports },
  };
}

/** One sentence for what became of a passkey. */
export function passkeyProblem(error: unknown): string {
  if (error instanceof OtherHost) return t("security.passkeyOtherHost", { host: error.host });
  const { name } = error as Error;
  if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return t("security.passkeyKnown");
  if (name === "NotAllowedError" || name === "AbortError") return t("security.passkeyGivenUp");
  return failureKeyOf(error) || name === "TRPCClientError" ? failureText(error) : t("security.passkeyUnsupported");
}
