import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { lazyPart } from "./lazy-part";

const MenuContent = lazyPart(
  () => import("./menu-content"),
  (part) => part.onOpenChange(false),
);

export type MenuItem =
  | {
      label: string;
      icon?: JSX.Element;
      onSelect?: () => void;
      href?: string;
      tone?: "danger";
      shortcut?: string;
      disabled?: boolean;
      checked?: boolean;
    }
  | { heading: string }
  | "separator";

/** What the trigger must spread onto its button. */
export type MenuTriggerProps = Pick<
  JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  "id" | "aria-haspopup" | "aria-expanded" | "onClick" | "onPointerEnter" | "onFocus" | "onKeyDown"
> & { ref: (element: HTMLButtonElement) => void };

export type MenuProps = {
  trigger: (props: MenuTriggerProps) => JSX.Element;
  items: readonly MenuItem[];
  placement?: "bottom-start" | "bottom-end" | "top-start" | "top-end";
  /** Called when a pointer or the focus comes near, and when it opens: for items that are fetched. */
  onApproach?: () => void;
};

/**
 * `<Menu items={[{ label: "Edit", onSelect: edit }]} trigger={(p) => <IconButton label="Actions" {...p}><MoreIcon /></IconButton>} />`.
 * A page pays for the button only: the list (Kobalte, positioned by floating-ui) is fetched when a pointer or the focus comes near.
 */
export function Menu(props: MenuProps) {
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  const [wasOpened, setOpened] = createSignal(false);
  let button!: HTMLButtonElement;
  const approach = () => {
    MenuContent.preload();
    props.onApproach?.();
  };
  const open = () => {
    approach();
    setOpened(true);
    setOpen(true);
  };
  return (
    <>
      {props.trigger({
        id,
        ref: (element) => (button = element),
        "aria-haspopup": "menu",
        get "aria-expanded"() {
          return isOpen();
        },
        onClick: () => (isOpen() ? setOpen(false) : open()),
        onPointerEnter: approach,
        onFocus: approach,
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          open();
        },
      })}
      <Show when={wasOpened()}>
        <MenuContent
          id={id}
          anchor={button}
          open={isOpen()}
          onOpenChange={setOpen}
          items={props.items}
          placement={props.placement}
        />
      </Show>
    </>
  );
}
