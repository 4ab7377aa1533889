import { failureKeyOf } from "./failure-key";
import { currentMember } from "./queries";

/**
 * What a page reads. Who is not signed in is sent to sign in; any other failure goes on as its key alone, because what
 * fails while a page is rendered on the server is written into the page, stack and all.
 */
export async function pageData<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const key = failureKeyOf(error);
    if (key === "auth.required") await currentMember();
    const bare = new Error(key ?? "unexpected");
    bare.stack = "";
    throw bare;
  }
}
