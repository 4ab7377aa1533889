import { AppError } from "~/lib/errors";
import { isSafeUrl } from "~/lib/safe-url";

/** A provider that is slower than this is down; milliseconds. */
const patienceMs = 10_000;
/** Keys and settings of the largest providers are a tenth of this; octets. */
const largestBytes = 512 * 1024;

async function readUpTo(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > limit) throw new Error(`more than ${limit} octets`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * One request to a provider: over https (or on this machine), to that very address and no further, answered in time and in short. The
 * body is read already. Throws `service.unavailable`.
 */
export async function providerFetch(address: string, init: RequestInit = {}): Promise<Response> {
  try {
    if (!isSafeUrl(address)) throw new Error("only https is trusted");
    const response = await fetch(address, { ...init, redirect: "error", signal: AbortSignal.timeout(patienceMs) });
    const body = await readUpTo(response, largestBytes);
    return new Response(body, { status: response.status, headers: response.headers });
  } catch (error) {
    const why = new Error(`the provider at ${URL.parse(address)?.origin} could not be asked`, { cause: error });
    throw new AppError("service.unavailable", {}, { cause: why });
  }
}
