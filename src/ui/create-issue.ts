import { createRenderEffect, createSignal, on } from "solid-js";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The problem of one control: what the server said about it, or else the browser's own verdict on its constraints
 * (`required`, `type`, `pattern` …), shown in the page instead of in a bubble. Typing clears it.
 */
export function createIssue(fromServer: () => string | readonly string[] | undefined) {
  const [native, setNative] = createSignal<string>();
  const [answered, setAnswered] = createSignal<unknown>();
  // The same sentence after another try is a new answer.
  createRenderEffect(on(fromServer, () => setAnswered(undefined), { defer: true }));
  const server = () => (answered() === fromServer() ? undefined : [fromServer()].flat()[0]);
  return {
    issue: () => native() ?? server(),
    onInvalid(event: Event & { currentTarget: Control }) {
      event.preventDefault();
      setNative(event.currentTarget.validationMessage);
      if (event.currentTarget.form?.querySelector(":invalid:not(fieldset)") === event.currentTarget)
        event.currentTarget.focus();
    },
    onEdit() {
      setNative(undefined);
      setAnswered(() => fromServer());
    },
  };
}
