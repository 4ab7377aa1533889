type Ask = () => Promise<boolean>;

let ask: Ask | undefined;
let asking: Promise<boolean> | undefined;

/** Names who asks the reader to prove again who they are; the panel's layout does. Returns how to stop. */
export function provideProof(how: Ask): () => void {
  ask = how;
  return () => void (ask === how && (ask = undefined));
}

/** Whether the reader has proven who they are, asked once however many calls wait for it. */
export const askForProof: Ask = () =>
  (asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined;
  }));
