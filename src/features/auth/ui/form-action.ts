import { type Action, useAction } from "@solidjs/router";
import { createSignal } from "solid-js";
import { failureText, issuesOf } from "./failure-text";

/**
 * Runs an action for a form and keeps what was typed when it fails: `<form onSubmit={form.submit}>`. `issues()` are the server's words by field,
 * `problem()` one sentence when no field is to blame. `onDone` runs after success.
 */
export function formAction(run: Action<[FormData], unknown>, onDone: () => void = () => {}) {
  const act = useAction(run);
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const issues = () => (failure() === undefined ? {} : issuesOf(failure()));
  return {
    isBusy,
    issues,
    problem: () => (failure() === undefined || Object.keys(issues()).length ? undefined : failureText(failure())),
    async submit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
      event.preventDefault();
      if (isBusy()) return;
      const data = new FormData(event.currentTarget);
      setBusy(true);
      try {
        await act(data);
        setFailure(undefined);
        onDone();
      } catch (error) {
        setFailure(() => error ?? null);
      } finally {
        setBusy(false);
      }
    },
  };
}
