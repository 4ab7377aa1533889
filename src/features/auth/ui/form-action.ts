import { type Action, useAction } from "@solidjs/router";
import { createSignal } from "solid-js";
import { failureText, issuesOf } from "./failure-text";

/**
 * Runs an action for a form and keeps what was typed when it fails: `<form onSubmit={form.submit}>`. `issues()` are the server's words by field,
 * `problem()` one sentence when no field is to blame, worded by `wording`. `submit` resolves to whether it succeeded.
 */
export function formAction(run: Action<[FormData], unknown>, wording: (failure: unknown) => string = failureText) {
  const act = useAction(run);
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const issues = () => (failure() === undefined ? {} : issuesOf(failure()));
  return {
    isBusy,
    issues,
    problem: () => (failure() === undefined || Object.keys(issues()).length ? undefined : wording(failure())),
    async submit(event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<boolean> {
      event.preventDefault();
      if (isBusy()) return false;
      const data = new FormData(event.currentTarget);
      setBusy(true);
      setFailure(undefined);
      try {
        await act(data);
        return true;
      } catch (error) {
        setFailure(() => error ?? null);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

export type FormAction = ReturnType<typeof formAction>;
