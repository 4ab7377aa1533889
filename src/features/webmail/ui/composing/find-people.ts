import { createSignal, onCleanup } from "solid-js";
import { trpc } from "~/trpc/client";
import type { SuggestedPerson } from "../../schema/composing";

/** Milliseconds after the last key. */
const settle = 100;

/** Suggestions for what is typed, of the last text only: an answer that comes late is thrown away, and so is one that does not come. */
export function findPeople() {
  const [found, setFound] = createSignal<readonly SuggestedPerson[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const stop = () => {
    clearTimeout(timer);
    last += 1;
    setFound([]);
  };
  onCleanup(stop);
  return {
    found,
    stop,
    look(text: string) {
      const words = text.trim();
      if (!words || words.length > 100) return stop();
      clearTimeout(timer);
      const own = ++last;
      timer = setTimeout(() => {
        trpc.webmail.composing.suggest.query({ text: words }).then(
          (people) => own === last && setFound(people),
          () => own === last && setFound([]),
        );
      }, settle);
    },
  };
}
