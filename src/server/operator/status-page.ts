import type { DeadJob } from "./list-dead-jobs";
import { type Html, html } from "./html";
import type { Status } from "./read-status";
import type { Words } from "./words";

type Row = { name: string; value: string | number; isBad?: boolean };

const figures = (title: string, rows: Row[], note?: string): Html =>
  html`<section>
    <h2>${title}</h2>
    <dl>
      ${rows.map(
        ({ name, value, isBad }) => html`<dt>${name}</dt><dd${isBad ? html` class="bad"` : null}>${value}</dd>`,
      )}
    </dl>
    ${note ? html`<p class="muted note">${note}</p>` : null}
  </section>`;

const byState = (title: string, counts: Record<string, number>, words: Words): Html => {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const states = Object.entries(counts).map(([name, value]) => ({ name: name.replaceAll("_", " "), value }));
  return figures(title, [{ name: words("total"), value: total }, ...states]);
};

function parts({ parts: { database, engine }, lastEventAt }: Status, words: Words, time: (at: string) => string): Html {
  const answer = (ms: number | null) => (ms === null ? words("silent") : words("answered", { ms }));
  const event = lastEventAt ? words("lastEvent", { time: time(lastEventAt) }) : words("noEvent");
  const rows = [
    { name: words("database"), value: answer(database), isBad: database === null },
    { name: words("engine"), value: answer(engine), isBad: engine === null },
  ];
  return figures(words("parts"), rows, event);
}

function queue({ queue: found }: Status, words: Words): Html {
  if (!found) return figures(words("queue"), [{ name: words("messages"), value: words("queueSilent"), isBad: true }]);
  const count = found.isMore ? words("more", { count: found.messages }) : found.messages;
  const rows = [
    { name: words("messages"), value: count },
    { name: words("deferred"), value: found.deferred },
  ];
  return figures(words("queue"), rows);
}

/** Everything on one page: figures first, then what was given up, with a way to have it done again. */
export function statusPage(
  status: Status,
  dead: { jobs: DeadJob[]; next?: string },
  words: Words,
  time: (at: string) => string,
  retried?: number,
): Html {
  const { users, jobs } = status;
  const retryButton = (job: DeadJob) =>
    html`<form method="post" action="/operator/retry">
      <input type="hidden" name="id" value="${job.id}" /><button aria-label="${words("retry")}: ${job.name}">
        ${words("retry")}
      </button>
    </form>`;
  return html`<header>
      <h1>${words("title")}</h1>
      <span class="chip ${status.isWell ? "good" : "bad"}">${words(status.isWell ? "well" : "unwell")}</span>
      <a class="button" href="/operator">${words("refresh")}</a>
      <form method="post" action="/operator/leave"><button>${words("leave")}</button></form>
    </header>
    <p class="muted">${words("lead", { time: time(status.at) })}</p>
    ${retried === undefined ? null : html`<p role="status">${words("retried", { count: retried })}</p>`}
    <div class="grid">
      ${parts(status, words, time)}
      ${figures(words("jobs"), [
        { name: words("pending"), value: jobs.pending },
        { name: words("due"), value: jobs.due },
        { name: words("running"), value: jobs.running },
        { name: words("oldest"), value: words("seconds", { count: jobs.oldestDueSeconds }) },
        { name: words("dead"), value: jobs.dead, isBad: jobs.dead > 0 },
      ])}
      ${queue(status, words)}
      ${figures(words("users"), [
        { name: words("total"), value: users.total },
        { name: words("suspended"), value: users.suspended },
        { name: words("waiting"), value: users.waiting },
        { name: words("failed"), value: users.failed, isBad: users.failed > 0 },
      ])}
      ${byState(words("tenants"), status.tenants, words)} ${byState(words("domains"), status.domains, words)}
    </div>
    <section>
      <h2>${words("deadTitle")}</h2>
      ${
        dead.jobs.length === 0
          ? html`<p class="muted">${words("deadNone")}</p>`
          : html`<p class="muted">${words("deadText")}</p>
              <form method="post" action="/operator/retry"><button>${words("retryAll")}</button></form>
              <table aria-label="${words("deadTitle")}">
                <thead>
                  <tr>
                    <th scope="col">${words("job")}</th>
                    <th scope="col">${words("about")}</th>
                    <th scope="col">${words("when")}</th>
                    <th scope="col">${words("reason")}</th>
                    <th scope="col"></th>
                  </tr>
                </thead>
                <tbody>
                  ${dead.jobs.map(
                    (job) =>
                      html`<tr>
                        <td class="name">${job.name}</td>
                        <td><code>${job.key}</code></td>
                        <td>${job.finishedAt ? time(job.finishedAt.toISOString()) : ""}</td>
                        <td>${job.lastError ?? ""}</td>
                        <td>${retryButton(job)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
      }
      ${dead.next ? html`<p><a class="button" href="/operator?after=${dead.next}">${words("older")}</a></p>` : null}
    </section>`;
}

/** Asks for the key. */
export const enterPage = (words: Words, isWrong: boolean): Html =>
  html`<section class="enter">
    <h1>${words("enterTitle")}</h1>
    <p>${words("enterText")}</p>
    <form method="post" action="/operator/enter">
      <label for="key">${words("enterLabel")}</label>
      <input
        id="key"
        name="key"
        required
        maxlength="500"
        autocomplete="off"
        spellcheck="false"
        ${isWrong ? html` aria-invalid="true" aria-describedby="wrong"` : null}
      />
      ${isWrong ? html`<p id="wrong" role="alert" class="chip bad">${words("wrongKey")}</p>` : null}
      <button>${words("enter")}</button>
    </form>
  </section>`;
