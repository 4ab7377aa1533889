import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { AddPasskey, PasskeyAnswer, PasskeyCreation, PasskeyRequest } from "../../schema/passkeys";

const b64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");
const sha256 = (text: Uint8Array | string) => createHash("sha256").update(text).digest();

/** The head of a CBOR item (RFC 8949 section 3): major type and a length or number below 65,536. */
const head = (major: number, n: number) =>
  n < 24 ? [(major << 5) | n] : n < 256 ? [(major << 5) | 24, n] : [(major << 5) | 25, n >> 8, n & 255];
const int = (n: number) => head(n < 0 ? 1 : 0, n < 0 ? -1 - n : n);
const bytes = (value: Uint8Array) => [...head(2, value.length), ...value];
const text = (value: string) => [...head(3, value.length), ...Buffer.from(value)];
const map = (...pairs: [number[], number[]][]) => [...head(5, pairs.length), ...pairs.flat(2)];

type Options = {
  origin?: string;
  rpId?: string;
  /** User present and verified, unless a test says otherwise. */
  flags?: number;
  challenge?: string;
};

/** An authenticator of software that holds one ES256 passkey: what a phone does, in a test's hands. */
export function testAuthenticator(origin = "http://localhost:3000") {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" }) as { x: string; y: string };
  const id = randomBytes(32);
  let count = 0;
  let userHandle = "";
  const clientData = (type: string, challenge: string, options: Options) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: options.origin ?? origin, crossOrigin: false }));
  const authData = (rpId: string, flags: number) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  };
  const shape = { id: b64(id), rawId: b64(id), type: "public-key" as const, clientExtensionResults: {} };

  return {
    id: b64(id),
    /** Where the next signature's counter goes on from. */
    setCount: (n: number) => void (count = n),
    make({ challenge, rp, user }: PasskeyCreation, options: Options = {}): AddPasskey["made"] {
      userHandle = user.id;
      const point = [x, y].map((coordinate) => bytes(Buffer.from(coordinate, "base64url")));
      const key = map(
        ...([
          [int(1), int(2)],
          [int(3), int(-7)],
          [int(-1), int(1)],
        ] as [number[], number[]][]),
        ...([
          [int(-2), point[0]!],
          [int(-3), point[1]!],
        ] as [number[], number[]][]),
      );
      const known = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, Buffer.from(key)]);
      const data = Buffer.concat([authData(options.rpId ?? rp.id, (options.flags ?? 0x05) | 0x40), known]);
      const attestation = map([text("fmt"), text("none")], [text("attStmt"), map()], [text("authData"), bytes(data)]);
      const clientDataJSON = clientData("webauthn.create", options.challenge ?? challenge, options);
      const response = { clientDataJSON: b64(clientDataJSON), attestationObject: b64(Uint8Array.from(attestation)) };
      return { ...shape, response: { ...response, transports: ["internal"] } };
    },
    answer({ challenge, rpId }: PasskeyRequest, options: Options = {}): PasskeyAnswer {
      if (count > 0) count++;
      const data = authData(options.rpId ?? rpId, options.flags ?? 0x05);
      const clientDataJSON = clientData("webauthn.get", options.challenge ?? challenge, options);
      const signature = sign("sha256", Buffer.concat([data, sha256(clientDataJSON)]), privateKey);
      return {
        ...shape,
        response: {
          ...{ clientDataJSON: b64(clientDataJSON), authenticatorData: b64(data), signature: b64(signature) },
          userHandle,
        },
      };
    },
  };
}
