import { type JSX, Show } from "solid-js";
import { Breadcrumb, type Crumb } from "./breadcrumb";
import { Title } from "./title";

export type PageHeaderProps = {
  /** The page's only h1 and the document's title. */
  title: string;
  /** A chip beside the title. */
  status?: JSX.Element;
  description?: JSX.Element;
  actions?: JSX.Element;
  crumbs?: readonly Crumb[];
};

/** `<PageHeader title="Domains" description="…" actions={<Button variant="primary">Add domain</Button>} crumbs={[…]} />` */
export const PageHeader = (props: PageHeaderProps) => (
  <header data-slot="page-header">
    <Title>{props.title}</Title>
    <Show when={props.crumbs}>{(crumbs) => <Breadcrumb crumbs={crumbs()} />}</Show>
    <div data-slot="page-header-row">
      <div>
        <h1>
          {props.title} {props.status}
        </h1>
        <Show when={props.description}>
          <p>{props.description}</p>
        </Show>
      </div>
      <Show when={props.actions}>
        <div data-slot="page-header-actions">{props.actions}</div>
      </Show>
    </div>
  </header>
);
