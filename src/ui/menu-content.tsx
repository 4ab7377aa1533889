import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { useNavigate } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import { CheckIcon } from "./icons";
import type { MenuItem, MenuProps } from "./menu";

type MenuContentProps = Pick<MenuProps, "items" | "placement"> & {
  id: string;
  anchor: HTMLElement;
  open: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The open list of a `Menu`. Apart from it so that Kobalte is fetched only when somebody is about to open one. */
export default function MenuContent(props: MenuContentProps) {
  return (
    <DropdownMenu
      open={props.open}
      onOpenChange={props.onOpenChange}
      getAnchorRect={() => props.anchor.getBoundingClientRect()}
      placement={props.placement ?? "bottom-start"}
      gutter={4}
      preventScroll={false}
    >
      <DropdownMenu.Portal mount={props.anchor.closest("dialog") ?? document.body}>
        <DropdownMenu.Content
          data-slot="menu"
          aria-labelledby={props.id}
          onCloseAutoFocus={() => props.anchor.focus({ preventScroll: true })}
        >
          <For each={props.items}>{(item) => <Entry item={item} />}</For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

type Action = Extract<MenuItem, { label: string }>;

const isHeading = (item: MenuItem) => typeof item === "object" && "heading" in item && item;
const isAction = (item: MenuItem) => typeof item === "object" && "label" in item && item;

const Entry = (props: { item: MenuItem }) => (
  <Switch fallback={<DropdownMenu.Separator data-slot="menu-separator" />}>
    <Match when={isHeading(props.item)}>{(item) => <div data-slot="menu-heading">{item().heading}</div>}</Match>
    <Match when={isAction(props.item)}>{(item) => <ActionEntry item={item()} />}</Match>
  </Switch>
);

function ActionEntry(props: { item: Action }) {
  const navigate = useNavigate();
  const select = () => {
    props.item.onSelect?.();
    if (props.item.href) navigate(props.item.href);
  };
  return (
    <DropdownMenu.Item
      data-slot="menu-item"
      data-tone={props.item.tone}
      disabled={props.item.disabled}
      onSelect={select}
    >
      {props.item.icon}
      <span>{props.item.label}</span>
      <Show when={props.item.checked}>
        <CheckIcon size={16} />
      </Show>
      <Show when={props.item.shortcut}>
        <kbd>{props.item.shortcut}</kbd>
      </Show>
    </DropdownMenu.Item>
  );
}
