import { createEffect, createSignal, lazy, on, onMount, Show, Suspense } from "solid-js";
import { TextBody } from "./render/text-body";

const HtmlBody = lazy(() => import("./render/html-body").then((module) => ({ default: module.HtmlBody })));

export type MessageBodyProps = {
  html?: string | null | undefined;
  /** The plain text, or the preview when the message has none: what the server renders and what stays when the HTML cannot be shown. */
  text?: string | null | undefined;
  /** Content-ID (without brackets) to `blob:` URL; a new map shows the images that have arrived since. */
  cidUrls?: ReadonlyMap<string, string> | undefined;
};

/** The content of one message. Its text is there at first paint; its HTML takes that place once it stands sanitised in its frame. */
export function MessageBody(props: MessageBodyProps) {
  const [isBrowser, setIsBrowser] = createSignal(false);
  const [view, setView] = createSignal<"waiting" | "html" | "failed">("waiting");
  onMount(() => setIsBrowser(true));
  createEffect(
    on(
      () => props.html,
      () => setView("waiting"),
      { defer: true },
    ),
  );
  const html = () => (isBrowser() && view() !== "failed" ? props.html : undefined);

  return (
    <div data-slot="message-body" class="relative">
      <Show when={view() !== "html" || !html()}>
        <TextBody text={props.text ?? ""} />
      </Show>
      <Show when={html()}>
        {(content) => (
          <div classList={{ "absolute inset-x-0 top-0 invisible": view() !== "html" }}>
            <Suspense>
              <HtmlBody
                html={content()}
                cidUrls={props.cidUrls}
                onShown={() => setView("html")}
                onFailed={() => setView("failed")}
              />
            </Suspense>
          </div>
        )}
      </Show>
    </div>
  );
}
