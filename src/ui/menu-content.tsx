import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { useNavigate } from "@solidjs/router";
import { Index } from "solid-js";
import type { MenuProps } from "./menu";
import { type MenuAction, MenuEntry } from "./menu-entry";

type MenuContentProps = Pick<MenuProps, "items" | "placement"> & {
  id: string;
  anchor: HTMLElement;
  open: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The open list of a `Menu`. Apart from it so that Kobalte is fetched only when somebody is about to open one. */
export default function MenuContent(props: MenuContentProps) {
  const navigate = useNavigate();
  let hasLeft = false;
  const leave = (event: CustomEvent<{ originalEvent: Event }>) => {
    const isTrigger = props.anchor.contains(event.detail.originalEvent.target as Node | null);
    if (isTrigger) event.preventDefault();
    hasLeft = !isTrigger;
  };
  const giveFocusBack = () => {
    if (!hasLeft) props.anchor.focus({ preventScroll: true });
    hasLeft = false;
  };
  // After the key or press is over: what opens now must not receive it, and must find the focus on the trigger to give it back.
  const choose = (item: MenuAction) =>
    setTimeout(() => {
      props.anchor.focus({ preventScroll: true });
      item.onSelect?.();
      if (item.href) navigate(item.href);
    });
  return (
    <DropdownMenu
      modal={false}
      open={props.open}
      onOpenChange={props.onOpenChange}
      getAnchorRect={() => props.anchor.getBoundingClientRect()}
      placement={props.placement ?? "bottom-start"}
      gutter={4}
    >
      <DropdownMenu.Portal mount={props.anchor.closest<HTMLElement>("dialog, :popover-open") ?? document.body}>
        <DropdownMenu.Content
          data-slot="menu"
          aria-labelledby={props.id}
          onInteractOutside={leave}
          onCloseAutoFocus={giveFocusBack}
        >
          <Index each={props.items}>{(item) => <MenuEntry item={item()} onChoose={choose} />}</Index>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
