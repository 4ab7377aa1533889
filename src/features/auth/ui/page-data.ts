import { isServer } from "solid-js/web";
import { failureKeyOf } from "./failure-key";
import { currentMember } from "./queries";

/**
 * What a page reads. Who is not signed in is sent to sign in; any other failure goes on as its key alone (`offline` when the server was
 * not reached), because what fails while a page is rendered on the server is written into the page, stack and all.
 */
export async function pageData<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const key = failureKeyOf(error) ?? (isServer ? "unexpected" : "offline");
    if (key === "auth.required") await currentMember();
    throw Object.assign(new Error(key), { stack: "", data: { failure: { key } } });
  }
}
