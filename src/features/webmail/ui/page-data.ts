import { redirect } from "@solidjs/router";
import { getRequestEvent, isServer } from "solid-js/web";
import { failureKeyOf } from "~/features/auth/ui/failure-text";

const here = () => (isServer ? new URL(getRequestEvent()!.request.url) : window.location).pathname;

/**
 * What a page reads. Who is not signed in is sent to sign in and back; any other failure goes on as its key alone, because what fails while
 * a page is rendered on the server is written into the page, stack and all.
 */
export async function pageData<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const key = failureKeyOf(error);
    if (key === "auth.required") throw redirect(`/mail/login?next=${encodeURIComponent(here())}`);
    const bare = new Error(key ?? "offline");
    bare.stack = "";
    throw bare;
  }
}
