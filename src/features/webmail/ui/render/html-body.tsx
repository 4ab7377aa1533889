import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { mailFramePath, mailFrameSandbox } from "~/lib/mail-frame";
import { showInFrame } from "./show-in-frame";

export type HtmlBodyProps = {
  html: string;
  /** Content-ID (without brackets) to `blob:` URL, for the images that came with the message. */
  cidUrls?: ReadonlyMap<string, string> | undefined;
  onShown: () => void;
  onFailed: () => void;
};

/** The HTML of a message, sanitised and shown in its sandboxed frame. Browser only; the sanitiser is fetched when the first one is opened. */
export function HtmlBody(props: HtmlBodyProps) {
  const [frame, setFrame] = createSignal<HTMLIFrameElement>();
  const [blocked, setBlocked] = createSignal(0);

  createEffect(
    on([frame, () => props.html, () => props.cidUrls], ([element, html, cidUrls]) => {
      if (!element) return;
      const { onShown, onFailed } = props;
      let end: (() => void) | undefined;
      let isOver = false;
      onCleanup(() => {
        isOver = true;
        end?.();
      });
      const show = async () => {
        const { sanitiseMail } = await import("./sanitise-mail");
        if (isOver) return;
        const mail = sanitiseMail(html, (cid) => cidUrls?.get(cid));
        const stop = await showInFrame(element, mail);
        if (isOver) return stop();
        end = stop;
        setBlocked(mail.remoteImages);
        onShown();
      };
      show().catch(() => {
        if (!isOver) onFailed();
      });
    }),
  );

  return (
    <>
      <Show when={blocked()}>
        {(count) => (
          <output class="block mb-3 text-sm text-muted">{t("webmail.remoteImagesBlocked", { count: count() })}</output>
        )}
      </Show>
      <iframe
        ref={setFrame}
        src={mailFramePath}
        sandbox={mailFrameSandbox}
        title={t("webmail.messageFrame")}
        referrerpolicy="no-referrer"
        class="block w-full border-0 rounded-sm"
      />
    </>
  );
}
