import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { importAnew } from "~/lib/import-anew";
import { mailFramePath, mailFrameSandbox } from "~/lib/mail-frame";
import { isDarkPage, wantsDarkPaper } from "../reading/dark-paper";
import { MessagePictures, type PictureSource } from "../reading/message-pictures";
import { PaperSwitch } from "../reading/paper-switch";
import type { SanitisedMail } from "./sanitise-mail";
import { showInFrame } from "./show-in-frame";

export type HtmlBodyProps = {
  html: string;
  /** Content-ID (without brackets) to `blob:` URL, for the images that came with the message. */
  cidUrls?: ReadonlyMap<string, string> | undefined;
  /** Whose pictures from the internet may be asked for; without it none. */
  message?: PictureSource | undefined;
  /** Told of the real hosts of links that pretend to lead elsewhere. */
  onDeceptiveHosts?: ((hosts: readonly string[]) => void) | undefined;
  onShown: () => void;
  onFailed: () => void;
};

type Shown = SanitisedMail & { content: HTMLElement };

/** The HTML of a message, sanitised and shown in its sandboxed frame. Browser only; the sanitiser is fetched when the first one is opened. */
export function HtmlBody(props: HtmlBodyProps) {
  const [frame, setFrame] = createSignal<HTMLIFrameElement>();
  const [shown, setShown] = createSignal<Shown>();
  const isDark = isDarkPage();

  createEffect(
    on([frame, () => props.html, () => props.cidUrls], ([element, html, cidUrls]) => {
      if (!element) return;
      const { onShown, onFailed, onDeceptiveHosts } = props;
      let end: (() => void) | undefined;
      let isOver = false;
      onCleanup(() => {
        isOver = true;
        end?.();
      });
      const show = async () => {
        const [{ sanitiseMail }, { foldQuotes }] = await Promise.all([
          importAnew(() => import("./sanitise-mail")),
          importAnew(() => import("./fold-quotes")),
        ]);
        if (isOver) return;
        const mail = sanitiseMail(html, (cid) => cidUrls?.get(cid));
        foldQuotes(mail.fragment, t("parts.quoted"));
        const stop = await showInFrame(element, mail);
        if (isOver) return stop();
        end = stop;
        setShown({ ...mail, content: element.contentDocument!.body });
        onDeceptiveHosts?.(mail.deceptiveHosts);
        onShown();
      };
      show().catch(() => {
        if (!isOver) onFailed();
      });
    }),
  );
  createEffect(() => {
    const isTurned = isDark() && wantsDarkPaper() && (shown()?.hasOwnColours ?? false);
    frame()?.contentDocument?.documentElement.toggleAttribute("data-dark", isTurned);
  });

  return (
    <>
      <Show when={props.message && shown()}>
        {(mail) => <MessagePictures message={props.message!} shown={mail()} />}
      </Show>
      <Show when={isDark() && shown()?.hasOwnColours}>
        <div class="flex justify-end mb-1">
          <PaperSwitch />
        </div>
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
