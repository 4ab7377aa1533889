import { createSignal, For, onMount, Show } from "solid-js";
import { lazyPart } from "~/ui/lazy-part";
import type { Message } from "../schema";
import type { MailPreferences } from "../schema/preferences";
import type { AnswerKind, Draft } from "./composing/draft";
import { keptDrafts, strandedDrafts } from "./draft-store";

const Composer = lazyPart(
  async () => {
    const module = await import("./composer");
    await module.prepareComposer();
    return module;
  },
  (part) => part.onClose(),
);

/** What a composer begins with: nothing, a message to answer, or a draft that was kept. */
export type Seed = { id: number; folded: boolean } & (
  { begin: "empty" } | { begin: "answer"; kind: AnswerKind; message: Message } | { begin: "kept"; draft: Draft }
);
type Beginning = Seed extends infer S ? (S extends Seed ? Omit<S, "id" | "folded"> : never) : never;

let lastId = 0;

/** The composers that are open, side by side; one of them unfolded. */
export function createDesk() {
  const [seeds, setSeeds] = createSignal<readonly Seed[]>([]);
  const foldAllBut = (id: number, folded = false) =>
    setSeeds((all) => all.map((seed) => ({ ...seed, folded: seed.id === id ? folded : true })));
  return {
    seeds,
    open(beginning: Beginning, folded = false): void {
      const seed = { ...beginning, id: ++lastId, folded } as Seed;
      setSeeds((all) => [...all.map((other) => (folded ? other : { ...other, folded: true })), seed]);
    },
    toggle: (id: number) => foldAllBut(id, !seeds().find((seed) => seed.id === id)?.folded),
    close: (id: number) => setSeeds((all) => all.filter((seed) => seed.id !== id)),
  };
}

export type Desk = ReturnType<typeof createDesk>;

/** Fetches the composer while a pointer is still on its way to the button. */
export const preloadComposer = Composer.preload;

/** Where composers lie: a dock on a desktop, a sheet over everything on a phone. */
export function ComposerDesk(props: { desk: Desk; own: string; preferences: MailPreferences }) {
  onMount(() => {
    for (const draft of keptDrafts(props.own)) props.desk.open({ begin: "kept", draft }, true);
    void openStranded();
  });
  const openStranded = async () => {
    for (const draft of await strandedDrafts(props.own)) props.desk.open({ begin: "kept", draft }, true);
  };
  const ids = () => props.desk.seeds().map(({ id }) => id);
  const seedOf = (id: number) => props.desk.seeds().find((seed) => seed.id === id);
  return (
    <div data-slot="composer-desk">
      <For each={ids()}>
        {(id) => (
          <Show when={seedOf(id)}>
            {(seed) => (
              <Composer
                seed={seed()}
                own={props.own}
                preferences={props.preferences}
                onFold={() => props.desk.toggle(id)}
                onClose={() => props.desk.close(id)}
                onReopen={(draft) => props.desk.open({ begin: "kept", draft })}
              />
            )}
          </Show>
        )}
      </For>
    </div>
  );
}
