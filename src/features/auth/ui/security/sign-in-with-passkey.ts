import { trpc } from "~/trpc/client";

/** Signs in whoever a passkey of this browser belongs to. */
export async function signInWithPasskey(): Promise<void> {
  const { usePasskey } = await import("./passkey-browser");
  const question = await trpc.auth.askPasskeyToSignIn.mutate();
  await trpc.auth.signInPasskey.mutate({ answer: await usePasskey(question) });
}
