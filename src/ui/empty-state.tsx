import { type ComponentProps, type JSX, Show, splitProps } from "solid-js";

export type EmptyStateProps = Omit<ComponentProps<"div">, "title"> & {
  icon?: JSX.Element;
  title: JSX.Element;
  action?: JSX.Element;
};

/** `<EmptyState icon={<GlobeIcon />} title="No domain yet" action={<Button>Add domain</Button>}>Add the first one …</EmptyState>` */
export function EmptyState(props: EmptyStateProps) {
  const [own, rest] = splitProps(props, ["icon", "title", "action", "children"]);
  return (
    <div data-slot="empty-state" {...rest}>
      <Show when={own.icon}>
        <div data-slot="empty-state-icon">{own.icon}</div>
      </Show>
      <h2>{own.title}</h2>
      <Show when={own.children}>
        <p>{own.children}</p>
      </Show>
      {own.action}
    </div>
  );
}
