import {
  type ComponentProps,
  createEffect,
  createUniqueId,
  type JSX,
  onCleanup,
  onMount,
  Show,
  splitProps,
} from "solid-js";
import { t } from "~/lib/i18n/t";
import { IconButton } from "./icon-button";
import { CloseIcon } from "./basic-icons";

export type DialogProps = Omit<ComponentProps<"dialog">, "open" | "title"> & {
  open: boolean;
  /** Called when the reader closes it: Escape, the cross, a press outside. Set `open` to false there. */
  onClose: () => void;
  title: JSX.Element;
  description?: JSX.Element;
  size?: "sm" | "md" | "lg";
  /** The row of buttons; for a form, give the submit button `form="<id of the form>"`. */
  footer?: JSX.Element;
};

/** `<Dialog open={isOpen()} onClose={() => setOpen(false)} title="Add domain">…</Dialog>`: the platform's modal (focus kept inside and given back, page inert). */
export function Dialog(props: DialogProps) {
  const [own, rest] = splitProps(props, ["open", "onClose", "title", "description", "size", "footer", "children"]);
  const id = createUniqueId();
  let element!: HTMLDialogElement;
  let isTold = false;
  /** The platform tells it later, and a key that is pressed in between would meet what is closed and does not know it yet. */
  const close = (event?: Event) => {
    if (event && event.target !== element) return;
    event?.preventDefault();
    isTold = true;
    element.close();
    own.onClose();
  };
  const onClose = () => {
    if (!isTold && own.open) own.onClose();
    isTold = false;
  };
  createEffect(() => {
    if (own.open && !element.open) element.showModal();
    else if (!own.open && element.open) element.close();
  });
  // One that is taken out of the page while it is open would leave the focus nowhere.
  onMount(() =>
    onCleanup(() => {
      isTold = true;
      element.close();
    }),
  );
  return (
    <dialog
      ref={element}
      data-slot="dialog"
      data-size={own.size ?? "md"}
      aria-labelledby={`${id}-title`}
      aria-describedby={own.description ? `${id}-text` : undefined}
      on:cancel={close}
      on:close={onClose}
      on:mousedown={close}
      {...rest}
    >
      <Show when={own.open}>
        <div data-slot="dialog-panel">
          <header data-slot="dialog-header">
            <h2 id={`${id}-title`}>{own.title}</h2>
            <Show when={own.description}>
              <p id={`${id}-text`}>{own.description}</p>
            </Show>
          </header>
          <div data-slot="dialog-body">{own.children}</div>
          <Show when={own.footer}>
            <footer data-slot="dialog-footer">{own.footer}</footer>
          </Show>
          {/* Last, so that the first field or button of the content has the focus when it opens. */}
          <IconButton label={t("common.close")} size="sm" onClick={() => close()}>
            <CloseIcon />
          </IconButton>
        </div>
      </Show>
    </dialog>
  );
}
