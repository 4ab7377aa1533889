import type { Services } from "~/server/services";

/**
 * Counts an attempt at a second factor. The pause grows with the attempts: a minute, an hour, a day; so a million codes are safe. `key` is the
 * person, or a browser in which that person was signed in before, so that whoever knows the password cannot keep the owner out. Throws
 * `request.too_many`.
 */
export async function limitCodes({ rateLimit }: Pick<Services, "rateLimit">, key: string): Promise<void> {
  await rateLimit("second-factor.day", key);
  await rateLimit("second-factor.hour", key);
  await rateLimit("second-factor.minute", key);
}
