/**
 * A process for `testing-sign-in-load.ts`: as many browsers as there are passwords in a message sign in at the same instant, each over a
 * connection of its own; then it tells the status of each answer. Plain sockets and requests made beforehand, so that it takes little of
 * the processor from the server that it measures. Arguments: the address of the server, the e-mail address to sign in with.
 */
const [origin = "", email = ""] = process.argv.slice(2);
const { hostname, port, host } = new URL(origin);

function request(password: string): string {
  const body = JSON.stringify({ email, password });
  const headers = {
    host,
    origin,
    "content-type": "application/json",
    "content-length": body.length,
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /api/trpc/auth.signIn HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}

async function signIn(text: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let answer = "";
  await Bun.connect({
    ...{ hostname, port: Number(port) },
    socket: {
      open: (socket) => void socket.write(text),
      data: (_, part) => void (answer += part.toString()),
      close: () => resolve(Number(answer.split(" ")[1])),
      error: (_, error) => reject(error),
    },
  });
  return promise;
}

process.on("message", (passwords: string[]) => {
  void Promise.all(passwords.map(request).map(signIn)).then((statuses) => process.send!(statuses));
});
process.send!([]);

export {};
