import { type JSX, Show } from "solid-js";
import { Footnote } from "./footnote";
import { SkipLink } from "./skip-link";

export type CenterShellProps = {
  brand: JSX.Element;
  title: string;
  description?: JSX.Element;
  /** Below the card: the way to the neighbouring page. */
  aside?: JSX.Element;
  children: JSX.Element;
};

/** `<CenterShell brand={<Logo />} title="Sign in" aside={<>New here? <a href="/signup">…</a></>}><form>…</form></CenterShell>`: one card in the middle, for pages with one task. */
export const CenterShell = (props: CenterShellProps) => (
  <div data-slot="center-shell">
    <SkipLink />
    <header data-slot="center-brand">
      <a href="/">{props.brand}</a>
    </header>
    <main id="content" tabindex="-1" data-slot="center-card">
      <h1>{props.title}</h1>
      <Show when={props.description}>
        <p data-slot="center-description">{props.description}</p>
      </Show>
      <div data-slot="center-body">{props.children}</div>
    </main>
    <footer data-slot="center-foot">
      <Show when={props.aside}>
        <p data-slot="center-aside">{props.aside}</p>
      </Show>
      <Footnote />
    </footer>
  </div>
);
