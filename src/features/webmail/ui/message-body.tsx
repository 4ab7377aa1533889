import { createEffect, createMemo, createSignal, on, onMount, Show } from "solid-js";
import { lazyPart } from "~/ui/lazy-part";
import type { PictureSource } from "./reading/message-pictures";
import { TextBody } from "./render/text-body";

/** Says nothing when it cannot be had: the text of the message stays. */
const HtmlBody = lazyPart(
  () => import("./render/html-body").then((module) => ({ default: module.HtmlBody })),
  (part) => part.onFailed(),
  () => {},
);

/** Fetches what shows the HTML of a message. */
export const preloadBody = HtmlBody.preload;

export type MessageBodyProps = {
  html?: string | null | undefined;
  /** The plain text, or the preview when the message has none: what the server renders and what stays when the HTML cannot be shown. */
  text?: string | null | undefined;
  /** Content-ID (without brackets) to `blob:` URL; a new map shows the images that have arrived since. */
  cidUrls?: ReadonlyMap<string, string> | undefined;
  /** Whose pictures from the internet may be asked for; without it none. */
  message?: PictureSource | undefined;
  /** Told of the real hosts of links that pretend to lead elsewhere. */
  onDeceptiveHosts?: ((hosts: readonly string[]) => void) | undefined;
};

/** The content of one message. Its text is there at first paint; its HTML takes that place once it stands sanitised in its frame. */
export function MessageBody(props: MessageBodyProps) {
  const [isBrowser, setIsBrowser] = createSignal(false);
  const [view, setView] = createSignal<"waiting" | "html" | "failed">("waiting");
  onMount(() => setIsBrowser(true));
  // The page reads its messages anew whenever something changed; the same message again is no change.
  const given = createMemo(() => props.html);
  const cidUrls = createMemo(() => props.cidUrls);
  createEffect(on(given, () => setView("waiting"), { defer: true }));
  const html = () => (isBrowser() && view() !== "failed" ? given() : undefined);

  return (
    <div data-slot="message-body" data-waiting={given() && view() === "waiting" ? "" : undefined} class="relative">
      <Show when={view() !== "html" || !html()}>
        <TextBody text={props.text ?? ""} />
      </Show>
      <Show when={html()}>
        {(content) => (
          <div classList={{ "absolute inset-x-0 top-0 invisible": view() !== "html" }}>
            <HtmlBody
              html={content()}
              cidUrls={cidUrls()}
              message={props.message}
              onDeceptiveHosts={props.onDeceptiveHosts}
              onShown={() => setView("html")}
              onFailed={() => setView("failed")}
            />
          </div>
        )}
      </Show>
    </div>
  );
}
