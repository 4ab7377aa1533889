import { type ComponentProps, type JSX, Show, splitProps } from "solid-js";

export type CardProps = Omit<ComponentProps<"section">, "title"> & {
  title?: JSX.Element;
  description?: JSX.Element;
  actions?: JSX.Element;
  footer?: JSX.Element;
  /** `flush` lets a list or table touch the edges. */
  variant?: "padded" | "flush";
};

/** `<Card title="Quota" description="…" actions={<Button>Edit</Button>}>…</Card>` */
export function Card(props: CardProps) {
  const [own, rest] = splitProps(props, ["title", "description", "actions", "footer", "variant", "children"]);
  return (
    <section data-slot="card" data-variant={own.variant ?? "padded"} {...rest}>
      <Show when={own.title}>
        <header data-slot="card-header">
          <div>
            <h2>{own.title}</h2>
            <Show when={own.description}>
              <p>{own.description}</p>
            </Show>
          </div>
          {own.actions}
        </header>
      </Show>
      <div data-slot="card-body">{own.children}</div>
      <Show when={own.footer}>
        <footer data-slot="card-footer">{own.footer}</footer>
      </Show>
    </section>
  );
}
