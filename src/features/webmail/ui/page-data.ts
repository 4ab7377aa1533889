import { redirect } from "@solidjs/router";
import { getRequestEvent, isServer } from "solid-js/web";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import type { FailureKey } from "~/lib/errors";

/** Why a page could not read something; `offline` when the server was not reached at all. */
export type Failed = { failure: FailureKey | "offline" };

export const hasFailed = (read: object | undefined): read is Failed => read !== undefined && "failure" in read;

/** A page that is open already was somebody's until now: the sign-in page says that this is over. */
const ended = isServer ? "" : "&ended=1";

const here = () => (isServer ? new URL(getRequestEvent()!.request.url) : window.location).pathname;

/**
 * What a page reads. Who is not signed in is sent to sign in and back; any other failure is an answer too: a page that shows mail goes on
 * showing it while the server is away, and nothing of an error is written into a page that the server renders.
 */
export async function pageData<T>(read: () => Promise<T>): Promise<T | Failed> {
  try {
    return await read();
  } catch (error) {
    const failure = failureKeyOf(error) ?? (isServer ? "unexpected" : "offline");
    if (failure === "auth.required") throw redirect(`/mail/login?next=${encodeURIComponent(here())}${ended}`);
    return { failure };
  }
}
